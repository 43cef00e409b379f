// Marks behind formulas and numbers, and relations of the prose without a mark.
import { describe, expect, it } from 'vitest';
import { evaluateText } from '../support/worksheets.js';

const raw = String.raw;
const sheet = '```eval\nx = [3,4]\n' + raw`S(x) = \frac{\|x\|_1}{\|x\|_2}` + '\na = 2\n```\n\n';

/** Kind, value, expected and verdict of each result. */
function resultsOf(prose: string): readonly unknown[] {
  return evaluateText(sheet + prose).map(({ kind, value, expected, verdict }) => [
    kind,
    value,
    expected,
    verdict,
  ]);
}

function codesOf(prose: string): readonly string[] {
  return evaluateText(sheet + prose).flatMap(({ problems }) => problems.map(({ code }) => code));
}

describe('marks behind formulas', () => {
  it('show a value', () => {
    expect(resultsOf('The value $S(x)$<!--= --> is small.')).toEqual([['value', 1.4, null, null]]);
    expect(resultsOf(raw`The value \(S(x)\)<!--=--> is small.`)).toEqual([
      ['value', 1.4, null, null],
    ]);
    expect(resultsOf('$$\nS(x)\n$$ <!--= -->')).toEqual([['value', 1.4, null, null]]);
    expect(resultsOf(raw`\begin{equation}S(x)\end{equation}<!--= -->`)).toEqual([
      ['value', 1.4, null, null],
    ]);
    expect(resultsOf('$x$<!--= -->')).toEqual([['value', [3, 4], null, null]]);
  });

  it('state a value', () => {
    expect(resultsOf('$S(x)$<!--= 1.40 -->')).toEqual([['value', 1.4, 1.4, 'holds']]);
    expect(resultsOf('$S(x)$<!--= 1.41 -->')).toEqual([['value', 1.4, 1.41, 'fails']]);
    expect(resultsOf('$x/3$<!--= [1.0, 1.33] -->')).toEqual([
      ['value', [1, 4 / 3], [1, 1.33], 'holds'],
    ]);
    expect(resultsOf('$a$<!--= 2 -->')).toEqual([['value', 2, 2, 'holds']]);
  });

  it('hold expressions', () => {
    expect(resultsOf('$1.40$<!--= S(x) -->')).toEqual([['value', 1.4, 1.4, 'holds']]);
    expect(resultsOf('$1.5$<!--= S(x) -->')).toEqual([['value', 1.4, 1.5, 'fails']]);
    expect(resultsOf('$7/5$<!--= S(x) -->')).toEqual([['value', 1.4, 1.4, 'holds']]);
    expect(resultsOf('| a | b |\n|---|---|\n| 1.40<!--= S(x) --> | 1.5<!--= S(x) --> |')).toEqual([
      ['value', 1.4, 1.4, 'holds'],
      ['value', 1.4, 1.5, 'fails'],
    ]);
    expect(resultsOf('It is .714<!--= 1/S(x) -->, not −1.4<!--= -S(x) -->.')).toEqual([
      ['value', 1 / 1.4, 0.714, 'holds'],
      ['value', -1.4, -1.4, 'holds'],
    ]);
    expect(resultsOf('It is <!--= S(x) --> then.')).toEqual([['value', 1.4, null, null]]);
  });

  it('take no part of a number or word for the number', () => {
    const written = [
      '1,400',
      '1，400',
      '1 400',
      '14e-1',
      '7/5',
      'x2',
      '2.1.4',
      '1–4',
      '±1.4',
      '3:4',
      '9%',
    ];
    for (const number of [...written, `${'0'.repeat(80)}1.4`])
      expect(resultsOf(`It is ${number}<!--= S(x) -->.`), number).toEqual([
        ['value', 1.4, null, null],
      ]);
  });

  it('on a relation take its last side, and claim each relation', () => {
    expect(resultsOf('$S(x) = 1.4$<!--= -->')).toEqual([
      ['claim', 1.4, 1.4, 'holds'],
      ['value', 1.4, null, null],
    ]);
    expect(resultsOf('$S(x) = 7/5 = 1.5$<!--= -->')).toEqual([
      ['claim', 1.4, 1.4, 'holds'],
      ['claim', 1.4, 1.5, 'fails'],
    ]);
    expect(resultsOf('$u = S(x)$<!--= -->')).toEqual([['value', 1.4, null, null]]);
    expect(resultsOf('$u = 2a = 5$<!--= -->')).toEqual([['claim', 4, 5, 'fails']]);
  });

  it('say what keeps a value from being shown', () => {
    expect(codesOf('$S(u)$<!--= -->')).toEqual(['name.unbound']);
    expect(codesOf('$u$<!--= 3 -->')).toEqual(['name.unbound']);
    expect(codesOf('0.5<!--= -->')).toEqual(['mark.no-expression']);
    expect(codesOf('$a$ <!--= 3 -->, $a$。<!--= 2.0 -->')).toEqual([
      'mark.no-expression',
      'mark.no-expression',
    ]);
    expect(codesOf('$$\na\n$$\n<!--= 3 -->')).toEqual(['mark.no-expression']);
    expect(codesOf('$a/10$<!--= 20% -->')).toEqual(['mark.percent']);
    expect(resultsOf(raw`$a/10$<!--= 20\% -->`)).toEqual([['value', 0.2, 0.2, 'holds']]);
    expect(codesOf('$a, x$<!--= -->')).toEqual(['mark.several-rows']);
    expect(codesOf(raw`\begin{align}a\\x\end{align}<!--= -->`)).toEqual(['mark.several-rows']);
    expect(codesOf(raw`$\unknown$<!--= -->`)).toEqual(['tex.syntax']);
  });

  it('see the bindings of the place where they stand', () => {
    const post = '<!-- eval: y = 1 -->\n\n$y$<!--= -->\n\n<!-- eval: y := 2 -->\n\n$y$<!--= -->\n';
    expect(evaluateText(post).map(({ value }) => value)).toEqual([1, 2]);
    const late = '$y$<!--= -->\n\n<!-- eval: y = 1 -->\n';
    expect(evaluateText(late).map(({ value }) => value)).toEqual([1]);
  });

  it('stand at the formula, and show behind it', () => {
    const text = `${sheet}中 $S(x)$<!--= -->.`;
    const [result] = evaluateText(text);
    expect(text.slice(result?.span.start, result?.span.end)).toBe('$S(x)$');
    expect(text.slice(0, result?.showAt).endsWith('$S(x)$')).toBe(true);
    expect(result?.source).toBe('S(x)');
    expect(result?.informative).toBe(false);
  });

  it('are no other comments', () => {
    expect(resultsOf('$S(x)$<!-- = -->')).toEqual([]);
    expect(resultsOf('$S(x)$ <!--= 3a -->')).toEqual([['value', 6, null, null]]);
    expect(resultsOf('```\n$S(x)$<!--= -->\n```')).toEqual([]);
  });
});

describe('relations of the prose', () => {
  it('are claims where they hold only numbers', () => {
    expect(resultsOf('So $16^3-1=4095$ and $2^{10}=1000$.')).toEqual([
      ['claim', 4095, 4095, 'holds'],
      ['claim', 1024, 1000, 'fails'],
    ]);
    expect(resultsOf(raw`$\pi\approx 3.14$, $\log 2 \approx 0.69$`)).toEqual([
      ['claim', Math.PI, 3.14, 'holds'],
      ['claim', Math.LN2, 0.69, 'holds'],
    ]);
    expect(evaluateText('$2^{10}=1000$')[0]?.informative).toBe(true);
  });

  it('never see bindings', () => {
    expect(resultsOf('$a = 3$ and $S(x) = 9$ and $a + 1 = 4$')).toEqual([]);
  });

  it('claim nothing as orders of magnitude', () => {
    expect(resultsOf(raw`$1000 = 10^3$, $1024 \approx 10^3$, $999 < 10^{3}$`)).toEqual([]);
    expect(resultsOf(raw`$2^{10} = 1024 \approx 10^3$`)).toEqual([['claim', 1024, 1024, 'holds']]);
  });

  it('are silent where they are not understood', () => {
    const prose = raw`$1,000 = 1000$, $7 \equiv 1 \pmod 3$, $1/3 = 0.333\dots$, $3 \to 4$, $2:1=2$, $1 \ll 2$`;
    expect(resultsOf(prose)).toEqual([]);
    expect(resultsOf('$$1 + 1 = 3$$')).toEqual([]);
    expect(resultsOf(raw`$\text{准确率} = 90\%$, $n=3$, $p<0.05$`)).toEqual([]);
  });
});
