// What the formulas of a block hold that may be a spelling: found when it is first asked for, and kept with the
// block, since an edit leaves most blocks as they are.
import type { Block } from '../../core/markdown/block.js';
import { remembered } from '../../core/remembered.js';
import type { Spelling } from './driftKind.js';
import { driftKinds } from './kinds.js';

export const tracesIn = remembered((block: Block) => new BlockTraces(block));

const none: readonly string[] = [];
const shortestTrace = 3;

export class BlockTraces {
  readonly #texts: readonly string[];
  /** All texts, so that most traces are told to be missing in one search: what stands between them is part of none. */
  readonly #joined: string;
  readonly #known = new Map<number, readonly string[]>();
  /** A bit for each trace that is known to be missing: nearly all are. */
  #missing = 0;

  constructor({ formulas }: Block) {
    this.#texts = formulas.flatMap(({ tex: { text } }) =>
      text.length < shortestTrace ? [] : [text],
    );
    this.#joined = this.#texts.join('\n');
  }

  /** For each trace of a kind, by its index in the list, what the two spellings are surely alike in. */
  keys(kind: number, spelling: Spelling): readonly string[] {
    const trace = 2 * kind + spelling;
    const pattern = driftKinds[kind]?.traces[spelling];
    if ((this.#missing & (1 << trace)) !== 0 || !pattern) return none;
    const known = this.#known.get(trace);
    if (known) return known;
    if (this.#joined.search(pattern) < 0) {
      this.#missing |= 1 << trace;
      return none;
    }
    const found = this.#find(pattern);
    this.#known.set(trace, found);
    return found;
  }

  #find(pattern: RegExp): readonly string[] {
    return this.#texts.flatMap((text) => Array.from(text.matchAll(pattern), ([, key = '']) => key));
  }
}
