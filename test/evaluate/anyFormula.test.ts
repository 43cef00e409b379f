// Whatever is written, evaluation ends within its limits, throws nothing, and shows no NaN.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_EVALUATION_LIMITS } from '../../src/evaluate/evaluatePost.js';
import { evaluateFormula, prepareFormula, type Bindings } from '../../src/evaluate/formula.js';
import type { EvaluationResult, Value } from '../../src/evaluate/result.js';
import { realFormulas } from '../support/realFormulas.js';
import { propertyRuns } from '../support/runs.js';
import { evaluateText, postOf } from '../support/worksheets.js';
import { Chance } from './numpy/chance.js';
import { prelude } from './numpy/data.js';
import { termOf } from './numpy/generate.js';
import { toLatex } from './numpy/latex.js';

const raw = String.raw;

const limits = { ...DEFAULT_EVALUATION_LIMITS, steps: 20_000, totalSteps: 100_000, memory: 10_000 };

const bindings: Bindings = {
  x: [0.9, -1.7, 0.35, 2.2],
  y: [1.5, 0.4, -0.8, -2.6],
  p: [0.4, 0.3, 0.2, 0.1],
  q: [0.15, 0.25, 0.35, 0.25],
  v: [3, -1, 2, 5],
  A: [
    [1.5, -2, 0.3, 0.7],
    [0.2, 1.1, -0.6, 2],
    [-1, 0.4, 2.5, 0.9],
    [0.8, -0.3, 1, -1.2],
  ],
  a: 1.7,
  b: -0.6,
  c: 2.3,
  n: 4,
  k: 3,
  [raw`\gamma`]: 0.25,
};

const macros = {
  [raw`\loop`]: raw`\loop`,
  [raw`\ping`]: raw`1+\pong`,
  [raw`\pong`]: raw`\ping^2`,
  [raw`\twice`]: '{#1 #1}',
  [raw`\RR`]: raw`\mathbb{R}`,
};

const typed = fc.nat(1e9).map((seed) => toLatex(termOf(seed), new Chance(seed)));
const real = fc.constantFrom(...realFormulas);

const tokens = [
  ..."abcdefxyznpikNAMS0123456789+-=<>()[]{}|_^,.;/*!&' ".split(''),
  ...raw`\frac \sum \prod \int \partial \nabla \log \exp \max \min \sqrt \| \left( \right) \left| \right| \left[ \right] \left. \mathbb{E} \boldsymbol{x} \gamma \alpha \cdot \times \odot \le \in \mid \{ \} \begin{cases} \end{cases} \begin{pmatrix} \end{pmatrix} \begin{aligned} \end{aligned} \\ \quad \, \text{if} \text \mathbf1 \# \operatorname{mean} \operatorname{Var} \operatorname{softmax} \operatorname*{argmax} \top \infty \bmod \lfloor \rfloor \dots \cdots \langle \rangle \approx \sim \to \lim \det \loop \ping \twice \RR \def\z{\z} \limits \over \dfrac \binom \mathcal{L} \hat \bar ' \prime \mathrm{d} \tfrac`.split(
    ' ',
  ),
  'x_i',
  '_{i=1}^n',
  '_{i=1}^{10^9}',
  '_{i<j}',
  '10^{10^{10}}',
  '1{,}000',
  '1e400',
  '中',
  '，',
  '{}',
  'x_{(i)}',
  'A_{ij}',
  ' dx',
];
const soup = fc
  .array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 30 })
  .map((parts) => parts.join(''));

/** Pieces taken out, put in twice, or replaced: mostly something that has no meaning. */
const edited = fc
  .tuple(
    fc.oneof(typed, real),
    fc.array(fc.tuple(fc.nat(400), fc.nat(12), fc.constantFrom('', ...tokens)), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([tex, edits]) =>
    edits.reduce((text, [at, length, token]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + token + text.slice(from + length);
    }, tex),
  );

const nested = fc
  .tuple(
    fc.constantFrom<readonly [string, string]>(
      ['(', ')'],
      ['{', '}'],
      [raw`\frac{1}{`, '}'],
      [raw`\sqrt{`, '}'],
      [raw`\left|`, raw`\right|`],
      [raw`\sum_{i=1}^{3}(`, ')'],
      [raw`\sum_i x_i(`, ')'],
      ['2^{', '}'],
      [raw`\exp(`, ')'],
      [raw`\mathbb E[x+`, ']'],
      [raw`\int_0^1(`, raw`)dt`],
      [raw`\frac{d}{da}(`, ')'],
      [raw`\text{softmax}(x+`, ')'],
      [raw`\begin{cases}`, raw`,&a>0\\1,&\text{else}\end{cases}`],
    ),
    fc.oneof(fc.nat(8), fc.nat(300)),
    fc.oneof(fc.constantFrom('a', 'x', '1', ''), soup),
  )
  .map(([[open, close], depth, core]) => open.repeat(depth) + core + close.repeat(depth));

const huge = fc
  .tuple(
    fc.constantFrom('10^9', '10^{300}', '9007199254740993', 'n^{40}', '-10^9', raw`\infty`, '1/3'),
    fc.constantFrom('i', 'x_i', raw`\frac1i`, raw`\sum_{j=1}^{i} j`, raw`\mathbf 1_{i>3}`),
    fc.constantFrom(raw`\sum`, raw`\prod`, raw`\max`, raw`\operatorname*{argmin}`),
  )
  .map(([end, body, operator]) => `${operator}_{i=1}^{${end}} (${body})`)
  .chain((tex) => fc.constantFrom(tex, raw`\mathbf 1_{${tex}}`, `(${tex})^{${tex}}`));

/** Half of them well typed, as far as a generator can tell. */
const anyFormula = fc.oneof(
  { weight: 5, arbitrary: typed },
  { weight: 2, arbitrary: edited },
  { weight: 1, arbitrary: soup },
  { weight: 1, arbitrary: nested },
  { weight: 1, arbitrary: huge },
);

function hasNaN(value: Value | null): boolean {
  if (value === null) return false;
  return typeof value === 'number' ? Number.isNaN(value) : value.some(hasNaN);
}

it('gives any formula a value or a problem, within its limits', () => {
  fc.assert(
    fc.property(anyFormula, (tex) => {
      const { value, problems } = evaluateFormula(tex, bindings, { limits, macros });
      expect(value === null).toBe(problems.length > 0);
      expect(hasNaN(value)).toBe(false);
    }),
    { numRuns: propertyRuns * 5 },
  );
});

it('takes no more steps than it may', () => {
  fc.assert(
    fc.property(fc.oneof(typed, huge, nested), fc.integer({ min: 1, max: 2000 }), (tex, steps) => {
      const prepared = prepareFormula(tex, bindings, { macros });
      if (!prepared.ok) return;
      const outcome = prepared.value.run({ ...limits, steps });
      if (outcome.ok) expect(outcome.steps).toBeLessThanOrEqual(steps);
      else expect(outcome.refusal.code).not.toBe('');
    }),
    { numRuns: propertyRuns },
  );
});

it('gives any worksheet results, each with a value or a problem at a place of the post', () => {
  const line = fc.oneof(
    anyFormula,
    anyFormula.map((tex) => `u = ${tex}`),
    anyFormula.map((tex) => `h(t) = ${tex}`),
    anyFormula.map((tex) => `w_i = ${tex}`),
    fc.tuple(anyFormula, anyFormula).map((sides) => sides.join(' = ')),
    fc.constantFrom(raw`x \in \mathbb{R}^n`, 'h(u)', raw`\sum_i w_i`, 'set log 2', 'u := u + 1'),
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      const text = postOf([prelude, ...lines].join('\n'));
      for (const result of evaluateText(text, limits)) checkResult(result, text);
    }),
    { numRuns: propertyRuns },
  );
});

function checkResult({ value, problems, span }: EvaluationResult, text: string): void {
  expect(value === null).toBe(problems.length > 0);
  expect(hasNaN(value)).toBe(false);
  for (const { start, end } of [span, ...problems.map((problem) => problem.span)]) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
}
