// Compiles an expression to JavaScript: fused loops over typed arrays. Only generated names and numbers enter the code.
import { shapeOf, sizeOf, type Condition, type Expression, type Instance } from '../expression.js';
import { accumulate, COMPARISONS, needsMember, STARTS } from './accumulate.js';
import { CodeBlock, numberCode } from './code.js';

export interface Compiled {
  readonly source: string;
  /** The data, in the order of the code's parameters d0, d1, … */
  readonly inputs: readonly Float64Array[];
}

/** Source of a function of the runtime (`rt`) and the data (`data`). */
export function compile(expression: Expression): Compiled {
  const compiler = new Compiler();
  const block = new CodeBlock();
  const result = compiler.value(expression, block);
  const inputs = [...compiler.inputs.keys()];
  const lines = [
    '"use strict";',
    'const { divide, power, positivePower, compare, checkedIndex, remainder, logistic, whole, count, fail, sorted, stored, trace, member } = rt;',
    ...inputs.map((_, at) => `const d${at} = data[${at}];`),
    ...compiler.functions,
    ...block.lines,
    `return ${result};`,
  ];
  return { source: lines.join('\n'), inputs };
}

class Compiler {
  readonly inputs = new Map<Float64Array, string>();
  readonly functions: string[] = [];
  readonly #instances = new Map<Instance, string>();
  /** Names whose value is computed on first use, by local. */
  readonly #deferred = new Map<number, string>();
  #names = 0;

  value(expression: Expression, block: CodeBlock): string {
    return shapeOf(expression).rank === 0
      ? this.number(expression, block)
      : this.array(expression, block);
  }

  number(expression: Expression, block: CodeBlock): string {
    const number = (part: Expression): string => this.number(part, block);
    switch (expression.kind) {
      case 'constant':
        return numberCode(expression.value);
      case 'local':
        return this.#local(expression.local.id);
      case 'add':
        return this.#sum(expression, block);
      case 'multiply':
        return `(${expression.factors.map(number).join(' * ')})`;
      case 'divide':
        return this.#quotient(expression, block);
      case 'power': {
        const { exponent } = expression;
        const positive = exponent.kind === 'constant' && exponent.value > 0;
        const operation = positive ? 'positivePower' : 'power';
        return `${operation}(${number(expression.base)}, ${number(exponent)})`;
      }
      case 'unary':
        return this.#unary(expression, block);
      case 'remainder':
        return `remainder(${number(expression.left)}, ${number(expression.right)})`;
      case 'extremum':
        return `Math.${expression.operator}(${expression.items.map(number).join(', ')})`;
      case 'checkedIndex':
        return `checkedIndex(${number(expression.body)}, ${expression.length})`;
      case 'element':
        return this.#element(expression, block);
      default:
        return this.#structured(expression, block);
    }
  }

  array(expression: Expression, block: CodeBlock): string {
    switch (expression.kind) {
      case 'input':
        return this.#input(expression.data);
      case 'local':
        return this.#local(expression.local.id);
      case 'list': {
        const items = expression.items.map((item) => this.number(item, block));
        return block.define(this.#name(), `stored(Float64Array.of(${items.join(', ')}))`);
      }
      case 'sorted':
        return block.define(this.#name(), `sorted(${this.array(expression.array, block)})`);
      case 'build':
        return this.#build(expression, block);
      case 'let':
        this.#bind(expression, block);
        return this.array(expression.body, block);
      case 'call':
        return this.#call(expression, block);
      default:
        return `Float64Array.of(${this.number(expression, block)})`;
    }
  }

  #structured(expression: Expression, block: CodeBlock): string {
    switch (expression.kind) {
      case 'convention':
        return this.#convention(expression, block);
      case 'choose':
        return this.#choose(expression, block);
      case 'reduce':
        return this.#reduce(expression, block);
      case 'let':
        this.#bind(expression, block);
        return this.number(expression.body, block);
      case 'call':
        return this.#call(expression, block);
      default:
        return 'fail()';
    }
  }

  #sum({ terms }: Extract<Expression, { kind: 'add' }>, block: CodeBlock): string {
    const parts = terms.map(({ negative, body }, at) => {
      const code = this.number(body, block);
      if (at === 0) return negative ? `-(${code})` : code;
      return `${negative ? '-' : '+'} ${code}`;
    });
    return `(${parts.join(' ')})`;
  }

  #quotient(
    { numerator, denominator }: Extract<Expression, { kind: 'divide' }>,
    block: CodeBlock,
  ): string {
    const above = this.number(numerator, block);
    const below = this.number(denominator, block);
    const known = denominator.kind === 'constant' ? denominator.value : 0;
    return known !== 0 && Number.isFinite(known)
      ? `(${above} / ${below})`
      : `divide(${above}, ${below})`;
  }

  #unary({ operator, body }: Extract<Expression, { kind: 'unary' }>, block: CodeBlock): string {
    const code = this.number(body, block);
    switch (operator) {
      case 'negate':
        return `(-(${code}))`;
      case 'square': {
        const simple = /^\w+$/.test(code) ? code : block.define(this.#name(), code);
        return `(${simple} * ${simple})`;
      }
      case 'positivePart':
        return `Math.max(${code}, 0)`;
      case 'logistic':
        return `logistic(${code})`;
      case 'arcsin':
      case 'arccos':
      case 'arctan':
        return `Math.a${operator.slice(3)}(${code})`;
      case 'ceiling':
        return `Math.ceil(${code})`;
      default:
        return `Math.${operator}(${code})`;
    }
  }

  #element({ array, indices }: Extract<Expression, { kind: 'element' }>, block: CodeBlock): string {
    const name = this.array(array, block);
    const [row = '1', column] = indices.map((index) => this.number(index, block));
    const shape = shapeOf(array);
    if (column === undefined || shape.rank !== 2) return `${name}[${row} - 1]`;
    return `${name}[(${row} - 1) * ${shape.columns} + ${column} - 1]`;
  }

  #convention(
    { zero, divisor, otherwise }: Extract<Expression, { kind: 'convention' }>,
    block: CodeBlock,
  ): string {
    const test = block.define(this.#name(), this.number(zero, block));
    const result = block.declare(this.#name());
    const inner = new CodeBlock();
    const none = new CodeBlock();
    none.push('trace.zeroLogZero = true;', `${result} = 0;`);
    if (divisor === null) inner.push(`${result} = ${this.number(otherwise, inner)};`);
    else this.#ratioConvention(test, divisor, otherwise, result, inner);
    block.branch(`${test} === 0`, none, inner);
    return result;
  }

  #ratioConvention(
    test: string,
    divisor: Expression,
    otherwise: Expression,
    result: string,
    block: CodeBlock,
  ): void {
    const below = this.number(divisor, block);
    const infinite = new CodeBlock();
    infinite.push(`${result} = Infinity;`);
    const finite = new CodeBlock();
    finite.push(`${result} = ${this.number(otherwise, finite)};`);
    block.branch(`${below} === 0 && ${test} > 0`, infinite, finite);
  }

  #choose(
    { branches, otherwise }: Extract<Expression, { kind: 'choose' }>,
    block: CodeBlock,
  ): string {
    const result = block.declare(this.#name());
    const emit = (at: number, into: CodeBlock): void => {
      const branch = branches[at];
      if (branch === undefined) {
        into.push(`${result} = ${otherwise === null ? 'fail()' : this.number(otherwise, into)};`);
        return;
      }
      const held = this.#conditions(branch.conditions, into);
      const yes = new CodeBlock();
      yes.push(`${result} = ${this.number(branch.value, yes)};`);
      const no = new CodeBlock();
      emit(at + 1, no);
      into.branch(held, yes, no);
    };
    emit(0, block);
    return result;
  }

  /** A condition for `if`; later conditions are evaluated only where the earlier hold. */
  #conditions(conditions: readonly Condition[], block: CodeBlock): string {
    const [first, ...rest] = conditions;
    if (first === undefined) return 'true';
    const code = this.#condition(first, block);
    if (rest.length === 0) return code;
    const after = new CodeBlock();
    const following = this.#conditions(rest, after);
    if (after.lines.length === 0) return `${code} && ${following}`;
    const held = block.declare(this.#name(), 'false');
    after.push(`${held} = ${following};`);
    block.branch(code, after, new CodeBlock());
    return held;
  }

  #condition(condition: Condition, block: CodeBlock): string {
    if (condition.kind === 'membership') {
      const set = this.#input(condition.elements.values);
      return `${condition.negated ? '!' : ''}member(${set}, ${this.number(condition.body, block)})`;
    }
    const left = this.number(condition.left, block);
    const right = this.number(condition.right, block);
    const sure = isOrdinary(condition.left) && isOrdinary(condition.right);
    const plain = `(${left} ${COMPARISONS[condition.operator]} ${right})`;
    if (sure) return plain;
    const [one, other] = [left, right].map((code) =>
      /^[\w.]+$/.test(code) ? code : block.define(this.#name(), code),
    );
    return `(compare(${one}, ${other}), ${one} ${COMPARISONS[condition.operator]} ${other})`;
  }

  #reduce(expression: Extract<Expression, { kind: 'reduce' }>, block: CodeBlock): string {
    const { operator, index, conditions } = expression;
    const [from, to] = this.#ends(expression, block);
    const total = block.declare(this.#name(), operator === 'product' ? '1' : STARTS[operator]);
    const filled = needsMember(operator) ? block.declare(this.#name(), 'false') : null;
    const place = operator.startsWith('arg') ? block.declare(this.#name(), '0') : null;
    const name = `v${index.id}`;
    const body = new CodeBlock();
    const held = conditions.length === 0 ? null : this.#conditions(conditions, body);
    const inner = held === null ? body : new CodeBlock();
    const value = operator === 'count' ? '1' : this.number(expression.body, inner);
    accumulate(operator, { total, filled, place, name, value, found: this.#name() }, inner);
    if (held !== null) body.branch(held, inner, new CodeBlock());
    block.loop(name, from, to, body);
    if (filled !== null) block.push(`if (!${filled}) fail();`);
    return place ?? total;
  }

  #ends(
    { from, to }: Extract<Expression, { kind: 'reduce' }>,
    block: CodeBlock,
  ): readonly [string, string] {
    const end = (expression: Expression): string => {
      if (expression.kind === 'constant' && Number.isInteger(expression.value))
        return numberCode(expression.value);
      return block.define(this.#name(), `whole(${this.number(expression, block)})`);
    };
    const ends = [end(from), end(to)] as const;
    block.push(`count(Math.max(0, ${ends[1]} - ${ends[0]} + 1));`);
    return ends;
  }

  #build(
    { indices, shape, body }: Extract<Expression, { kind: 'build' }>,
    block: CodeBlock,
  ): string {
    const size = sizeOf(shape);
    block.push(`count(${size}, ${size});`);
    const array = block.define(this.#name(), `new Float64Array(${size})`);
    const [first, second] = indices.map(({ id }) => `v${id}`);
    const inner = new CodeBlock();
    const value = this.number(body, inner);
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

  #bind({ local, value, eager }: Extract<Expression, { kind: 'let' }>, block: CodeBlock): void {
    const name = `v${local.id}`;
    if (eager) {
      block.push(`const ${name} = ${this.value(value, block)};`);
      this.#deferred.delete(local.id);
      return;
    }
    const inner = new CodeBlock();
    const result = this.value(value, inner);
    block.push(
      `let ${name}, r${local.id} = false;`,
      `const f${local.id} = () => {`,
      ...inner.lines,
      `${name} = ${result};`,
      `r${local.id} = true;`,
      `return ${name}; };`,
    );
    this.#deferred.set(local.id, `(r${local.id} ? ${name} : f${local.id}())`);
  }

  #local(id: number): string {
    return this.#deferred.get(id) ?? `v${id}`;
  }

  #call(
    { instance, arguments: values }: Extract<Expression, { kind: 'call' }>,
    block: CodeBlock,
  ): string {
    const name = this.#instances.get(instance) ?? this.#function(instance);
    const codes = values.map((value) => this.value(value, block));
    block.push('count(1);');
    return block.define(this.#name(), `${name}(${codes.join(', ')})`);
  }

  #function(instance: Instance): string {
    const name = `i${instance.id}`;
    this.#instances.set(instance, name);
    const body = new CodeBlock();
    const result = this.value(instance.body, body);
    const parameters = instance.parameters.map(({ id }) => `v${id}`);
    this.functions.push(
      `function ${name}(${parameters.join(', ')}) {`,
      ...body.lines,
      `return ${result}; }`,
    );
    return name;
  }

  #input(data: Float64Array): string {
    const name = this.inputs.get(data) ?? `d${this.inputs.size}`;
    this.inputs.set(data, name);
    return name;
  }

  #name(): string {
    return `t${this.#names++}`;
  }
}

/** Whether it cannot be without a value, so that comparing it needs no check. */
function isOrdinary(expression: Expression): boolean {
  if (expression.kind === 'constant') return true;
  return expression.kind === 'local' && expression.local.range !== null;
}
