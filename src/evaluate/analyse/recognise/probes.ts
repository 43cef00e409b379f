// A function by the shapes of its arguments, resolved once for each.
import type { Shape } from '../../expression.js';
import type { Analysed, ProbeForm } from '../analysed.js';
import type { Known } from '../known.js';
import type { Entries, Probe } from '../probe.js';
import { probeOrNone } from '../probeOrNone.js';

export class Probes {
  readonly #analysed: Analysed;
  readonly #form: ProbeForm;
  readonly #known = new Map<string, Probe | null>();

  constructor(analysed: Analysed, form: ProbeForm) {
    this.#analysed = analysed;
    this.#form = form;
  }

  /** Of those that were asked for. */
  get stopsGradient(): boolean {
    return [...this.#known.values()].some((probe) => probe?.stopsGradient === true);
  }

  at(shapes: readonly Shape[], entries: readonly Entries[]): Known {
    return this.#probe(shapes)?.at(entries) ?? { kind: 'none' };
  }

  plain(shapes: readonly Shape[], entries: readonly Entries[]): number | null {
    return this.#probe(shapes)?.plain(entries) ?? null;
  }

  #probe(shapes: readonly Shape[]): Probe | null {
    const key = JSON.stringify(shapes);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const probe = probeOrNone(this.#analysed, shapes, this.#form);
    this.#known.set(key, probe);
    return probe;
  }
}
