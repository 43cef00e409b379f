// Makes random typed terms from a seed: what may be negative is kept from roots and logarithms, mostly.
import { Chance } from './chance.js';
import { closedForms, gradientForms } from './closedForms.js';
import {
  indexNames,
  matrixNames,
  vectorNames,
  type FunctionName,
  type IndexName,
  type Matrix,
  type Place,
  type Range,
  type Reduction,
  type Scalar,
  type Term,
  type Test,
  type Vector,
} from './terms.js';

const LENGTH = 4;

export function termOf(seed: number): Term {
  const generator = new Generator(new Chance(seed));
  const share = seed % 10;
  const depth = 1 + (seed % 4);
  if (share < 7) return { shape: 'scalar', term: generator.scalar(depth, []) };
  if (share < 9) return { shape: 'vector', term: generator.vector(depth, []) };
  return { shape: 'matrix', term: generator.matrix(depth, []) };
}

type Letters = readonly IndexName[];

const anyFunctions: readonly FunctionName[] = [
  'sin',
  'cos',
  'tanh',
  'arctan',
  'logistic',
  'abs',
  'positivePart',
  'cbrt',
];

class Generator {
  readonly #chance: Chance;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  scalar(depth: number, letters: Letters): Scalar {
    if (depth <= 0) return this.#leaf(letters);
    const inner = (): Scalar => this.scalar(depth - 1, letters);
    const chance = this.#chance;
    const choices: readonly (() => Scalar)[] = [
      () => this.#leaf(letters),
      () => this.#sum(inner),
      () => this.#sum(inner),
      () => ({ kind: 'multiply', factors: [inner(), inner()] }),
      () => ({ kind: 'multiply', factors: [inner(), inner(), inner()] }),
      () => ({ kind: 'divide', above: inner(), below: this.positive(depth - 1, letters) }),
      () => ({ kind: 'divide', above: inner(), below: inner() }),
      () => ({ kind: 'power', base: inner(), exponent: number(chance.pick(['2', '3'])) }),
      () => ({ kind: 'function', name: chance.pick(anyFunctions), argument: inner() }),
      () => ({ kind: 'function', name: chance.pick(anyFunctions), argument: inner() }),
      () => this.#ofPositive(this.positive(depth - 1, letters)),
      () => ({ kind: 'extremum', name: chance.pick(['max', 'min']), items: [inner(), inner()] }),
      () => this.#step(depth, letters),
      () => this.#reduced(depth, letters),
      () => this.#reduced(depth, letters),
      () => this.#reduced(depth, letters),
      () => this.#ofArrays(depth, letters),
      () => this.#ofArrays(depth, letters),
      () => this.#ofArrays(depth, letters),
      () => this.#called(depth, letters),
      () => this.positive(depth, letters),
    ];
    return chance.pick(choices)();
  }

  /** Greater than 0. */
  positive(depth: number, letters: Letters): Scalar {
    const chance = this.#chance;
    const inner = (): Scalar => this.scalar(depth - 1, letters);
    const leaf = (): Scalar =>
      chance.pick<Scalar>([
        number(chance.pick(['2', '0.5', '3', '1.25', '10'])),
        { kind: 'scalar', name: chance.pick(['a', 'c', 'gamma', 'lambda', 'k', 'm', 'n']) },
        { kind: 'entry', vector: chance.pick(['p', 'q']), at: this.#place(letters) },
      ]);
    if (depth <= 0) return leaf();
    const positive = (): Scalar => this.positive(depth - 1, letters);
    const choices: readonly (() => Scalar)[] = [
      leaf,
      () => ({
        kind: 'add',
        terms: [
          { minus: false, term: positive() },
          { minus: false, term: positive() },
        ],
      }),
      () => ({ kind: 'multiply', factors: [positive(), positive()] }),
      () => ({ kind: 'divide', above: positive(), below: positive() }),
      () => ({ kind: 'function', name: 'exp', argument: inner() }),
      () => ({ kind: 'function', name: 'cosh', argument: inner() }),
      () => ({
        kind: 'add',
        terms: [
          { minus: false, term: number('1') },
          { minus: false, term: { kind: 'power', base: inner(), exponent: number('2') } },
        ],
      }),
      () => ({ kind: 'function', name: 'logistic', argument: inner() }),
      () => ({
        kind: 'norm',
        order: chance.pick(['1', '2', 'infinity', '3', 'squared']),
        body: this.vector(depth - 1, letters),
      }),
      () => ({
        kind: 'power',
        base: positive(),
        exponent: chance.pick<Scalar>([
          { kind: 'divide', above: number('1'), below: number('2') },
          { kind: 'scalar', name: 'b' },
          { kind: 'scalar', name: 'a' },
          number('-1'),
        ]),
      }),
    ];
    return chance.pick(choices)();
  }

  vector(depth: number, letters: Letters): Vector {
    const chance = this.#chance;
    const named = (): Vector =>
      chance.often(0.8)
        ? { kind: 'vector', name: chance.pick(vectorNames) }
        : {
            kind: chance.pick(['row', 'column']),
            matrix: chance.pick(matrixNames),
            at: 1 + chance.below(LENGTH),
          };
    if (depth <= 0) return named();
    const inner = (): Vector => this.vector(depth - 1, letters);
    const choices: readonly (() => Vector)[] = [
      named,
      () => ({ kind: 'vadd', minus: chance.often(0.5), left: inner(), right: inner() }),
      () => ({ kind: 'hadamard', left: inner(), right: inner() }),
      () => ({ kind: 'scaled', by: this.scalar(depth - 1, letters), body: inner() }),
      () => ({ kind: 'shifted', by: this.#leaf([]), body: inner() }),
      () => ({ kind: 'over', body: inner(), by: this.positive(depth - 1, letters) }),
      () => ({ kind: 'applied', matrix: this.matrix(depth - 1, letters), body: inner() }),
      () => ({ kind: 'mapped', name: chance.pick(anyFunctions), body: inner() }),
      () => ({ kind: 'mapped', name: 'exp', body: named() }),
      () => ({ kind: 'softmax', body: inner() }),
      () => ({
        kind: 'listed',
        items: Array.from({ length: LENGTH }, () => this.scalar(Math.min(1, depth - 1), letters)),
      }),
      () =>
        letters.length > 0
          ? named()
          : { kind: 'gradient', form: chance.below(gradientForms.length) },
    ];
    return chance.pick(choices)();
  }

  matrix(depth: number, letters: Letters): Matrix {
    const chance = this.#chance;
    const named = (): Matrix => ({ kind: 'matrix', name: chance.pick(matrixNames) });
    if (depth <= 0) return named();
    const inner = (): Matrix => this.matrix(depth - 1, letters);
    const choices: readonly (() => Matrix)[] = [
      named,
      () => ({ kind: 'transposed', body: inner() }),
      () => ({ kind: 'transposed', body: named() }),
      () => ({ kind: 'madd', minus: chance.often(0.5), left: inner(), right: inner() }),
      () => ({ kind: 'product', left: inner(), right: inner() }),
      () => ({ kind: 'mhadamard', left: inner(), right: inner() }),
      () => ({ kind: 'mscaled', by: this.scalar(depth - 1, letters), body: inner() }),
      () => ({
        kind: 'outer',
        left: this.vector(depth - 1, letters),
        right: { kind: 'vector', name: chance.pick(vectorNames) },
      }),
      () => ({ kind: 'plusIdentity', body: inner() }),
    ];
    return chance.pick(choices)();
  }

  #leaf(letters: Letters): Scalar {
    const chance = this.#chance;
    const choices: readonly (() => Scalar)[] = [
      () => number(chance.pick(['2', '0.5', '3', '1.25', '10', '0.1'])),
      () => ({
        kind: 'scalar',
        name: chance.pick(['a', 'b', 'c', 'gamma', 'lambda', 'k', 'm', 'n', 'x_0']),
      }),
      () => ({ kind: 'entry', vector: chance.pick(vectorNames), at: this.#place(letters) }),
      () => ({ kind: 'ordered', vector: chance.pick(vectorNames), at: this.#place(letters) }),
      () => ({
        kind: 'entry2',
        matrix: chance.pick(matrixNames),
        row: this.#place(letters),
        column: this.#place(letters),
      }),
      () => ({ kind: 'member', at: this.#place(letters) }),
    ];
    if (letters.length === 0 || chance.often(0.4)) return chance.pick(choices)();
    const letter = chance.pick(letters);
    return chance.pick<Scalar>([
      { kind: 'index', letter },
      { kind: 'entry', vector: chance.pick(vectorNames), at: { kind: 'letter', letter } },
      { kind: 'entry', vector: chance.pick(vectorNames), at: { kind: 'letter', letter } },
    ]);
  }

  #place(letters: Letters): Place {
    const chance = this.#chance;
    if (letters.length > 0 && chance.often(0.8)) {
      const letter = chance.pick(letters);
      return chance.often(0.1) ? { kind: 'mirrored', letter } : { kind: 'letter', letter };
    }
    return chance.often(0.2) ? { kind: 'k' } : { kind: 'digit', digit: 1 + chance.below(LENGTH) };
  }

  #sum(inner: () => Scalar): Scalar {
    const count = 2 + this.#chance.below(2);
    const terms = Array.from({ length: count }, () => ({
      minus: this.#chance.often(0.4),
      term: inner(),
    }));
    return { kind: 'add', terms };
  }

  #ofPositive(argument: Scalar): Scalar {
    return { kind: 'function', name: this.#chance.pick(['log', 'log', 'log2', 'sqrt']), argument };
  }

  #step(depth: number, letters: Letters): Scalar {
    const chance = this.#chance;
    const inner = (): Scalar => this.scalar(depth - 1, letters);
    const choices: readonly (() => Scalar)[] = [
      () => ({
        kind: 'rounded',
        name: chance.pick(['floor', 'ceiling', 'sign']),
        argument: inner(),
      }),
      () => ({
        kind: 'remainder',
        left: inner(),
        right: { kind: 'scalar', name: chance.pick(['k', 'm', 'c']) },
      }),
      () => ({ kind: 'cases', test: this.#test(depth, letters), yes: inner(), no: inner() }),
      () => ({ kind: 'indicator', test: this.#test(1, letters) }),
    ];
    return chance.pick(choices)();
  }

  #test(depth: number, letters: Letters): Test {
    return {
      operator: this.#chance.pick(['<', '>', 'ge', 'le']),
      left: this.scalar(Math.min(depth - 1, 1), letters),
      right: this.#leaf(letters),
    };
  }

  #reduced(depth: number, letters: Letters): Scalar {
    const chance = this.#chance;
    const letter = indexNames.find((each) => !letters.includes(each));
    if (letter === undefined) return this.#leaf(letters);
    const within = [...letters, letter];
    if (chance.often(0.1)) return { kind: 'count', letter, test: this.#countTest(letter) };
    const operator = chance.pick<Reduction>([
      'sum',
      'sum',
      'sum',
      'sum',
      'product',
      'max',
      'min',
      'argmax',
      'argmin',
      'mean',
    ]);
    const over = this.#range(operator, letter, letters);
    const anchored: Scalar = {
      kind: 'multiply',
      factors: [
        { kind: 'entry', vector: chance.pick(vectorNames), at: { kind: 'letter', letter } },
        this.scalar(depth - 1, within),
      ],
    };
    const free = ['whole', 'part'].includes(over.kind) && chance.often(0.5);
    return {
      kind: 'reduce',
      operator,
      over,
      body: free ? this.scalar(depth - 1, within) : anchored,
    };
  }

  #countTest(letter: IndexName): Test {
    const chance = this.#chance;
    const entry: Scalar = {
      kind: 'entry',
      vector: chance.pick(vectorNames),
      at: { kind: 'letter', letter },
    };
    const left: Scalar = chance.often(0.5)
      ? entry
      : { kind: 'function', name: 'abs', argument: entry };
    return {
      operator: chance.pick(['<', '>', 'ge', 'le']),
      left,
      right: { kind: 'scalar', name: chance.pick(['a', 'gamma', 'x_0']) },
    };
  }

  #range(operator: Reduction, letter: IndexName, letters: Letters): Range {
    const chance = this.#chance;
    if (operator === 'mean') return { letter, kind: 'bare', other: null };
    if (operator !== 'sum' && operator !== 'product')
      return { letter, kind: chance.pick(['bare', 'subset']), other: null };
    const kind = chance.pick([
      'bare',
      'bare',
      'whole',
      'whole',
      'part',
      'other',
      'below',
      'subset',
      'filtered',
    ] as const);
    if (kind !== 'other' && kind !== 'below') return { letter, kind, other: null };
    const outer = letters.at(-1);
    if (outer !== undefined) return { letter, kind, other: { kind: 'letter', letter: outer } };
    return { letter, kind, other: { kind: 'k' } };
  }

  #ofArrays(depth: number, letters: Letters): Scalar {
    const chance = this.#chance;
    const vector = (): Vector => this.vector(depth - 1, letters);
    const matrix = (): Matrix => this.matrix(depth - 1, letters);
    const choices: readonly (() => Scalar)[] = [
      () => ({
        kind: 'norm',
        order: chance.pick(['1', '2', 'infinity', '3', 'squared']),
        body: vector(),
      }),
      () => ({ kind: 'frobenius', body: matrix() }),
      () => ({ kind: 'inner', left: vector(), right: vector() }),
      () => ({ kind: 'form', left: vector(), matrix: matrix(), right: vector() }),
      () => ({ kind: 'statistic', name: chance.pick(['mean', 'variance']), body: vector() }),
      () => ({ kind: 'covariance', left: vector(), right: vector() }),
      () => ({ kind: 'bar', vector: chance.pick(vectorNames) }),
      () => ({ kind: 'greatest', name: chance.pick(['max', 'min']), body: vector() }),
      () => ({ kind: 'softmaxEntry', body: vector(), at: this.#place(letters) }),
      () => ({ kind: 'divergence', from: chance.pick(['p', 'q']), to: chance.pick(['p', 'q']) }),
    ];
    return chance.pick(choices)();
  }

  #called(depth: number, letters: Letters): Scalar {
    const chance = this.#chance;
    const inner = (): Scalar => this.scalar(depth - 1, letters);
    const choices: readonly (() => Scalar)[] = [
      () => ({ kind: 'call', name: 'f', argument: inner() }),
      () => ({ kind: 'call2', name: 'g', first: inner(), second: inner() }),
      () => ({ kind: 'callVector', name: 'S', argument: this.vector(depth - 1, letters) }),
      () => ({ kind: 'closed', form: chance.below(closedForms.length) }),
    ];
    return chance.pick(choices)();
  }
}

function number(text: string): Scalar {
  return { kind: 'number', text };
}
