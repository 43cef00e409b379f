// What an analysis says of losses is what their papers say, and what can be worked out by hand.
import { describe, expect, it } from 'vitest';
import type { EvaluatedAnalysis } from '../../../src/evaluate/analyse/analysis.js';
import { analysisOf, rowOf } from '../../support/analyses.js';
import { evaluateSheet } from '../../support/worksheets.js';

const raw = String.raw;

function verdictsOf(analysis: EvaluatedAnalysis): readonly unknown[] {
  return ['monotony', 'proper', 'noise'].map((name) => rowOf(analysis, name).verdict);
}

describe('losses', () => {
  /** Monotony, proper (Gneiting & Raftery 2007), symmetric (Ghosh et al. 2017, theorem 1). */
  const known: readonly (readonly [formula: string, verdicts: readonly string[]])[] = [
    [raw`\operatorname{LogLoss}`, ['holds', 'holds', 'fails']],
    [raw`\operatorname{CrossEntropy}`, ['holds', 'holds', 'fails']],
    [raw`\operatorname{Brier}`, ['holds', 'holds', 'fails']],
    [raw`\operatorname{ClassMAE}`, ['holds', 'fails', 'holds']],
    // Zhang & Sabuncu 2018: between cross-entropy and MAE.
    [raw`\operatorname{GeneralizedCE}(p;0.7)`, ['holds', 'fails', 'fails']],
    [raw`\operatorname{GeneralizedCE}(p;1)`, ['holds', 'fails', 'holds']],
    // Charoenphakdee et al. 2021, arXiv 2011.09172: focal loss is not proper.
    [raw`\operatorname{Focal}(p;2)`, ['holds', 'fails', 'fails']],
    [raw`\operatorname{TaiLr}(p;0.1)`, ['holds', 'fails', 'fails']],
    // Its values are not what training follows.
    [raw`\operatorname{WeightedTaiLr}(p;0.1,0)`, ['fails', 'unknown', 'fails']],
  ];

  it.each(known)('%s', (formula, verdicts) => {
    const analysis = analysisOf(`analyse ${formula}`);
    expect(analysis.taken).toBe('loss');
    expect(verdictsOf(analysis)).toEqual(verdicts);
  });

  it('show values and slopes', () => {
    const analysis = analysisOf(raw`analyse \operatorname{TaiLr}(p;0.1)`);
    // −1/(γ + (1 − γ)p) is the slope.
    expect(rowOf(analysis, 'p-0.1').finding.data).toMatchObject({
      value: '1.84526',
      slope: '-5.26316',
      other: '2.30259',
      steepness: '-10',
    });
    expect(rowOf(analysis, 'at-1').finding.data).toEqual({ value: '0' });
    // (π − (1 − π)γ)/(1 − γ) with π = 0.8.
    expect(rowOf(analysis, 'noise-effect').finding.data).toEqual({ p: '0.867' });
  });

  it.each([
    [raw`-\frac14\log p`, '∞', '0'],
    [raw`-0.25\log p`, '∞', '0'],
    [raw`-(1-p)^{2.5}\log p`, '∞', '0'],
    [raw`-0.25(1-p)^2\log p`, '∞', '0'],
    [raw`-0.9\log p-0.1\log(1-p)`, '∞', '∞'],
    [raw`\operatorname{LabelSmoothing}`, '∞', '∞'],
    [raw`\operatorname{SymmetricCE}`, '∞', '0'],
    [raw`0.3(1-p)`, '0.3', '0'],
  ])('%s has its values at both ends', (formula, atZero, atOne) => {
    const analysis = analysisOf(`analyse ${formula}`);
    expect(rowOf(analysis, 'at-0').finding.data).toEqual({ value: atZero });
    expect(rowOf(analysis, 'at-1').finding.data).toEqual({ value: atOne });
  });

  it('are drawn beside cross-entropy, cut off where they run to infinity', () => {
    const [result] = evaluateSheet(raw`analyse \operatorname{Focal}(p;2)`);
    expect(result?.plot).toMatchObject({
      x: { label: 'p', from: 0, to: 1 },
      curves: [{ label: raw`\operatorname{Focal}(p;2)` }, { label: raw`-\ln p` }],
    });
    const plot = result?.plot;
    expect(plot?.form === 'plot' ? plot.y.to : NaN).toBeCloseTo(Math.log(100), 12);
  });

  it('of labels and probabilities are found whichever argument is which', () => {
    for (const head of ['B(y,p)', 'B(p,y)']) {
      const analysis = analysisOf(`${head} = -y\\log p-(1-y)\\log(1-p)\nanalyse B`);
      expect(verdictsOf(analysis)).toEqual(['holds', 'holds', 'fails']);
    }
  });

  it('of scores are not taken for losses of a probability', () => {
    const codes = [raw`\log(1+e^{-z})`, raw`\cos t`].map((formula) =>
      evaluateSheet(`analyse ${formula}`).flatMap(({ problems }) =>
        problems.map(({ code }) => code),
      ),
    );
    expect(codes).toEqual([['analyse.neither'], ['analyse.neither']]);
  });

  it('show as many digits as tell their values apart', () => {
    const { verdict, finding } = rowOf(analysisOf(raw`analyse -\log(p+0.001)`), 'proper');
    expect(verdict).toBe('fails');
    const { p, other, value, found } = finding.data;
    expect([p, other]).toEqual(['0.7', '0.7001']);
    const meanAt = (at: number): number => -0.7 * Math.log(at + 0.001) - 0.3 * Math.log(1.001 - at);
    expect(Number(value)).toBeCloseTo(meanAt(0.7), 7);
    expect(Number(found)).toBeCloseTo(meanAt(0.7001), 7);
    expect(Number(found)).toBeLessThan(Number(value));
  });

  it('that rise are shown to', () => {
    const row = rowOf(analysisOf(raw`analyse[loss] (p-0.5)^2`), 'monotony');
    expect(row.verdict).toBe('fails');
    expect(row.finding.code).toBe('analyse.loss-rises');
  });
});
