// The contract of the ways in which a symbol may drift: each knows two spellings of one thing.
import type { Span } from '../../core/text/span.js';
import type { TexNode } from '../../tex/tree.js';

export interface DriftKind {
  /**
   * What a formula with the first and with the second spelling holds, in its TeX: cheap, and rather too much than
   * too little, since the tree decides. Global, so that they count; a group is what the two have in common.
   */
  readonly traces: readonly [RegExp, RegExp];
  /** The spelling whose traces are sought first: where there are none, nobody need look for the other. */
  readonly rarer: Spelling;
  /** Some Markdown engines make one spelling the other, by taking a backslash. */
  readonly hangsOnEscapes?: boolean;
  /** Whoever takes the trouble of the first spelling means it, however seldom. */
  readonly firstIsMeant?: boolean;
  /** Those of the nodes of one list; `tex` is what their spans count in. */
  read(list: readonly TexNode[], tex: string): readonly SpellingFound[];
}

/** For kinds that look at a node and its neighbours alone. */
export function eachNode(
  readNode: (list: readonly TexNode[], at: number, tex: string) => SpellingFound | null,
): DriftKind['read'] {
  return (list, tex) => list.flatMap((_, at) => readNode(list, at, tex) ?? []);
}

export type Spelling = 0 | 1;

export interface SpellingFound {
  /** What the two spellings have in common: readings with the same key mean the same. */
  readonly key: string;
  readonly spelling: Spelling;
  readonly span: Span;
}
