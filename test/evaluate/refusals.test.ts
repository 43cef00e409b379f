// What could be read in two ways, or not at all, is refused with its place. More examples of the rules in `rules`.
import { describe, it } from 'vitest';
import { checkQuery, checkRefused } from '../support/worksheets.js';

const raw = String.raw;
const data = raw`x = [3,1,2]
y = [1,1,4]
a = 6
b = 2
k = 2
A = \begin{pmatrix}1&2\\3&4\end{pmatrix}
f(t) = t^2`;

/** The last line is refused for this reason, at this place of it. */
function checkLine(line: string, code: string, place?: string): void {
  checkRefused(`${data}\n${line}`, code, place);
}

describe('the shape of the argument of a norm', () => {
  it('refuses a norm of a number', () => {
    checkLine(raw`\|3\|_2`, 'norm.of-number');
    checkLine(raw`\|x_1\|_1`, 'norm.of-number');
    checkLine(raw`\mathbb E[\|x\|_1]`, 'norm.of-number');
  });

  it('refuses a norm of a matrix whose kind is not said or not computed', () => {
    checkLine(raw`\|A\|_{1/2}`, 'norm.matrix-unsupported');
  });

  it('refuses a matrix norm of a vector', () => {
    checkLine(raw`\|x\|_*`, 'norm.of-vector', '*');
  });
});

describe('two digits below a matrix', () => {
  it('are refused where the matrix has such a row', () => {
    const large = raw`L = \operatorname{diag}(\mathbf 1_{12})`;
    checkRefused(`${large}\nL_{12}`, 'ambiguous.row-or-entry', 'L_{12}');
    checkQuery(`${large}\nL_{13}`, 0);
    checkQuery(`${large}\nL_{1,2}`, 0);
    checkQuery(`${large}\nL_{12,:}`, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
});

describe('a power beside the indices of a matrix', () => {
  it('is refused where an entry of the power may be meant', () => {
    const powers = [raw`A^{-1}_{12}`, raw`A_{12}^{-1}`, raw`A_{12}^{1/2}`, 'A^2_{12}'];
    for (const power of powers) checkLine(power, 'ambiguous.entry-power', power);
    checkLine(raw`\sum_i A_{ii}^{-1}`, 'ambiguous.entry-power', raw`A_{ii}^{-1}`);
  });

  it('is that of the entry where no other reading is usual', () => {
    checkQuery(`${data}\n${raw`(A^{-1})_{12}`}`, 1);
    checkQuery(`${data}\n${raw`(A_{12})^{-1}`}`, 0.5);
    checkQuery(`${data}\n${raw`A_{12}^2`}`, 4);
    checkQuery(`${data}\n${raw`x_2^{-1}`}`, 1);
    checkQuery(`${data}\n${raw`S_{12} = 4`}\n${raw`S_{12}^{-1}`}`, 0.25);
  });
});

describe('an index set that is not bound', () => {
  it('refuses to guess it', () => {
    checkLine(raw`\sum_{i\in\Omega_{neg}}x_i`, 'set.unbound', raw`\Omega_{neg}`);
    checkLine(raw`\sum_{i\in x}x_i`, 'set.expected', 'x');
    checkLine(raw`\max_{i\in S}x_i`, 'set.unbound', 'S');
    checkQuery(`${data}\n${raw`S = \{1,3\}`}\n${raw`\sum_{i\in S}x_i`}`, 5);
  });

  it('refuses what cannot be run over', () => {
    checkLine(raw`\sum_{i\in\mathbb{N}}2^{-i}`, 'binder.infinite-set');
    checkLine(raw`\sum_{i\in[0,1)}x_i`, 'binder.infinite-set');
  });
});

describe('a set by its condition', () => {
  it('is never a list of arguments', () => {
    checkQuery(`${data}\n${raw`\max\{i\mid x_i>2\}`}`, 1);
    checkQuery(`${data}\n${raw`\max\{i:x_i<3\}`}`, 3);
    checkQuery(`${data}\n${raw`\min\{x_i\mid x_i>1\}`}`, 2);
    checkLine(raw`\max(i\mid x_i>2)`, 'syntax.bar-in-group');
    checkLine(raw`\max\{a\mid a>1\}`, 'set.nothing-open');
    checkLine(raw`\max\{x_i\mid x_j>1\}`, 'binder.several-open');
    checkLine(raw`\log\{i\mid x_i>2\}`, 'function.arguments');
  });
});

describe('an index that is bound outside', () => {
  it('is not bound again', () => {
    checkLine(raw`\sum_{a\ne b}x_a`, 'binder.nothing-to-bind');
    checkLine(raw`\max_k x_k`, 'binder.captured', 'k');
    checkQuery(`${data}\n${raw`\sum_i\sum_{j\ne i}x_ix_j`}`, 2 * (3 + 6 + 2));
  });
});

describe('several values where one was expected', () => {
  it('refuses them', () => {
    checkLine('(1,2) + a', 'value.tuple', '(1,2)');
    checkLine(raw`\frac{(1,2)}{3}`, 'value.tuple', '(1,2)');
    checkLine('x_{(1,2)}', 'value.tuple');
    checkLine(raw`\log(1,2)`, 'function.arguments', '(1,2)');
  });
});

describe('names', () => {
  it('says what is not bound, and never takes i or γ for a constant', () => {
    checkLine('f', 'name.function-alone', 'f');
  });
});

describe('numbers', () => {
  it('refuses what could be two', () => {
    checkLine('a 2', 'ambiguous.number-after-factor', '2');
    checkLine(raw`2\frac12`, 'ambiguous.mixed-number');
  });
});

describe('products and quotients', () => {
  it('refuses what can be read in two ways', () => {
    for (const line of [raw`\log a(1-b)`, raw`\log 2(a+b)`, raw`\max_i (x_i-1)^2`])
      checkLine(line, 'ambiguous.argument');
    for (const line of [raw`a\bmod b\bmod k`, raw`a-b\bmod k`])
      checkLine(line, 'ambiguous.remainder');
  });

  it('refuses products of vectors that could mean several things', () => {
    checkLine('x^{-1}', 'shape.inverse-of-vector');
    checkLine('A^{0.3}', 'shape.power-of-matrix');
    checkLine(raw`A\cdot x`, 'shape.product-sign');
    checkLine('Ax', 'shape.shapes-differ');
    checkLine('x + [1,2]', 'value.tuple');
  });
});

describe('indices', () => {
  it('refuses what is out of range or of another length', () => {
    checkLine('x_{1.5}', 'index.out-of-range', '1.5');
    checkLine('x_{1,2}', 'index.too-many');
    checkRefused('x = [1,2,3,4]\ni = 2\nj = 2\nx_{ij}', 'index.too-many', 'ij');
    checkLine(raw`\sum_{i=1}^{3}x_{i+1}`, 'index.out-of-range', 'i+1');
    checkLine(raw`\sum_i x_{i+1}`, 'binder.no-range', 'i');
    checkLine(raw`\sum_i x_i A_{1,i}`, 'shape.lengths-differ');
    checkLine(raw`\sum_{i=1}^{2.5}i`, 'binder.not-whole', '2.5');
    checkLine(raw`\sum_{i=1}^{\infty}2^i`, 'series.no-bound');
  });
});

describe('values that do not exist', () => {
  it('says why, and never shows a number', () => {
    checkLine(raw`\frac{a}{b-2}`, 'value.division-by-zero');
    checkLine('0^{-1}', 'value.division-by-zero');
    checkLine(raw`\arcsin 2`, 'value.outside-function');
    checkLine(raw`\log 0 - \log 0`, 'value.undefined');
    checkLine(raw`0\cdot\log(b-2)`, 'value.zero-times-infinity');
    checkLine('1/10^{400}', 'value.overflow');
    checkLine(raw`\infty^0`, 'value.undefined');
    checkLine(raw`1^\infty`, 'value.undefined');
    checkLine(raw`\max_{i<j}1`, 'binder.no-range');
    checkLine(raw`\max\{x_i\mid x_i>9\}`, 'value.empty-extremum');
    checkLine(raw`\begin{cases}1,&a<0\\2,&a<1\end{cases}`, 'value.no-case');
  });
});

describe('what is too large or too small to hold', () => {
  it('is neither ∞ nor 0', () => {
    checkRefused('c = 10^{308}\nc + c', 'value.overflow', 'c + c');
    checkRefused('c = 10^{308}\n-c - c', 'value.overflow', '-c - c');
    for (const line of [
      raw`\log(10^{-200}\cdot 10^{-200})`,
      raw`\frac{1}{10^{-200}\cdot 10^{-200}}`,
      raw`(e^{-1000})^{-1}`,
    ])
      checkLine(line, 'value.underflow');
    checkQuery(`${data}\ne^{-1000}`, 0);
    checkQuery(`${data}\n${raw`\log(0\cdot e^{-1})`}`, -Infinity);
    checkQuery(`${data}\n${raw`(e^{-1000})^0`}`, 1);
    checkQuery(raw`\|[10^{-200},10^{-200}]\|`, 0);
  });

  it('stays so through definitions', () => {
    const given = raw`s = \operatorname{softmax}([0,1000])`;
    checkRefused(`${given}\n${raw`-\log s_1`}`, 'value.underflow');
    checkRefused(`${given}\n${raw`KL([.5,.5]\|s)`}`, 'value.underflow');
    checkQuery(`${given}\n${raw`-\sum_i s_i\log s_i`}`, 0);
    checkQuery(`${given}\n${raw`KL(s\|[.5,.5])`}`, Math.LN2);
  });

  it('is not compared', () => {
    checkLine(raw`\mathbb 1[e^{1000}<e^{2000}]`, 'value.overflow');
    checkLine(raw`\#\{i: e^{1000x_i}>e^{1000}\}`, 'value.overflow');
    checkLine(raw`\operatorname{argmax}_i e^{1000x_i}`, 'value.overflow');
    checkLine(raw`\operatorname{argmax}_i e^{-1000x_i}`, 'value.unsure');
    checkLine('e^{1000} = e^{2000}', 'value.overflow');
    checkLine(raw`\mathbb 1[e^{-1000}>0]`, 'value.unsure');
    checkQuery(`${data}\n${raw`\min(e^{1000},3)`}`, 3);
    checkQuery(`${data}\n${raw`\mathbb 1[e^{1000}>3]`}`, 1);
    checkQuery(`${data}\n${raw`\mathbb 1[\infty\ge\infty]`}`, 1);
  });

  it('has no logarithm, root or reciprocal that rounding made', () => {
    checkLine(raw`\log(2-\sqrt2\sqrt2)`, 'value.hidden-zero');
    checkLine(raw`\sqrt{2-\sqrt2\sqrt2}`, 'value.hidden-zero');
    checkLine(raw`\arccos\frac{\sqrt2\sqrt2}2`, 'value.unsure');
    checkQuery(raw`\sqrt{0.3-0.1-0.2}`, 0);
    checkQuery(raw`x_{(0.1+0.2)\cdot 10}` + '\nx = [4,5,6]', 6);
    checkRefused(raw`\frac{1}{0.3-0.1-0.2}`, 'value.division-by-zero');
    checkRefused(raw`\sqrt{0.3-0.1-0.21}`, 'value.root-of-negative');
  });
});

describe('constructs of later versions', () => {
  it('names them', () => {
    const lines = [raw`\oint t\,dt`, raw`\limsup_{t\to0} t`, raw`\genfrac[]{0pt}{}{5}{2}`];
    for (const line of lines) checkLine(line, 'unsupported.construct');
    checkLine(raw`x \sim \mathcal{N}(0,1)`, 'claim.relation');
  });
});

describe('broken lines', () => {
  it('refuses a line and goes on with the next', () => {
    checkRefused(`${data}\n(a + b\na + b = 8`, 'statement.unclosed', '(');
    checkLine('a +', 'syntax.operand-missing');
    checkLine(raw`\frac{a}{`, 'statement.unclosed', '{');
    checkLine(raw`\unknowncommand`, 'tex.syntax');
    checkLine(raw`\text{the value } a`, 'syntax.text-in-formula');
    checkLine(raw`a = 6 \quad b = 2`, 'syntax.space-separates');
    checkLine(raw`\eqref{eq:none}`, 'unsupported.reference', raw`\eqref{eq:none}`);
    checkLine('[1,2', 'statement.unclosed', '[');
    checkLine('f(1;2)', 'syntax.semicolon', ';');
    checkLine('[1,2;3,4]', 'syntax.semicolon', ';');
  });
});
