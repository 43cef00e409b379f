// Compiled code is the interpreter, to the last bit: calls, definitions, algorithms and what varies in them too.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, type Limits } from '../../src/evaluate/compute/limits.js';
import { propertyRuns } from '../support/runs.js';
import { preparedUnder } from '../support/preparedFormulas.js';
import { Chance } from './numpy/chance.js';
import { prelude } from './numpy/data.js';
import { termOf } from './numpy/generate.js';
import { toLatex } from './numpy/latex.js';

const raw = String.raw;

const definitions = String.raw`${prelude}
h(t) = \sum_{i=1}^n x_i\max(t, f(x_i))
u = h(a) + 1
w_i = g(x_i, u/10) + \frac{1}{2}\sum_{j\ne i} y_j
L = -\log\sigma(ab) + \lambda c^2
V(z) = z\,\|z\|_1 + \operatorname{softmax}(z)
D(t) = \frac{d}{dt}\left(t^3 + L t\right)
G(t) = \int_0^t \left(1 + s^2\right)ds`;

const under = preparedUnder(definitions);

interface Ran {
  readonly value: readonly number[] | null;
  readonly refused: string | null;
}

function ran(tex: string, mode: 'compiled' | 'interpreted', limits: Limits = DEFAULT_LIMITS): Ran {
  const prepared = under(tex, mode);
  if (!prepared.ok) return { value: null, refused: prepared.refusal.code };
  const outcome = prepared.value.run(limits);
  if (!outcome.ok) return { value: null, refused: outcome.refusal.code };
  const value = typeof outcome.value === 'number' ? [outcome.value] : [...outcome.value];
  return { value, refused: null };
}

const term = fc.nat(1e9).map((seed) => toLatex(termOf(seed), new Chance(seed)));

/** Around a term: calls of calls, definitions that rest on others, algorithms in loops and loops in them. */
const around: readonly ((tex: string) => string)[] = [
  (tex) => tex,
  (tex) => raw`h(u/9) + w_2\left(${tex}\right)`,
  (tex) => raw`\sum_{i=1}^3 h(i) \operatorname{Var}[w] + \left(${tex}\right)`,
  (tex) => raw`\|V(w + \left(${tex}\right))\|_2`,
  (tex) => raw`\frac{\partial}{\partial a}\left(L\,u\right) + \left(${tex}\right)`,
  (tex) => raw`\frac{d}{dc}\left(\left(${tex}\right) c^2\right)`,
  (tex) => raw`D(1.5) + f'(2) + \left(${tex}\right)`,
  (tex) => raw`\sum_{i=1}^{2} G(i) D(i) + \left(${tex}\right)`,
  (tex) => raw`\int_0^1 t^2\left(${tex}\right)dt`,
  (tex) => raw`\nabla_x\left(\sum_i w_i x_i\right) + \left(${tex}\right)`,
  (tex) => raw`\det\left(A + \left(${tex}\right) B\right)`,
  (tex) => raw`\sum_{i=1}^{2}\det\left(\begin{pmatrix}i&a\\x_i&${tex}\end{pmatrix}\right)`,
];

const formula = fc.tuple(fc.constantFrom(...around), term).map(([wrap, tex]) => wrap(tex));

describe('compiled code', () => {
  it('is tried on formulas that have values', () => {
    expect(around.map((wrap) => ran(wrap('a'), 'compiled').refused)).toEqual(
      around.map(() => null),
    );
  });

  it('gives the numbers of the interpreter, or its refusal', () => {
    fc.assert(
      fc.property(formula, (tex) => {
        expect(ran(tex, 'compiled'), tex).toEqual(ran(tex, 'interpreted'));
      }),
      { numRuns: propertyRuns },
    );
  });

  it('holds the limits that the interpreter holds', () => {
    const someSteps = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(formula, someSteps, fc.constantFrom(3, 100), (tex, steps, memory) => {
        const limits = { steps, memory };
        const [compiled, interpreted] = [
          ran(tex, 'compiled', limits),
          ran(tex, 'interpreted', limits),
        ];
        // Code computes some things that the interpreter finds it does not need, so it may stop before.
        if (!String(compiled.refused).startsWith('limit.'))
          expect(compiled, tex).toEqual(interpreted);
      }),
      { numRuns: propertyRuns },
    );
  });

  it('stops within algorithms and calls', () => {
    const limits = { steps: 50, memory: 100 };
    const endless = [
      raw`\int_0^1\left(\sum_{i=1}^{100} t^i\right)dt`,
      raw`\sum_{i=1}^{40} h(i)`,
      raw`\frac{d}{da}\sum_{i=1}^{100}a^{i/100}`,
      raw`\sum_{i=1}^{2} G(i)`,
    ];
    for (const tex of endless) {
      expect(ran(tex, 'compiled', limits).refused, tex).toBe('limit.steps');
      expect(ran(tex, 'interpreted', limits).refused, tex).toBe('limit.steps');
    }
    const large = raw`\|\operatorname{softmax}(\mathbf 1_{1000})\|_1`;
    for (const mode of ['compiled', 'interpreted'] as const)
      expect(ran(large, mode, { ...limits, steps: 1e6 }).refused).toBe('limit.memory');
  });
});
