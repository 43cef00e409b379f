// A call such as `\operatorname{Hoyer}(x)` means the library where the post binds no such name.
import { describe, expect, it } from 'vitest';
import { evaluationText } from '../../../src/evaluate/messages.js';
import {
  checkQuery,
  checkRefused,
  evaluateSheet,
  evaluateText,
  verdictsOf,
} from '../../support/worksheets.js';

const raw = String.raw;

/** By hand: (√4 − 6/√14)/(√4 − 1). */
const HOYER = 2 - 6 / Math.sqrt(14);

describe('a call of the library', () => {
  it('needs no definition, and says where it is from', () => {
    checkQuery(raw`\operatorname{Hoyer}([0,1,2,3])`, HOYER);
    checkQuery(raw`\mathrm{Hoyer}([0,1,2,3])`, HOYER);
    const [result] = evaluateSheet(raw`\operatorname{Hoyer}([0,1,2,3])`);
    expect(result?.notes.map(({ code, data }) => evaluationText(code, data))).toEqual([
      'Hoyer: library, Hurley & Rickard 2009, arXiv 0811.4706',
    ]);
    expect(result?.reading[0]).toContain(raw`\operatorname{Hoyer}(x) = \frac{\sqrt n`);
  });

  it('says so through definitions of the post', () => {
    const [result] = evaluateSheet(raw`S(u) = \operatorname{Hoyer}(u)^2` + '\nS([0,1,2,3])');
    expect(result?.notes.map(({ code }) => code)).toEqual(['library.used']);
  });

  it('knows no name of the post', () => {
    const names = ['n = 7', 'k = 2', 'j = 1', 'i = 1', 'x = [9]', raw`\sigma = 3`, 'e = 2'];
    checkQuery([...names, raw`\operatorname{Hoyer}([0,1,2,3])`].join('\n'), HOYER);
    checkQuery([...names, raw`\operatorname{Gini}([0,0,0,1])`].join('\n'), 0.75);
  });

  it('counts from 1 whatever the post does, and takes the base of its logarithm', () => {
    checkQuery(raw`set index 0` + '\n' + raw`\operatorname{Gini}([0,0,0,1])`, 0.75);
    checkQuery(raw`set log 2` + '\n' + raw`\operatorname{JS}([1,0]\|[0,1])`, 1);
    checkQuery(raw`set log 2` + '\n' + raw`\operatorname{Perplexity}([0.5,0.5])`, 2);
  });

  it('is derived, checked on samples and tabulated as any function', () => {
    checkQuery('p = 0.1\n' + raw`\frac{d}{dp}\operatorname{WeightedTaiLr}(p;0.1,0)`, -1 / 0.19);
    expect(verdictsOf(raw`x \in \mathbb{R}^n` + '\n' + raw`\operatorname{Hoyer}(x) \le 1`)).toEqual(
      ['holds'],
    );
    checkQuery(raw`table \operatorname{Hinge}(y,0.5),\ y \in \{-1,1\}`, [[1.5], [0.5]]);
  });
});

describe('the post goes before', () => {
  it('where it defines the name, wherever that stands', () => {
    checkQuery(raw`\operatorname{Hoyer}(3)` + '\n' + raw`\operatorname{Hoyer}(x) = x^2`, 9);
    checkQuery(
      raw`\operatorname{Focal}(p) = (1-p)^3` + '\n' + raw`\operatorname{Focal}(0.5)`,
      0.125,
    );
  });

  it('where a parameter has a value, and the others have none', () => {
    const taken = raw`\operatorname{Focal}(p;\gamma) = -(1-p)^\gamma\log p`;
    checkQuery(['p = 0.5', taken, raw`\operatorname{Focal}(0.5;0)`].join('\n'), Math.log(2));
  });

  it('but a relation about what has a value is a claim', () => {
    const claim = (value: string): string =>
      `x = [0,1,2,3]\n${raw`\operatorname{Hoyer}(x)`} = ${value}`;
    expect(verdictsOf(claim('0.3964'))).toEqual(['holds']);
    expect(verdictsOf(claim('0.3'))).toEqual(['fails']);
  });
});

describe('what does not fit', () => {
  it('is refused with the call as it is written', () => {
    checkRefused(raw`\operatorname{Focal}(0.1)`, 'library.arguments', '(0.1)');
    checkRefused(raw`\operatorname{Focal}(0.1,2)`, 'library.arguments');
    checkRefused(raw`\operatorname{Gini}(0,0,0,1)`, 'library.arguments');
    const [result] = evaluateSheet(raw`\operatorname{Focal}(0.1)`);
    const texts = result?.problems.map(({ code, data }) => evaluationText(code, data));
    expect(texts).toEqual([
      raw`Focal of the library takes other arguments; write them as in \operatorname{Focal}(p;2)`,
    ]);
  });

  it('is told at the formula of the post', () => {
    const zero = raw`\operatorname{Hoyer}([0,0])`;
    checkRefused(zero, 'library.problem', zero);
    checkRefused(
      raw`S = \operatorname{Hoyer}(3)`,
      'library.problem',
      raw`S = \operatorname{Hoyer}(3)`,
    );
    const [result] = evaluateSheet(zero);
    expect(result?.problems.map(({ code, data }) => evaluationText(code, data))).toEqual([
      'In Hoyer of the library: This divides by zero; exclude that case',
    ]);
  });

  it('is told of the cell of a table', () => {
    const [result] = evaluateSheet(raw`table \operatorname{Hoyer}([t,1]),\ t \in \{0,1\}, u`);
    expect(result?.problems).toHaveLength(1);
    const [other] = evaluateSheet(raw`table \operatorname{LogLoss}(t),\ t \in \{1,-1\}`);
    expect(other?.problems.map(({ code, data }) => evaluationText(code, data)).join()).toContain(
      'In LogLoss of the library: ',
    );
  });
});

it('is not seen by relations of the prose', () => {
  expect(evaluateText(raw`So $\operatorname{Gini}(1,2)=3$ holds.`)).toEqual([]);
});
