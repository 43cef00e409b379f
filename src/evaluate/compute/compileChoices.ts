// Generates the code of cases, conditions and conventions.
import type { Condition, Expression } from '../expression.js';
import { COMPARISONS } from './accumulate.js';
import { CodeBlock, type Emitter } from './code.js';

export function convention(
  emitter: Emitter,
  { zero, divisor, otherwise }: Extract<Expression, { kind: 'convention' }>,
  block: CodeBlock,
): string {
  const test = block.define(emitter.name(), emitter.number(zero, block));
  const result = block.declare(emitter.name());
  const inner = new CodeBlock();
  const none = new CodeBlock();
  none.push('trace.zeroLogZero = true;', `${result} = 0;`);
  if (divisor === null) inner.push(`${result} = ${emitter.number(otherwise, inner)};`);
  else ratioConvention(emitter, test, divisor, otherwise, result, inner);
  block.branch(`${test} === 0`, none, inner);
  return result;
}

function ratioConvention(
  emitter: Emitter,
  test: string,
  divisor: Expression,
  otherwise: Expression,
  result: string,
  block: CodeBlock,
): void {
  const below = emitter.number(divisor, block);
  const infinite = new CodeBlock();
  infinite.push(`${result} = Infinity;`);
  const finite = new CodeBlock();
  finite.push(`${result} = ${emitter.number(otherwise, finite)};`);
  block.branch(`${below} === 0 && ${test} > 0`, infinite, finite);
}

export function choose(
  emitter: Emitter,
  { branches, otherwise }: Extract<Expression, { kind: 'choose' }>,
  block: CodeBlock,
): string {
  const result = block.declare(emitter.name());
  const emit = (at: number, into: CodeBlock): void => {
    const branch = branches[at];
    if (branch === undefined) {
      into.push(`${result} = ${otherwise === null ? 'fail()' : emitter.number(otherwise, into)};`);
      return;
    }
    const held = conditionsCode(emitter, branch.conditions, into);
    const yes = new CodeBlock();
    yes.push(`${result} = ${emitter.number(branch.value, yes)};`);
    const no = new CodeBlock();
    emit(at + 1, no);
    into.branch(held, yes, no);
  };
  emit(0, block);
  return result;
}

/** A condition for `if`; later conditions are evaluated only where the earlier hold. */
export function conditionsCode(
  emitter: Emitter,
  conditions: readonly Condition[],
  block: CodeBlock,
): string {
  const [first, ...rest] = conditions;
  if (first === undefined) return 'true';
  const code = condition(emitter, first, block);
  if (rest.length === 0) return code;
  const after = new CodeBlock();
  const following = conditionsCode(emitter, rest, after);
  if (after.lines.length === 0) return `${code} && ${following}`;
  const held = block.declare(emitter.name(), 'false');
  after.push(`${held} = ${following};`);
  block.branch(code, after, new CodeBlock());
  return held;
}

function condition(emitter: Emitter, condition: Condition, block: CodeBlock): string {
  if (condition.kind === 'membership') {
    const set = emitter.input(condition.elements.values);
    return `${condition.negated ? '!' : ''}member(${set}, ${emitter.number(condition.body, block)})`;
  }
  const left = emitter.number(condition.left, block);
  const right = emitter.number(condition.right, block);
  const sure = isOrdinary(condition.left) && isOrdinary(condition.right);
  const plain = `(${left} ${COMPARISONS[condition.operator]} ${right})`;
  if (sure) return plain;
  const [one, other] = [left, right].map((code) =>
    /^[\w.]+$/.test(code) ? code : block.define(emitter.name(), code),
  );
  return `(compare(${one}, ${other}), ${one} ${COMPARISONS[condition.operator]} ${other})`;
}

/** Whether it cannot be without a value, so that comparing it needs no check. */
function isOrdinary(expression: Expression): boolean {
  if (expression.kind === 'constant') return true;
  return expression.kind === 'local' && expression.local.range !== null;
}
