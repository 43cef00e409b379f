// One side of a relation: a vector may stand there, and so may ∞.
import type { Expression } from '../expression.js';
import type { Syntax } from '../syntax.js';
import { constant } from './construct.js';
import type { Context } from './context.js';
import { resolveVector } from './lists.js';

export function resolveSide(side: Syntax, context: Context): Expression {
  if (side.kind === 'constant' && side.constant === 'infinity')
    return constant(Infinity, side.span);
  return resolveVector(side, context, true);
}
