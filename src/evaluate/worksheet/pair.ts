// Two neighbours of a chain, and what else stands in it.
import { attempt } from '../refusal.js';
import type { Relation, Syntax } from '../syntax.js';

export interface Pair {
  readonly left: Syntax;
  readonly right: Syntax;
  readonly relation: Relation;
  /** Of the whole chain. */
  readonly operands: readonly Syntax[];
  readonly position: number;
}

/** Where the two sides leave a size open, the rest of their chain may give it. */
export function withRestOfChain<T>(
  { relation, operands }: Pair,
  make: (others: readonly Syntax[]) => T,
): T {
  const alone = attempt(() => make([]), relation.span);
  if (alone.ok) return alone.value;
  const { refusal } = alone;
  if (refusal.code !== 'name.unbound-size' || operands.length === 2) throw refusal;
  return make(operands);
}
