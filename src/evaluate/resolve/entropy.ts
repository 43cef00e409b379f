// The conventions of entropies: `p \log p` is 0 where p is 0, and `p \log(p/q)` is +∞ where only q is.
import type { Span } from '../../core/text/span.js';
import { shapeOf, type Expression } from '../expression.js';
import type { Factor, Syntax } from '../syntax.js';
import { multiply } from './construct.js';

/** A factor, and whether it is a vector lying down (`x^\top`). */
export interface Operand {
  readonly expression: Expression;
  readonly row: boolean;
}

/** Which factors are p and its logarithm. */
export interface EntropyPair {
  readonly zero: number;
  readonly logarithm: number;
  /** Whether the logarithm is that of p/q. */
  readonly ratio: boolean;
}

/** Looks at what is written: that two different names are both 0 makes no entropy. */
export function entropyPair(factors: readonly Factor[]): EntropyPair | null {
  for (const [logarithm, { body }] of factors.entries()) {
    const argument = logarithmArgument(body);
    if (argument === null) continue;
    const same = (wanted: Syntax): number =>
      factors.findIndex(
        (factor, at) => at !== logarithm && sameSyntax(ungrouped(factor.body), wanted),
      );
    const whole = same(argument);
    if (whole >= 0) return { zero: whole, logarithm, ratio: false };
    const above = numeratorOf(argument);
    const part = above === null ? -1 : same(above);
    if (part >= 0) return { zero: part, logarithm, ratio: true };
  }
  return null;
}

/** The operands with the pair as one, in the place of p; `null` for arrays. */
export function withConvention(
  operands: readonly Operand[],
  { zero, logarithm, ratio }: EntropyPair,
  span: Span,
): readonly Operand[] | null {
  const [factor, log] = [operands[zero]?.expression, operands[logarithm]?.expression];
  if (factor === undefined || log === undefined) return null;
  if (shapeOf(factor).rank !== 0 || shapeOf(log).rank !== 0) return null;
  const expression: Expression = {
    kind: 'convention',
    zero: factor,
    divisor: ratio ? divisorOf(log) : null,
    otherwise: multiply([factor, log], span),
    span,
  };
  return operands
    .map((operand, at) => (at === zero ? { expression, row: false } : operand))
    .filter((_, at) => at !== logarithm);
}

/** The q of a logarithm of p/q, whatever its base. */
function divisorOf(logarithm: Expression): Expression | null {
  const inner = logarithm.kind === 'divide' ? logarithm.numerator : logarithm;
  if (inner.kind !== 'unary' || inner.body.kind !== 'divide') return null;
  return inner.body.denominator;
}

const LOGARITHMS: ReadonlySet<string> = new Set(['log', 'ln', 'lg']);

function logarithmArgument(syntax: Syntax): Syntax | null {
  if (syntax.kind !== 'function' || !LOGARITHMS.has(syntax.name) || syntax.power !== null)
    return null;
  return ungrouped(syntax.argument);
}

function numeratorOf(syntax: Syntax): Syntax | null {
  if (syntax.kind === 'quotient') return ungrouped(syntax.numerator);
  if (syntax.kind !== 'product' || syntax.factors.length !== 2) return null;
  const [above, below] = syntax.factors;
  return above !== undefined && below?.operator === 'slash' ? ungrouped(above.body) : null;
}

function ungrouped(syntax: Syntax): Syntax {
  if (syntax.kind !== 'group' || syntax.items.length !== 1 || syntax.bar !== null) return syntax;
  return syntax.items[0] ?? syntax;
}

function sameSyntax(left: Syntax, right: Syntax): boolean {
  return left.kind === right.kind && spell(left) === spell(right);
}

function spell(syntax: Syntax): string {
  return JSON.stringify(syntax, (key, value: unknown) => (key === 'span' ? undefined : value));
}
