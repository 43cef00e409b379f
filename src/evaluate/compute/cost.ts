// How many steps an expression takes at most, where its text tells.
import { childrenOf } from '../children.js';
import { inputRowOf } from './rows.js';
import { shapeOf, sizeOf, type Expression, type Instance } from '../expression.js';

/** Infinity where the ends of a loop, or what an algorithm does, are not known before. */
export function mostSteps(expression: Expression, known = new Map<Instance, number>()): number {
  const inner = (part: Expression): number => mostSteps(part, known);
  const children = childrenOf(expression).reduce((total, child) => total + inner(child), 0);
  switch (expression.kind) {
    case 'algorithm':
      return Infinity;
    case 'reduce': {
      const { from, to } = expression;
      if (from.kind !== 'constant' || to.kind !== 'constant') return Infinity;
      return Math.max(0, to.value - from.value + 1) * (1 + children);
    }
    case 'build':
      if (inputRowOf(expression) !== null) return 1 + children;
      return sizeOf(expression.shape) * (1 + children);
    case 'sorted':
      return children + sizeOf(shapeOf(expression));
    case 'call': {
      const body = known.get(expression.instance) ?? inner(expression.instance.body);
      known.set(expression.instance, body);
      return 1 + children + body;
    }
    default:
      return children;
  }
}
