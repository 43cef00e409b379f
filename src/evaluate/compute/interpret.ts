// Evaluates expressions directly: where code cannot be generated, where a place is wanted, and with error bounds.
import {
  describeShape,
  sizeOf,
  shapeOf,
  type AlgorithmExpression,
  type Condition,
  type Expression,
  type FunctionOperand,
  type InputExpression,
  type Local,
  type ReduceExpression,
} from '../expression.js';
import { refuse } from '../refusal.js';
import type { AlgorithmCall, Arithmetic, Asked, Interpreted } from './arithmetic.js';
import { ALGORITHMS } from './algorithms.js';
import type { Limits } from './limits.js';
import { inputRowOf, type InputRow } from './rows.js';
import { better, reduce } from './reduce.js';

/** Values of locals that are bound around an expression, by id. */
export type Given<T> = ReadonlyMap<number, Interpreted<T>>;

/** How many steps a run has taken, also where it was refused. */
export interface StepCount {
  steps: number;
}

export function interpret<T>(
  expression: Expression,
  arithmetic: Arithmetic<T>,
  limits: Limits,
  used: StepCount = { steps: 0 },
  given: Given<T> = new Map(),
): Interpreted<T> {
  return new Interpreter(arithmetic, limits, used, (id) => given.get(id)).value(expression);
}

class Interpreter<T> {
  readonly #arithmetic: Arithmetic<T>;
  readonly #limits: Limits;
  readonly #slots: (Interpreted<T> | undefined)[] = [];
  /** Values of names that are computed when they are first needed. */
  readonly #deferred: (Expression | undefined)[] = [];
  readonly #inputs = new Map<InputExpression['data'], readonly T[]>();
  readonly #used: StepCount;
  /** What is bound around the expression. */
  readonly #outside: (id: number) => Interpreted<T> | undefined;

  constructor(
    arithmetic: Arithmetic<T>,
    limits: Limits,
    used: StepCount,
    outside: (id: number) => Interpreted<T> | undefined,
  ) {
    this.#used = used;
    this.#arithmetic = arithmetic;
    this.#limits = limits;
    this.#outside = outside;
  }

  value(expression: Expression): Interpreted<T> {
    return shapeOf(expression).rank === 0 ? this.number(expression) : this.array(expression);
  }

  number(expression: Expression): T {
    const { span } = expression;
    const arithmetic = this.#arithmetic;
    switch (expression.kind) {
      case 'constant':
        return arithmetic.constant(expression);
      case 'local':
        return this.#slot(expression.local.id) as T;
      case 'add':
        return this.#sum(expression);
      case 'multiply':
        return expression.factors
          .map((factor) => this.number(factor))
          .reduce((total, factor) => arithmetic.multiply(total, factor, span));
      case 'divide':
        return arithmetic.divide(
          this.number(expression.numerator),
          this.number(expression.denominator),
          span,
        );
      case 'power':
        return arithmetic.power(
          this.number(expression.base),
          this.number(expression.exponent),
          span,
        );
      case 'unary':
        return arithmetic.unary(expression.operator, this.number(expression.body), span);
      case 'remainder':
        return arithmetic.remainder(
          this.number(expression.left),
          this.number(expression.right),
          span,
        );
      case 'reduce':
        return this.#reduce(expression);
      default:
        return this.#structured(expression);
    }
  }

  array(expression: Expression): readonly T[] {
    switch (expression.kind) {
      case 'input':
        return this.#input(expression);
      case 'local':
        return this.#slot(expression.local.id) as readonly T[];
      case 'list':
        return expression.items.map((item) => this.number(item));
      case 'sorted': {
        const values = [...this.array(expression.array)];
        this.#count(values.length);
        const arithmetic = this.#arithmetic;
        return values.sort((left, right) => arithmetic.valueOf(left) - arithmetic.valueOf(right));
      }
      case 'build':
        return this.#build(expression);
      case 'let':
        this.#bind(expression);
        return this.array(expression.body);
      case 'call':
        this.#enter(expression);
        return this.array(expression.instance.body);
      case 'algorithm':
        return this.#algorithm(expression) as readonly T[];
      default:
        return [this.number(expression)];
    }
  }

  #structured(expression: Expression): T {
    const arithmetic = this.#arithmetic;
    switch (expression.kind) {
      case 'extremum':
        return expression.items
          .map((item) => this.number(item))
          .reduce((best, item) =>
            better(arithmetic, expression.operator, best, item, expression.span),
          );
      case 'convention':
        return this.#convention(expression);
      case 'choose':
        return this.#choose(expression);
      case 'element':
        return this.#element(expression);
      case 'checkedIndex':
        return this.#checkedIndex(expression);
      case 'let':
        this.#bind(expression);
        return this.number(expression.body);
      case 'call':
        this.#enter(expression);
        return this.number(expression.instance.body);
      case 'algorithm':
        return this.#algorithm(expression) as T;
      default:
        return refuse('shape.number-expected', expression.span, {
          found: describeShape(shapeOf(expression)),
        });
    }
  }

  #sum(expression: Extract<Expression, { kind: 'add' }>): T {
    const arithmetic = this.#arithmetic;
    const [first, ...rest] = expression.terms;
    if (first === undefined) return arithmetic.of(0, expression.span);
    const start = this.number(first.body);
    return rest.reduce(
      (total, { negative, body }) =>
        negative
          ? arithmetic.subtract(total, this.number(body), expression.span)
          : arithmetic.add(total, this.number(body), expression.span),
      first.negative ? arithmetic.unary('negate', start, expression.span) : start,
    );
  }

  #reduce(expression: ReduceExpression): T {
    const { operator, index, body, conditions, span } = expression;
    const arithmetic = this.#arithmetic;
    return reduce(expression, arithmetic, this.#ends(expression), (at) => {
      this.#slots[index.id] = arithmetic.of(at, span);
      if (!this.#hold(conditions)) return null;
      return operator === 'count' ? arithmetic.of(1, span) : this.number(body);
    });
  }

  #ends({ from, to, span }: ReduceExpression): readonly [number, number] {
    const ends = [from, to].map((end) => {
      const value = this.#arithmetic.integer(this.number(end), end.span);
      if (!Number.isInteger(value)) refuse('binder.not-whole', end.span, { found: String(value) });
      return value;
    });
    const [first = 0, last = 0] = ends;
    this.#count(Math.max(0, last - first + 1), span);
    return [first, last];
  }

  #view({ input, row }: InputRow): readonly T[] {
    this.#count(1);
    if (row === null || input.shape.rank !== 2) return this.#input(input);
    const { columns } = input.shape;
    const start = (this.#arithmetic.valueOf(this.number(row)) - 1) * columns;
    const end = start + columns;
    if (!isLarge(input)) return this.#input(input).slice(start, end);
    return this.#arithmetic.entries({ ...input, data: input.data.subarray(start, end) });
  }

  #build(expression: Extract<Expression, { kind: 'build' }>): readonly T[] {
    const view = inputRowOf(expression);
    if (view !== null) return this.#view(view);
    const { indices, shape, body, span } = expression;
    const size = sizeOf(shape);
    this.#allocate(size, span);
    const [first, second] = indices;
    const columns = shape.rank === 2 ? shape.columns : 1;
    const values: T[] = [];
    for (let at = 0; at < size; at++) {
      if (first !== undefined)
        this.#slots[first.id] = this.#arithmetic.of(Math.floor(at / columns) + 1, span);
      if (second !== undefined)
        this.#slots[second.id] = this.#arithmetic.of((at % columns) + 1, span);
      values.push(this.number(body));
    }
    return values;
  }

  #convention({ zero, divisor, otherwise, span }: Extract<Expression, { kind: 'convention' }>): T {
    const arithmetic = this.#arithmetic;
    const factor = this.number(zero);
    const vanished = arithmetic.vanished(factor);
    if (vanished === null && arithmetic.isZero(factor, zero.span)) {
      arithmetic.trace.zeroLogZero = true;
      return arithmetic.of(0, span);
    }
    if (divisor !== null && arithmetic.isZero(this.number(divisor), divisor.span)) {
      const none = arithmetic.of(0, span);
      if (arithmetic.compare('>', factor, none, zero.span)) return arithmetic.of(Infinity, span);
    }
    return vanished ?? this.number(otherwise);
  }

  #choose({ branches, otherwise, fault, span }: Extract<Expression, { kind: 'choose' }>): T {
    for (const { conditions, value } of branches) {
      if (this.#hold(conditions)) return this.number(value);
    }
    return otherwise === null ? refuse(fault ?? 'value.no-case', span) : this.number(otherwise);
  }

  #hold(conditions: readonly Condition[]): boolean {
    return conditions.every((condition) => {
      if (condition.kind === 'comparison')
        return this.#arithmetic.compare(
          condition.operator,
          this.number(condition.left),
          this.number(condition.right),
          condition.left.span,
        );
      const { body, elements, negated } = condition;
      return this.#arithmetic.member(elements, this.number(body), body.span) !== negated;
    });
  }

  #element({ array, indices, span }: Extract<Expression, { kind: 'element' }>): T {
    const shape = shapeOf(array);
    const places = indices.map((index) => this.#arithmetic.valueOf(this.number(index)) - 1);
    const [first = 0, second = 0] = places;
    const at = shape.rank === 2 ? first * shape.columns + second : first;
    const value = isLarge(array) ? this.#one(array, at) : this.array(array)[at];
    return value ?? refuse('index.unclear', span);
  }

  #checkedIndex({ body, length, span }: Extract<Expression, { kind: 'checkedIndex' }>): T {
    const value = this.#arithmetic.integer(this.number(body), span);
    if (!Number.isInteger(value) || value < 1 || value > length)
      refuse('index.out-of-range', span, {
        index: String(value),
        first: '1',
        last: String(length),
      });
    return this.#arithmetic.of(value, span);
  }

  #bind({ local, value, eager }: Extract<Expression, { kind: 'let' }>): void {
    this.#slots[local.id] = undefined;
    this.#deferred[local.id] = value;
    if (eager) this.#slot(local.id);
  }

  #enter({ instance, arguments: values }: Extract<Expression, { kind: 'call' }>): void {
    this.#count(1);
    const known = values.map((value) => this.value(value));
    this.#give(instance.parameters, known);
  }

  #give(parameters: readonly Local[], values: readonly (Interpreted<T> | undefined)[]): void {
    parameters.forEach(({ id }, at) => {
      this.#slots[id] = values[at];
      this.#deferred[id] = undefined;
    });
  }

  #algorithm({ algorithm, operands, functions, span }: AlgorithmExpression): Interpreted<T> {
    this.#count(1, span);
    const call: AlgorithmCall<T> = {
      arithmetic: this.#arithmetic,
      operands: operands.map((operand) => this.value(operand)),
      functions: functions.map((each) => this.#asked(each)),
      within: (arithmetic, lift) => {
        const inner = this.#within(arithmetic, lift);
        return functions.map((each) => inner.#asked(each));
      },
      count: (steps) => {
        this.#count(steps, span);
      },
      span,
    };
    const known = ALGORITHMS[algorithm];
    return this.#arithmetic.run?.(known, call) ?? known.run(call);
  }

  #asked({ parameters, body }: FunctionOperand): Asked<T> {
    return (...given) => {
      this.#count(1, body.span);
      this.#give(parameters, given);
      return this.value(body);
    };
  }

  #within<U>(arithmetic: Arithmetic<U>, lift: (number: T) => U): Interpreter<U> {
    const lifted = new Map<number, Interpreted<U>>();
    return new Interpreter(arithmetic, this.#limits, this.#used, (id) => {
      const known = lifted.get(id);
      if (known !== undefined) return known;
      const value = this.#slot(id);
      const outside = Array.isArray(value) ? (value as readonly T[]).map(lift) : lift(value as T);
      lifted.set(id, outside);
      return outside;
    });
  }

  #slot(id: number): Interpreted<T> {
    const known = this.#slots[id];
    if (known !== undefined) return known;
    const value = this.#deferred[id];
    const computed = value === undefined ? this.#outside(id) : this.value(value);
    if (computed === undefined) throw new Error('A variable is read before it is bound');
    this.#slots[id] = computed;
    return computed;
  }

  /** Of many numbers that are not looked at, none is made. */
  #one(input: InputExpression, at: number): T | undefined {
    return this.#arithmetic.entries({ ...input, data: input.data.subarray(at, at + 1) })[0];
  }

  #input(input: InputExpression): readonly T[] {
    const known = this.#inputs.get(input.data);
    if (known !== undefined) return known;
    if (isLarge(input)) this.#allocate(input.data.length, input.span);
    const values = this.#arithmetic.entries(input);
    this.#inputs.set(input.data, values);
    return values;
  }

  #allocate(size: number, span: Expression['span']): void {
    if (size > this.#limits.memory)
      refuse('limit.memory', span, { limit: String(this.#limits.memory) });
    this.#count(size, span);
  }

  #count(steps: number, span: Expression['span'] = { start: 0, end: 0 }): void {
    if (this.#used.steps + steps > this.#limits.steps)
      refuse('limit.steps', span, { limit: String(this.#limits.steps) });
    // What is refused before it begins takes none.
    this.#used.steps += steps;
  }
}

const MANY = 10_000;

/** Data as they were read, and many of them. */
function isLarge(array: Expression): array is InputExpression {
  return array.kind === 'input' && array.truth === 'nearest' && array.data.length > MANY;
}
