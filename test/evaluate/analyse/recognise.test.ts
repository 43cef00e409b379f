// A formula of the library is known again in other letters, with and without values of its parameters, and in other algebra; a changed one is not.
import { describe, expect, it } from 'vitest';
import { identityText } from '../../../src/core/text/mapped.js';
import type { SameFormula } from '../../../src/evaluate/analyse/analysis.js';
import { Budget } from '../../../src/evaluate/compute/budget.js';
import { DEFAULT_LIMITS } from '../../../src/evaluate/compute/limits.js';
import { meetsCondition } from '../../../src/evaluate/library/condition.js';
import { parametersOf } from '../../../src/evaluate/library/entry.js';
import { LIBRARY } from '../../../src/evaluate/library/library.js';
import { DEFAULT_CONVENTIONS } from '../../../src/evaluate/resolve/context.js';
import { analysedFunction } from '../../../src/evaluate/worksheet/analysedFunction.js';
import { sameFormulas } from '../../../src/evaluate/worksheet/analysisResults.js';
import { register } from '../../../src/evaluate/worksheet/registry.js';
import { PostScope } from '../../../src/evaluate/worksheet/scope.js';
import { readWorksheet } from '../../../src/evaluate/worksheet/statements.js';
import { evaluateSheet } from '../../support/worksheets.js';
import { inOtherLetters, OWN, parameterLines } from './otherLetters.js';

const raw = String.raw;

/** The formulas that the analysis of the last line names. */
function named(lines: string): readonly SameFormula[] {
  const statements = readWorksheet(identityText(lines, 0), { macros: {}, displayOf: () => null });
  const budget = new Budget(DEFAULT_LIMITS, DEFAULT_LIMITS.steps, 'compiled');
  const scope = new PostScope(register(statements), DEFAULT_CONVENTIONS, budget);
  const content = statements.at(-1)?.content;
  if (content?.kind !== 'analysis') throw new Error('The last line is no analysis');
  const place = { scope, budget, position: statements.length };
  const analysed = analysedFunction(content.analysis, place);
  return sameFormulas(analysed, place, content.analysis.subject.span, 'other');
}

function names(lines: string): readonly string[] {
  return named(lines).map(({ name, negated }) => (negated ? `-${name}` : name));
}

describe.each(LIBRARY)('$name', (entry) => {
  it('is named in other letters', () => {
    expect(names(`${inOtherLetters(entry)}\nanalyse ${OWN}`)).toContain(entry.name);
  });

  it('is named with values of its parameters', () => {
    const lines = `${parameterLines(entry)}\n${inOtherLetters(entry)}\nanalyse ${OWN}`;
    expect(names(lines)).toContain(entry.name);
  });

  it('is not named slightly changed', () => {
    const changes = [
      (body: string): string => `1.01\\left(${body}\\right)`,
      (body: string): string => `\\left(${body}\\right)+0.01`,
    ];
    for (const change of changes)
      expect(names(`${inOtherLetters(entry, change)}\nanalyse ${OWN}`)).toEqual([]);
  });
});

describe('in other algebra', () => {
  it.each([
    ['hoyer', raw`S(x) = 1-\frac{\|x\|_1/\|x\|_2-1}{\sqrt n-1}, x \in \mathbb R^n`],
    [
      'gini',
      raw`S(x) = \frac{\sum_{i=1}^n\sum_{j=1}^n \left||x_i|-|x_j|\right|}{2n\sum_{i=1}^n |x_i|}`,
    ],
    ['l1-over-l2', raw`S(x) = \sqrt{\frac{(\sum_{i=1}^n |x_i|)^2}{n\sum_{i=1}^n x_i^2}}`],
    ['-minus-log', raw`S(x) = \ln\prod_i (1+x_i^2)`],
    ['log-loss', raw`S(p) = \ln\frac1p`],
    ['focal', raw`S(p) = (p^2-2p+1)\ln\frac1p`],
    ['generalized-cross-entropy', raw`S(p) = 2-2\sqrt p`],
  ])('%s', (name, line) => {
    expect(names(`${line}\nanalyse S`)).toEqual([name]);
  });
});

describe('slightly changed', () => {
  it.each([
    ['an exponent', raw`S(x) = \frac{\sum_j |x_j|^{4.01}}{\left(\sum_j x_j^2\right)^2}`],
    [
      'a dropped term',
      raw`S(x) = 1-2\sum_{k=1}^n \frac{|x|_{(k)}}{\|x\|_1}\left(\frac{n-k}{n}\right)`,
    ],
    [
      'an index from 0',
      raw`S(x) = 1-2\sum_{k=1}^n \frac{|x|_{(k)}}{\|x\|_1}\left(\frac{n-k+1.5}{n}\right)`,
    ],
    [
      'a root that is missing',
      raw`S(x) = \frac{\frac1n\sum_{i=1}^n |x_i|}{\frac1n\sum_{i=1}^n x_i^2}`,
    ],
    ['a small term', raw`S(p) = -\ln p+10^{-5}p`],
  ])('by %s, none is named', (_, line) => {
    expect(names(`${line}\nanalyse S`)).toEqual([]);
  });
});

it('says for which vectors, and with which parameters', () => {
  const [nonnegative] = named(raw`S(x) = -\sum_i x_i` + '\nanalyse S');
  expect(nonnegative).toMatchObject({ name: 'minus-l1', where: 'nonnegative', negated: false });
  const [focal] = named(raw`S(p) = -(1-p)^{1.5}\log p` + '\nanalyse S');
  expect(focal).toMatchObject({ name: 'focal', call: raw`\operatorname{Focal}(p;1.5)` });
});

describe('outside of what a formula is for', () => {
  /** What a statement names, if it is understood at all. */
  function namedBy(statement: string): readonly string[] {
    const [result] = evaluateSheet(statement);
    return (result?.analysis?.same ?? []).map(({ call }) => call);
  }

  it.each([
    raw`analyse \operatorname{rank}(A)`,
    raw`analyse[loss] \mathbb 1[p<0.5]`,
    raw`analyse 2^{-p}`,
    raw`analyse[loss] 10^{-p}`,
    raw`analyse \|x\|_0`,
    raw`analyse \sum_i x_i^2`,
    raw`analyse \sum_i|x_i|^{0.5}`,
    raw`analyse \|x\|_2`,
    raw`analyse \operatorname{PqMean}(x;3,2)`,
    raw`analyse \operatorname{SStar}(x;3,2)`,
    raw`analyse \operatorname{S1p}(x;0.5)`,
    raw`analyse \operatorname{GeneralizedCE}(p;-1)`,
    raw`analyse \operatorname{GeneralizedCE}(p;2)`,
    raw`analyse \operatorname{Poly1}(p;-2)`,
  ])('%s has no name', (statement) => {
    expect(namedBy(statement)).toEqual([]);
  });

  it.each([
    [raw`analyse \operatorname{PqMean}(x;0.5,3)`, raw`\operatorname{PqMean}(x;0.5,3)`],
    [raw`analyse \operatorname{Poly1}(p;-0.5)`, raw`\operatorname{Poly1}(p;-0.5)`],
    [raw`analyse \operatorname{EffectiveRank}(A;2)`, raw`\operatorname{EffectiveRank}(A;2)`],
  ])('%s has one', (statement, call) => {
    expect(namedBy(statement)).toEqual([call]);
  });
});

it('has conditions that speak of parameters and numbers, and hold for the usual values', () => {
  for (const entry of LIBRARY) {
    const words = (entry.condition?.split(', ') ?? []).flatMap((chain) => chain.split(' '));
    const known = new Set([...parametersOf(entry), '<', '≤']);
    expect(words.filter((word) => !known.has(word) && !/^-?\d$/.test(word))).toEqual([]);
    const usual = entry.usual.map((text) => (text.startsWith('[') ? null : Number(text)));
    expect([entry.name, meetsCondition(entry, usual)]).toEqual([entry.name, true]);
  }
});
