// Generates the code of sums, extrema and arrays: loops over whole numbers.
import { sizeOf, type Expression } from '../expression.js';
import { accumulate, needsMember, STARTS } from './accumulate.js';
import { CodeBlock, numberCode, type Emitter } from './code.js';
import { conditionsCode } from './compileChoices.js';
import { inputRowOf, type InputRow } from './rows.js';

export function reduceCode(
  emitter: Emitter,
  expression: Extract<Expression, { kind: 'reduce' }>,
  block: CodeBlock,
): string {
  const { operator, index, conditions } = expression;
  const [from, to] = ends(emitter, expression, block);
  const total = block.declare(emitter.name(), operator === 'product' ? '1' : STARTS[operator]);
  const filled = needsMember(operator) ? block.declare(emitter.name(), 'false') : null;
  const isPlace = operator.startsWith('arg');
  const place = isPlace ? block.declare(emitter.name(), '0') : null;
  const tied = isPlace ? block.declare(emitter.name(), 'false') : null;
  const name = `v${index.id}`;
  const body = new CodeBlock();
  const held = conditions.length === 0 ? null : conditionsCode(emitter, conditions, body);
  const inner = held === null ? body : new CodeBlock();
  const value = operator === 'count' ? '1' : emitter.number(expression.body, inner);
  accumulate(operator, { total, filled, place, tied, name, value, found: emitter.name() }, inner);
  if (held !== null) body.branch(held, inner, new CodeBlock());
  block.loop(name, from, to, body);
  if (filled !== null) block.push(`if (!${filled}) fail();`);
  if (tied !== null) block.push(`if (${tied}) trace.tie = true;`);
  return place ?? total;
}

function ends(
  emitter: Emitter,
  { from, to }: Extract<Expression, { kind: 'reduce' }>,
  block: CodeBlock,
): readonly [string, string] {
  const end = (expression: Expression): string => {
    if (expression.kind === 'constant' && Number.isInteger(expression.value))
      return numberCode(expression.value);
    return block.define(emitter.name(), `whole(${emitter.number(expression, block)})`);
  };
  const ends = [end(from), end(to)] as const;
  block.push(`count(Math.max(0, ${ends[1]} - ${ends[0]} + 1));`);
  return ends;
}

function viewCode(emitter: Emitter, { input, row }: InputRow, block: CodeBlock): string {
  const name = emitter.input(input.data);
  block.push('count(1);');
  if (row === null || input.shape.rank !== 2) return name;
  const { columns } = input.shape;
  const start = block.define(emitter.name(), `(${emitter.number(row, block)} - 1) * ${columns}`);
  return block.define(emitter.name(), `${name}.subarray(${start}, ${start} + ${columns})`);
}

export function build(
  emitter: Emitter,
  expression: Extract<Expression, { kind: 'build' }>,
  block: CodeBlock,
): string {
  const { indices, shape, body } = expression;
  const view = inputRowOf(expression);
  if (view !== null) return viewCode(emitter, view, block);
  const size = sizeOf(shape);
  block.push(`count(${size}, ${size});`);
  const array = block.define(emitter.name(), `new Float64Array(${size})`);
  const [first, second] = indices.map(({ id }) => `v${id}`);
  const inner = new CodeBlock();
  const value = emitter.number(body, inner);
  if (shape.rank === 1 || second === undefined) {
    inner.push(`${array}[${first ?? '1'} - 1] = ${value};`);
    block.loop(first ?? 'v', '1', String(size), inner);
  } else {
    inner.push(`${array}[(${first ?? '1'} - 1) * ${shape.columns} + ${second} - 1] = ${value};`);
    const rows = new CodeBlock();
    rows.loop(second, '1', String(shape.columns), inner);
    block.loop(first ?? 'v', '1', String(shape.rows), rows);
  }
  block.push(`stored(${array});`);
  return array;
}
