// What the scan refuses, every engine refuses: MathJax 3 and 4 and KaTeX are asked.
import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { scanTex } from '../../../src/core/numbering/texScan.js';
import { typesetPage } from '../../support/mathjax.js';
import { propertyRuns } from '../../support/runs.js';

const raw = String.raw;
const noMacro = (): boolean => false;

function checkFault(tex: string, expected: string | null): void {
  const fault = scanTex(tex, noMacro);
  expect(fault && `${fault.code} ${tex.slice(fault.span.start, fault.span.end)}`, tex).toBe(
    expected,
  );
}

async function mathjaxRefuses(version: 3 | 4, tex: string): Promise<boolean> {
  const page = await typesetPage(version, 'ams', [{ tex, delimiter: '$' }]);
  return page.formulas[0]?.error !== null;
}

function katexRefuses(tex: string): boolean {
  try {
    katex.renderToString(tex, { strict: 'ignore' });
    return false;
  } catch {
    return true;
  }
}

describe('the scan', () => {
  it('names what is wrong and where', () => {
    checkFault(raw`\frac{a}{b`, 'unclosed-brace {');
    checkFault(raw`a}`, 'extra-close }');
    checkFault(raw`\begin{cases}a`, raw`unclosed-environment \begin{cases}`);
    checkFault(raw`\begin{cases}a\end{matrix}`, raw`unclosed-environment \begin{cases}`);
    checkFault(raw`a\end{cases}`, raw`extra-close \end{cases}`);
    checkFault(raw`\left(a`, raw`unclosed-left \left`);
    checkFault(raw`{\left(a}`, raw`unclosed-left \left`);
    checkFault(raw`a\right)`, raw`extra-close \right`);
    checkFault(raw`\frac{a}`, raw`missing-argument \frac`);
    checkFault(raw`{\sqrt}`, raw`missing-argument \sqrt`);
    checkFault(raw`x^`, 'missing-argument ^');
    checkFault(raw`x_1_2`, 'double-subscript _');
    checkFault(raw`x_{1}^2_{3}`, 'double-subscript _');
    checkFault(raw`x^{y^2^3}`, 'double-superscript ^');
    checkFault(raw`a & b`, 'misplaced-cell &');
    checkFault(raw`\begin{equation}a & b\end{equation}`, 'misplaced-cell &');
    checkFault(raw`\begin{align}a^{b & c}\end{align}`, 'misplaced-cell &');
    checkFault(raw`\begin{align}\left(a & c\right)\end{align}`, 'misplaced-cell &');
    checkFault(raw`\frac{1} \label{eq:a}`, raw`missing-argument \frac`);
    checkFault(raw`\left(\frac{1}\right)`, raw`missing-argument \frac`);
    checkFault(raw`\begin{matrix}a^ & b_ \\ \end{matrix}`, 'missing-argument ^');
    checkFault(raw`a \middle| b`, raw`misplaced-middle \middle`);
    checkFault(raw`\left{a\right}`, raw`bad-delimiter \left`);
    checkFault(raw`\left(a\right\]`, raw`bad-delimiter \right`);
  });

  it('leaves alone what is right, and what it cannot be sure of', () => {
    for (const tex of [
      raw`x_1^2 {x_1}_2 x_1{}_2 x'^2`,
      raw`\left\{a\right. \left[0,1\right)`,
      raw`\text{a_b_c} \operatorname{a}_b \{ \} \\`,
      raw`\begin{array}{c|c}a^2 & b^2 \\ ^2 & _3\end{array}`,
      raw`\sum_a^b\limits_c x^\alpha_1 x^\mathrm{a}_b`,
      raw`\frac12 \frac\alpha2 \sqrt[3]{x} \frac{a} {b} \sqrt\frac12 x^\frac12`,
      raw`\matrix{a & b} \substack{a \\ b} a &lt; b \text{a & b}`,
      raw`\left(\begin{array}{c}a & {b}\end{array}\middle/2\right) \left\lbrace\right⟩`,
      raw`\begin{equation}\begin{split}a & b\end{split}\end{equation}`,
      raw`% } {`,
      raw`\def\a#1{#1^2} \a{`,
      raw`\ce{SO4^2-_x_y}`,
    ]) {
      checkFault(tex, null);
    }
  });

  it('says nothing where a macro of the page plays a part', () => {
    expect(scanTex(raw`\pair{a`, (name) => name === 'pair')).toBe(null);
  });

  it('stays linear in deep nesting', () => {
    checkFault('{'.repeat(20_000) + '}'.repeat(20_000), null);
    checkFault('x^{'.repeat(20_000) + '}'.repeat(20_000), null);
    checkFault(raw`\left(`.repeat(20_000), raw`unclosed-left \left`);
    checkFault('^'.repeat(100_000), 'double-superscript ^');
  });

  it('refuses only what MathJax 3, MathJax 4 and KaTeX refuse', async () => {
    const piece = fc.constantFrom(
      ...['x', '2', '+', ' ', '{', '}', '^', '_', '^2', '_i', '^{', '_{', "'", '&', raw`\\`],
      ...[raw`\left(`, raw`\right)`, raw`\left.`, raw`\frac`, raw`\sqrt`, '[3]', raw`\hat`],
      ...[raw`\alpha`, raw`\sum`, raw`\begin{cases}`, raw`\end{cases}`, raw`\begin{matrix}`],
      ...[raw`\end{matrix}`, raw`\text{a_b_c}`, raw`\{`, raw`\,`, raw`\limits`, raw`\mathbf`],
      ...[raw`\middle|`, raw`\left\{`, raw`\right\[`, raw`\left`, raw`\tag{1}`, '(', 'a'],
      // A prime, a label and another prime are more than MathJax can read.
      ...[raw`x\label{a}`, raw`\frac1\label{a}`],
      ...[raw`\begin{equation}`, raw`\end{equation}`, raw`\vec`],
    );
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const tex = pieces.join('');
        if (!scanTex(tex, noMacro)) return;
        refused++;
        expect(katexRefuses(tex), `KaTeX: ${tex}`).toBe(true);
        expect(await mathjaxRefuses(4, tex), `MathJax 4: ${tex}`).toBe(true);
        expect(await mathjaxRefuses(3, tex), `MathJax 3: ${tex}`).toBe(true);
      }),
      { numRuns: propertyRuns * 5 },
    );
    expect(refused).toBeGreaterThan(propertyRuns);
  });
});
