// Compiles an expression to JavaScript: fused loops over typed arrays. Only generated names and numbers enter the code.
import type { Numbers } from '../data/dataFile.js';
import {
  shapeOf,
  type AlgorithmExpression,
  type Expression,
  type Instance,
  type Local,
} from '../expression.js';
import { freeInInstance } from '../children.js';
import { CodeBlock, numberCode, type Emitter } from './code.js';
import { choose, convention } from './compileChoices.js';
import { build, reduceCode } from './compileLoops.js';

export interface Compiled {
  readonly source: string;
  /** The data, in the order of the code's parameters d0, d1, … */
  readonly inputs: readonly Numbers[];
  /** The algorithms that it calls, by their place. */
  readonly algorithms: readonly AlgorithmExpression[];
}

/** Source of a function of the runtime (`rt`), the data (`data`) and the parameters (`given`). */
export function compile(expression: Expression, parameters: readonly Local[]): Compiled {
  const compiler = new Compiler();
  const block = new CodeBlock();
  const result = compiler.value(expression, block);
  const inputs = [...compiler.inputs.keys()];
  const lines = [
    '"use strict";',
    'const { divide, power, positivePower, compare, checkedIndex, remainder, logistic, whole, count, fail, sorted, stored, trace, member, solve } = rt;',
    ...inputs.map((_, at) => `const d${at} = data[${at}];`),
    ...parameters.map(({ id }, at) => `const v${id} = given[${at}];`),
    ...compiler.functions,
    ...block.lines,
    `return ${result};`,
  ];
  return { source: lines.join('\n'), inputs, algorithms: compiler.algorithms };
}

class Compiler implements Emitter {
  readonly inputs = new Map<Numbers, string>();
  readonly functions: string[] = [];
  readonly algorithms: AlgorithmExpression[] = [];
  readonly #instances = new Map<Instance, string>();
  /** The code that stands for each local that is bound. */
  readonly #bound = new Map<number, string>();
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
        return this.input(expression.data);
      case 'local':
        return this.#local(expression.local.id);
      case 'list': {
        const items = expression.items.map((item) => this.number(item, block));
        return block.define(this.name(), `stored(Float64Array.of(${items.join(', ')}))`);
      }
      case 'sorted':
        return block.define(this.name(), `sorted(${this.array(expression.array, block)})`);
      case 'build':
        return build(this, expression, block);
      case 'let':
        return this.#bind(expression, block, (body) => this.array(body, block));
      case 'call':
        return this.#call(expression, block);
      case 'algorithm':
        return this.#algorithm(expression, block);
      default:
        return `Float64Array.of(${this.number(expression, block)})`;
    }
  }

  #structured(expression: Expression, block: CodeBlock): string {
    switch (expression.kind) {
      case 'convention':
        return convention(this, expression, block);
      case 'choose':
        return choose(this, expression, block);
      case 'reduce':
        return reduceCode(this, expression, block);
      case 'let':
        return this.#bind(expression, block, (body) => this.number(body, block));
      case 'call':
        return this.#call(expression, block);
      case 'algorithm':
        return this.#algorithm(expression, block);
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
        const simple = /^\w+$/.test(code) ? code : block.define(this.name(), code);
        return `(${simple} * ${simple})`;
      }
      case 'positivePart':
        return `Math.max(${code}, 0)`;
      case 'logistic':
        return `logistic(${code})`;
      case 'stopGradient':
        return code;
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

  /** A formula may stand in two places of the code: each time what it binds has names of its own. */
  #bind(
    { local, value, body, eager }: Extract<Expression, { kind: 'let' }>,
    block: CodeBlock,
    read: (body: Expression) => string,
  ): string {
    const around = this.#bound.get(local.id);
    const name = this.name();
    if (eager) {
      block.push(`const ${name} = ${this.value(value, block)};`);
      this.#bound.set(local.id, name);
    } else this.#bound.set(local.id, this.#deferred(name, value, block));
    const result = read(body);
    if (around === undefined) this.#bound.delete(local.id);
    else this.#bound.set(local.id, around);
    return result;
  }

  /** The code of a value that is computed where it is first asked for. */
  #deferred(name: string, value: Expression, block: CodeBlock): string {
    const inner = new CodeBlock();
    const result = this.value(value, inner);
    block.push(
      `let ${name}, ${name}r = false;`,
      `const ${name}f = () => {`,
      ...inner.lines,
      `${name} = ${result};`,
      `${name}r = true;`,
      `return ${name}; };`,
    );
    return `(${name}r ? ${name} : ${name}f())`;
  }

  #local(id: number): string {
    return this.#bound.get(id) ?? `v${id}`;
  }

  #call(
    { instance, arguments: values }: Extract<Expression, { kind: 'call' }>,
    block: CodeBlock,
  ): string {
    const name = this.#instances.get(instance) ?? this.#function(instance, block);
    const codes = values.map((value) => this.value(value, block));
    block.push('count(1);');
    return block.define(this.name(), `${name}(${codes.join(', ')})`);
  }

  #algorithm(expression: AlgorithmExpression, block: CodeBlock): string {
    const { operands, functions } = expression;
    const at = this.algorithms.push(expression) - 1;
    const values = operands.map((operand) => this.value(operand, block));
    const asked = functions.map(({ parameters, body }) => {
      const inner = new CodeBlock();
      const result = this.value(body, inner);
      const names = parameters.map(({ id }) => `v${id}`).join(', ');
      return [`(${names}) => { count(1);`, ...inner.lines, `return ${result}; }`].join('\n');
    });
    const call = `solve(${at}, [${values.join(', ')}], [${asked.join(', ')}])`;
    return block.define(this.name(), call);
  }

  /** What takes locals from around it is a function where these are bound. */
  #function(instance: Instance, block: CodeBlock): string {
    const isClosed = freeInInstance(instance).size === 0;
    const name = isClosed ? `i${instance.id}` : this.name();
    if (isClosed) this.#instances.set(instance, name);
    const body = new CodeBlock();
    const result = this.value(instance.body, body);
    const parameters = instance.parameters.map(({ id }) => `v${id}`);
    const lines = [
      `function ${name}(${parameters.join(', ')}) {`,
      ...body.lines,
      `return ${result}; }`,
    ];
    if (isClosed) this.functions.push(...lines);
    else block.push(...lines);
    return name;
  }

  input(data: Numbers): string {
    const name = this.inputs.get(data) ?? `d${this.inputs.size}`;
    this.inputs.set(data, name);
    return name;
  }

  name(): string {
    return `t${this.#names++}`;
  }
}
