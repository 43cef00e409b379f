// How formulas are read: more examples of the rules in `rules`, with their values by plain arithmetic.
import { describe, expect, it } from 'vitest';
import { notesText } from '../../src/evaluate/messages.js';
import type { Value } from '../../src/evaluate/result.js';
import { checkQuery, checkRefused, evaluateSheet } from '../support/worksheets.js';

const raw = String.raw;
const data = raw`x = [3,1,2]
y = [1,1,4]
v = [1,2]
a = 6
b = 2
c = 3
s = 0.5
k = 2
A = \begin{pmatrix}1&2\\3&4\end{pmatrix}
f(t) = t^2`;

function checkValue(line: string, expected: Value): void {
  checkQuery(`${data}\n${line}`, expected);
}

describe('sums and products', () => {
  it('end at a sign', () => {
    checkValue(raw`\sum_i -x_i`, -6);
    checkValue(raw`b\sum_i x_i`, 12);
    checkValue(raw`\sum_{i=1}^3 i x_i`, 3 + 2 + 6);
    checkValue(raw`\sum_i\sum_j x_i y_j`, 36);
    checkValue(raw`\sum\limits_{i=1}^{n} x_i`, 6);
  });

  it('take their range from what the index stands on', () => {
    checkValue(raw`\sum_{i,j} A_{ij}`, 10);
    checkValue(raw`\sum_{ij} A_{i,j}`, 10);
    checkValue(raw`\sum_{i=2}^{3} x_{i-1}`, 4);
    checkValue(raw`\sum_{i=3}^{2} x_i`, 0);
  });

  it('filter by conditions', () => {
    checkValue(raw`\sum_{i<j}(x_i-x_j)`, 2 + 1 - 1);
    checkValue(raw`\sum_{i\in\{1,\dots,k\}}x_i`, 4);
    checkValue(raw`\prod_{i\ne j}x_ix_j`, 6 ** 4);
  });

  it('expand dots between members that differ in one index', () => {
    checkValue(raw`x_1 x_2 \cdots x_3`, 6);
    checkRefused(`${data}\n${raw`a \cdots b`}`, 'unsupported.dots', raw`a \cdots b`);
  });
});

describe('products and calls', () => {
  it('are told apart by what the name is bound to', () => {
    checkValue('bs(1-s)', 0.5);
    checkValue('f(s)(1-s)', 0.125);
    checkValue('f(s)^2', 0.0625);
    checkValue('x_1(1-x_1)', -6);
    checkValue(raw`\pi(b-1)`, Math.PI);
    checkValue('e(b-1)', Math.E);
  });

  it('multiply what fits', () => {
    checkValue('2a/b', 6);
    checkValue(raw`a/b\cdot c`, 9);
    checkValue(raw`a\times -b`, -12);
    checkValue(raw`x^{\mathrm{T}} y`, 12);
    checkValue(raw`v^\top A v`, 27);
    checkValue(raw`AA^\top`, [
      [5, 11],
      [11, 25],
    ]);
    checkValue(raw`vv^\top`, [
      [1, 2],
      [2, 4],
    ]);
    checkValue('2x + 1', [7, 3, 5]);
    checkValue('-2^2', -4);
    checkValue('{a+b}^2', 6 + 4);
  });
});

describe('bars and brackets', () => {
  it('are norms by their kind', () => {
    checkValue(raw`\|x\|`, Math.sqrt(14));
    checkValue(raw`\|x\|_0`, 3);
    checkValue(raw`\|x\|_c^c`, 36);
    checkValue(raw`\left\|x-y\right\|_1`, 4);
    checkValue(raw`\lVert x\rVert_1\lVert y\rVert_1`, 36);
    checkValue(raw`\big|x_1-a\big|`, 3);
  });

  it('are absolute values, entry by entry', () => {
    checkValue('|x - 2|', [1, 1, 0]);
    checkValue('||x|-|y||', [2, 0, 2]);
    checkValue(raw`\left|b|x_1-a|\right|`, 6);
    checkRefused(`${data}\n|b|x_1-a||`, 'syntax.operand-missing');
    checkValue(raw`|\{i: x_i>1\}|`, 2);
  });

  it('group, or hold positive parts and floors', () => {
    checkValue(raw`\max([1,2])`, 2);
    checkValue(raw`\|x-y\|_2^2`, 8);
    checkValue('(s)_+ + s^+', 1);
    checkValue(raw`\lfloor -7/2\rfloor + \lceil s\rceil`, -3);
  });

  it('are vectors behind = and as arguments', () => {
    checkQuery('w = [1e-3, 2.5E2]\nw', [0.001, 250]);
    checkQuery(raw`g(t) = \|t\|_1` + '\ng([1,-2])', 3);
    checkQuery(raw`g(t) = \|t\|_1` + '\ng((1,-2))', 3);
    checkQuery('w = [[1,2],[3,4]]\nw_{2,1}', 3);
    checkQuery(raw`w = \begin{bmatrix}1\\2\end{bmatrix}` + '\nw_2', 2);
  });
});

describe('indices', () => {
  it('are entries, rows and columns', () => {
    checkValue(raw`\text{softmax}(x)_1`, Math.exp(3) / (Math.exp(3) + Math.E + Math.exp(2)));
    checkValue('(x+y)_3', 6);
    checkValue('f(x)_1', 9);
  });

  it('are names of their own where those are bound', () => {
    checkQuery('x = [1,2]\nx_0 = 7\nx_0 + x_1', 8);
    checkQuery(raw`S^*_{1,2} = 3` + '\n' + raw`2S^*_{1,2}`, 6);
    checkQuery("y' = 3\ny = 4\ny'y", 12);
    checkQuery('x^* = 3\n{x^*}^2', 9);
    checkRefused('x = 3\n{x^2}^3', 'syntax.double-script');
    checkQuery(raw`\mathcal{S} = 3` + '\nS = 4\n' + raw`\mathcal{S}S`, 12);
  });

  it('start where the post says', () => {
    checkQuery('set index 0\nx = [5,6,7]\n' + raw`\sum_{i=0}^{2} x_i`, 18);
  });
});

describe('bold and plain', () => {
  it('are one symbol unless both are bound', () => {
    checkQuery(raw`\boldsymbol{x} = [1,2]` + '\nx = 5\n' + raw`x\boldsymbol{x}_2`, 10);
  });
});

describe('data', () => {
  it('has means over entries, rows and indices', () => {
    checkValue(raw`\mathbb E[x^2] - \mathbb E[x]^2`, 14 / 3 - 4);
    checkValue(raw`\mathbb E|x-2|`, 2 / 3);
    checkValue(raw`\mathbb E[(x-\bar x)^2]`, 2 / 3);
    checkValue(raw`\mathbb E[x-\mathbb E[y]]`, 0);
  });

  it('has extrema', () => {
    checkValue(raw`\max_i x_i`, 3);
    checkValue(raw`\min x`, 1);
    checkValue(raw`\max(a,b)`, 6);
    checkValue(raw`\max(x,2)`, [3, 2, 2]);
    checkValue(raw`\arg\min_i x_i`, 2);
    checkValue(raw`\#\{i : x_i>1, y_i<2\}`, 1);
  });

  it('is what stands in the brackets of a mean, whatever makes it a vector', () => {
    const columns = raw`x = [3,1,2]
A = \begin{pmatrix}1&2&3\\4&5&6\\7&8&10\end{pmatrix}
`;
    checkQuery(`${columns}${raw`\operatorname{mean}[A_{:,1}\odot x]\sqrt4`}`, 14);
    checkQuery(`${columns}${raw`2\,\mathbb E[Ax]`}`, (2 * (11 + 29 + 49)) / 3);
    checkQuery(`${columns}${raw`\operatorname{Var}[A_{:,2}]`}`, 6);
    checkQuery(`${columns}${raw`\mathbb E[\operatorname{softmax}(x)]`}`, 1 / 3);
    checkRefused(`${columns}y = [1,1,2]\n${raw`\mathbb E[A_{:,1}xy]`}`, 'shape.number-expected');
  });

  it('may be searched in a finite set', () => {
    checkQuery(raw`x = [3,1,2]` + '\n' + raw`\operatorname*{argmin}_{i\in\{1,3\}} x_i`, 3);
  });

  it('goes on behind a function that speaks of its index, and else needs brackets', () => {
    const given = 'x = [3,1,2]\n';
    checkRefused(`${given}${raw`\max_i x_i\log 2`}`, 'ambiguous.argument');
    checkQuery(`${given}${raw`\max_i x_i\log i`}`, 2 * Math.log(3));
    checkRefused(`${given}${raw`\operatorname*{argmax}_i x_i\cdot\sin 4`}`, 'ambiguous.argument');
    checkQuery(`${given}${raw`\max_i(x_i\log i)`}`, 2 * Math.log(3));
    checkQuery(`${given}${raw`\log 2\max_i x_i`}`, 3 * Math.log(2));
  });

  it('may have exponents behind cases, counts and indicators', () => {
    checkQuery(raw`\begin{cases}3,&1>0\\2,&\text{else}\end{cases}^2`, 9);
    checkQuery(`x = [3,1,2]\n${raw`\#\{i: x_i>1\}^2`}`, 4);
    checkQuery(`x = 3\n${raw`\mathbb 1[x>1]^2`}`, 1);
  });

  it('says which of several extreme indices it took', () => {
    const [result] = evaluateSheet(`${data}\n${raw`\arg\min_i y_i`}`);
    expect([result?.value, notesText(result?.notes ?? [])]).toEqual([1, 'ties take the smallest']);
  });
});

describe('conventions', () => {
  it('of logarithms hold where a product needs them', () => {
    const given = 'p = [0.5,0.5,0]\n';
    checkQuery(`p = [1,0]\n${raw`\sum_i (1-p_i)\log(1-p_i)`}`, 0);
    const [result] = evaluateSheet(`${given}${raw`-\sum_i p_i\log p_i`}`);
    expect(notesText(result?.notes ?? [])).toBe('log = ln; 0 log 0 = 0');
  });

  it('of a post are set by it', () => {
    checkQuery(raw`set log 10` + '\n' + raw`\log 1000`, 3);
  });

  it('of built-in names hold while the names are free', () => {
    expect(notesText(evaluateSheet('e = 3\ne^2')[0]?.notes ?? [])).toContain('e is bound');
    checkQuery(raw`\mathbf 0_2`, [0, 0]);
    checkQuery(raw`x = [1,2]` + '\n' + raw`\mathbf 1_2^\top x`, 3);
    checkQuery(`${data}\n${raw`\sum_i\sum_j\delta_{ij}x_iy_j`}`, 12);
  });
});

describe('numbers', () => {
  it('are read as they are written', () => {
    checkQuery('.5', 0.5);
    checkQuery(raw`10000^{1/2}`, 100);
    checkQuery(raw`\frac12\frac34`, 0.375);
  });
});
