// A measure that computes each vector once.
import type { Shape } from '../expression.js';
import type { Analysed, ProbeForm } from './analysed.js';
import type { Known } from './known.js';
import type { Measure } from './measure/measure.js';
import type { Vector } from './measure/vectors.js';
import type { Probe } from './probe.js';
import { probeOrNone } from './probeOrNone.js';

/** For each length the function is resolved anew: where it has no meaning there, it has no value. */
export function rememberedMeasure(
  analysed: Analysed,
  formFor: (length: number) => { readonly shapes: readonly Shape[]; readonly form?: ProbeForm },
): Measure {
  const probes = new Map<number, Probe | null>();
  const values = new Map<string, Known>();
  const probeFor = (length: number): Probe | null => {
    const known = probes.get(length);
    if (known !== undefined) return known;
    const { shapes, form } = formFor(length);
    const probe = probeOrNone(analysed, shapes, form);
    probes.set(length, probe);
    return probe;
  };
  return (vector: Vector): Known => {
    const key = vector.map(({ numerator, denominator }) => `${numerator}/${denominator}`).join(' ');
    const known = values.get(key);
    if (known !== undefined) return known;
    const found = probeFor(vector.length)?.at([vector]) ?? { kind: 'none' };
    values.set(key, found);
    return found;
  };
}
