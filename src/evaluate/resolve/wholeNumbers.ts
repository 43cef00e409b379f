// Whether a formula makes sense of a number only where it is whole: as an index, the end of a loop, an exponent of −1.
import { childrenOf, freeLocals } from '../children.js';
import type { Expression, Local } from '../expression.js';

export function needsWholeNumber(expression: Expression, local: Local): boolean {
  return some(expression, (part) => {
    if (part.kind === 'reduce') return [part.from, part.to].some((end) => dependsOn(end, local));
    if (part.kind === 'checkedIndex' || part.kind === 'element') return dependsOn(part, local);
    if (part.kind === 'remainder') return dependsOn(part, local);
    if (part.kind === 'unary' && STEPS.has(part.operator)) return dependsOn(part, local);
    // Functions may hold any of these.
    return part.kind === 'call' && holdsStep(part.instance.body) && dependsOn(part, local);
  });
}

/** Whether each value takes a loop of that many rounds. */
export function loopsTo(expression: Expression, local: Local): boolean {
  return some(
    expression,
    (part) =>
      (part.kind === 'reduce' && [part.from, part.to].some((end) => dependsOn(end, local))) ||
      (part.kind === 'algorithm' && part.algorithm === 'iteration' && dependsOn(part, local)) ||
      (part.kind === 'call' && dependsOn(part, local) && holdsStep(part.instance.body)),
  );
}

/** Whether a condition, a step or an entry of an array decides what a number gives. */
export function hasCases(expression: Expression, local: Local): boolean {
  return some(
    expression,
    (part) =>
      (CASES.has(part.kind) && dependsOn(part, local)) ||
      (part.kind === 'unary' && STEPS.has(part.operator) && dependsOn(part, local)) ||
      (part.kind === 'call' && dependsOn(part, local) && some(part.instance.body, holdsCase)),
  );
}

const CASES: ReadonlySet<string> = new Set([
  'choose',
  'remainder',
  'extremum',
  'checkedIndex',
  'element',
  'algorithm',
]);

function holdsCase(part: Expression): boolean {
  return (
    CASES.has(part.kind) ||
    (part.kind === 'unary' && STEPS.has(part.operator)) ||
    (part.kind === 'reduce' && part.conditions.length > 0) ||
    (part.kind === 'call' && some(part.instance.body, holdsCase))
  );
}

const STEPS: ReadonlySet<string> = new Set(['floor', 'ceiling', 'sign']);

function holdsStep(body: Expression): boolean {
  return some(
    body,
    (part) =>
      ['reduce', 'checkedIndex', 'element', 'remainder', 'algorithm'].includes(part.kind) ||
      (part.kind === 'unary' && STEPS.has(part.operator)) ||
      (part.kind === 'call' && holdsStep(part.instance.body)),
  );
}

function dependsOn(expression: Expression, local: Local): boolean {
  return freeLocals(expression).has(local);
}

function some(expression: Expression, test: (part: Expression) => boolean): boolean {
  return test(expression) || childrenOf(expression).some((child) => some(child, test));
}
