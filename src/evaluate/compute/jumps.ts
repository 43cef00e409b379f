// Whether a value may jump where its parts change a little, so that rounding can put it on the wrong side.
import { childrenOf, somePart } from '../children.js';
import type { Condition, Expression } from '../expression.js';
import { ALGORITHMS } from './algorithms.js';

export function hasJump(expression: Expression): boolean {
  return somePart(expression, jumps);
}

function jumps(expression: Expression): boolean {
  switch (expression.kind) {
    case 'unary':
      return ['floor', 'ceiling', 'sign'].includes(expression.operator);
    case 'remainder':
    case 'checkedIndex':
      return !childrenOf(expression).every(isWhole);
    case 'choose':
      return expression.branches.some(({ conditions }) => conditions.some(mayBeUnsure));
    case 'reduce':
      return (
        expression.operator.startsWith('arg') ||
        expression.conditions.some(mayBeUnsure) ||
        ![expression.from, expression.to].every(isWhole)
      );
    case 'algorithm':
      return ALGORITHMS[expression.algorithm].jumps;
    default:
      return false;
  }
}

function mayBeUnsure(condition: Condition): boolean {
  if (condition.kind === 'membership') return !isWhole(condition.body);
  return !isWhole(condition.left) || !isWhole(condition.right);
}

/** Indices, and what whole numbers make of them. */
function isWhole(expression: Expression): boolean {
  switch (expression.kind) {
    case 'constant':
      return expression.truth === 'nearest' && Number.isSafeInteger(expression.value);
    case 'local':
      return expression.local.range !== null;
    case 'add':
    case 'multiply':
    case 'remainder':
      return childrenOf(expression).every(isWhole);
    default:
      return false;
  }
}
