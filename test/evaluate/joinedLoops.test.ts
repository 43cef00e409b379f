// Loops that are joined compute what they compute one after the other, step for step.
import { compileFunction } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodeBlock } from '../../src/evaluate/compute/code.js';
import { DEFAULT_LIMITS } from '../../src/evaluate/compute/limits.js';
import { preparedUnder } from '../support/preparedFormulas.js';
import { propertyRuns } from '../support/runs.js';

const raw = String.raw;

/** A loop as it is generated: what begins it, its range, what it adds, and what is done behind it. */
interface Part {
  readonly count: boolean;
  readonly to: 3 | 4;
  readonly index: 'v1' | 'v2' | 'v3';
  readonly operator: '+=' | '*=';
  readonly factors: readonly Factor[];
  readonly behind: 'nothing' | 'looks' | 'calls';
}

/** An entry, the index, an earlier total, or a call that sees how far all has come. */
type Factor = 'entry' | 'square' | 'index' | 'earlier' | 'outside' | 'call' | 'named';

const part: fc.Arbitrary<Part> = fc.record({
  count: fc.boolean(),
  to: fc.constantFrom(3, 4),
  index: fc.constantFrom('v1', 'v2', 'v3'),
  operator: fc.constantFrom('+=', '*='),
  factors: fc.array(
    fc.constantFrom<Factor[]>(
      'entry',
      'entry',
      'square',
      'index',
      'earlier',
      'outside',
      'call',
      'named',
    ),
    { minLength: 1, maxLength: 3 },
  ),
  behind: fc.constantFrom('nothing', 'nothing', 'looks', 'calls'),
});

interface Ran {
  readonly totals: readonly number[];
  /** What the calls saw, in their order. */
  readonly seen: readonly number[];
  readonly steps: number;
}

type Loop = (block: CodeBlock, name: string, to: string, body: CodeBlock) => void;

const together: Loop = (block, name, to, body) => {
  block.loop(name, '1', to, body);
};

/** Each loop for itself, as text. */
const oneByOne: Loop = (block, name, to, body) => {
  block.push(`for (let ${name} = 1; ${name} <= ${to}; ${name}++) {`, ...body.lines, '}');
};

function codeOf(parts: readonly Part[], loop: Loop): CodeBlock {
  const block = new CodeBlock();
  parts.forEach(({ count, to, index, operator, factors, behind }, at) => {
    if (count) block.push(`count(Math.max(0, ${to} - 1 + 1));`);
    block.declare(`t${at}`, operator === '+=' ? '0' : '1');
    const body = new CodeBlock();
    const texts = factors.map((factor, place) =>
      textOf(factor, at, index, `t${100 + 10 * at + place}`, body),
    );
    body.push(`t${at} ${operator} ${texts.join(' * ')};`);
    loop(block, index, String(to), body);
    if (behind === 'looks') block.define(`t${50 + at}`, `t${at} / 2`);
    if (behind === 'calls') block.push(`see(t${at});`);
  });
  return block;
}

function textOf(factor: Factor, at: number, index: string, name: string, body: CodeBlock): string {
  switch (factor) {
    case 'entry':
      return `d0[${index} - 1]`;
    case 'square':
      return body.define(name, `Math.abs(d0[${index} - 1])`);
    case 'index':
      return index;
    case 'earlier':
      return at === 0 ? '2' : `t${at - 1}`;
    case 'outside':
      return 'v9';
    case 'call':
      return `see(${index})`;
    case 'named':
      return body.define(name, `${index} + v9`);
  }
}

function run(block: CodeBlock, count: number): Ran {
  const seen: number[] = [];
  const used = { steps: 0 };
  const see = (value: number): number => {
    seen.push(value);
    return value;
  };
  const counted = (steps: number): void => {
    used.steps += steps;
  };
  const totals = Array.from({ length: count }, (_, at) => `t${at}`).join(', ');
  const source = ['const v9 = 1.25;', ...block.lines, `return [${totals}];`].join('\n');
  const code = compileFunction(source, ['d0', 'see', 'count']) as (
    data: readonly number[],
    look: (value: number) => number,
    step: (steps: number) => void,
  ) => readonly number[];
  return { totals: code([0.3, -1.7, 2.2, 0.9], see, counted), seen, steps: used.steps };
}

function loopsIn({ lines }: CodeBlock): number {
  return lines.filter((line) => line.startsWith('for ')).length;
}

describe('generated loops', () => {
  it('give the same one by one and together', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 5 }), (parts) => {
        const [joined, apart] = [codeOf(parts, together), codeOf(parts, oneByOne)];
        expect(run(joined, parts.length)).toEqual(run(apart, parts.length));
      }),
      { numRuns: 10 * propertyRuns },
    );
  });

  it('are joined where nothing hinders', () => {
    const plain: Part = {
      count: true,
      to: 4,
      index: 'v1',
      operator: '+=',
      factors: ['entry', 'square'],
      behind: 'nothing',
    };
    const other: Part = { ...plain, index: 'v2', operator: '*=', factors: ['entry', 'named'] };
    expect(loopsIn(codeOf([plain, other, plain], together))).toBe(1);
    for (const hindered of [
      { ...other, to: 3 as const },
      { ...other, factors: ['earlier' as const] },
      { ...other, factors: ['call' as const] },
    ])
      expect(loopsIn(codeOf([plain, hindered], together))).toBe(2);
    for (const behind of ['looks', 'calls'] as const)
      expect(loopsIn(codeOf([{ ...plain, behind }, other], together))).toBe(2);
  });
});

const under = preparedUnder(raw`x = [0.9, -1.7, 0.35, 2.2]
y = [1.5, 0.4, -0.8, -2.6]
A = \begin{pmatrix}1.5&-2&0.3&0.7\\0.2&1.1&-0.6&2\\-1&0.4&2.5&0.9\\0.8&-0.3&1&-1.2\end{pmatrix}
S(z) = \frac{\|z\|_1}{\|z\|_2}
n = 4`);

/** Sums of the same range, side by side, within one another and resting on one another. */
const sums: readonly string[] = [
  raw`\sum_i x_i`,
  raw`\sum_i |y_i|`,
  raw`\sum_j x_j y_j`,
  raw`\sum_{k=1}^4 k^2 x_k`,
  raw`\sum_{k=1}^3 y_k`,
  raw`\prod_j (1+x_j^2)`,
  raw`\max_i |x_i|`,
  raw`\operatorname{Var}(x)`,
  raw`\sum_i (x_i - \frac14\sum_j x_j)^2`,
  raw`\sum_i \sum_j A_{ij}x_j`,
  raw`\sum_i S(A_i)`,
  raw`S(x)`,
  raw`\#\{i : x_i > 0\}`,
  raw`\sum_i \log(1+x_i^2)`,
  raw`\sum_i \frac{y_i}{\sum_j x_j^2}`,
];

const formula = fc
  .array(fc.tuple(fc.constantFrom('+', '-', raw`\cdot `), fc.constantFrom(...sums)), {
    minLength: 1,
    maxLength: 4,
  })
  .map((terms) =>
    terms.map(([sign, sum], at) => `${at === 0 ? '' : sign}\\left(${sum}\\right)`).join(''),
  );

const fraction = fc
  .tuple(formula, formula)
  .map(([above, below]) => raw`\frac{${above}}{1 + \left(${below}\right)^2}`);

describe('sums over the same range', () => {
  it('have the value and the steps of the interpreter, and its limits', () => {
    const cases = fc.tuple(fraction, fc.integer({ min: 1, max: 300 }));
    fc.assert(
      fc.property(cases, ([tex, steps]) => {
        for (const limits of [DEFAULT_LIMITS, { ...DEFAULT_LIMITS, steps }]) {
          const [compiled, interpreted] = (['compiled', 'interpreted'] as const).map((mode) => {
            const prepared = under(tex, mode);
            if (!prepared.ok) return prepared.refusal.code;
            const outcome = prepared.value.run(limits);
            return outcome.ok
              ? [outcome.value, outcome.steps]
              : [outcome.refusal.code, outcome.steps];
          });
          expect(compiled, tex).toEqual(interpreted);
        }
      }),
      { numRuns: Math.ceil(propertyRuns / 4) },
    );
  });
});
