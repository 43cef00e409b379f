// Numbers that are known while names are bound: parameters of laws are held to their limits by them.
import { freeLocals } from '../children.js';
import { PlainArithmetic } from '../compute/plainArithmetic.js';
import { interpret } from '../compute/interpret.js';
import type { Expression } from '../expression.js';
import { attempt } from '../refusal.js';

const LIMITS = { steps: 100_000, memory: 100_000 };

/** The entries of what depends on nothing that varies, `null` for everything else. */
export function closedEntries(expression: Expression): readonly number[] | null {
  if (freeLocals(expression).size > 0) return null;
  const found = attempt(
    () => interpret(expression, new PlainArithmetic(), LIMITS),
    expression.span,
  );
  if (!found.ok) return null;
  return typeof found.value === 'number' ? [found.value] : found.value;
}

export function closedNumber(expression: Expression): number | null {
  return closedEntries(expression)?.[0] ?? null;
}
