// What MathJax accepts, as KaTeX typesets it.
import katex from 'katex';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noMacros, type NumberingMacros } from '../../src/core/numbering/macros.js';
import { translateFormula } from '../../src/render/translate/translate.js';
import { propertyRuns } from '../support/runs.js';

const choices = { display: false, macros: noMacros, colorTakesArgument: false };

function typeset(tex: string, display: boolean): string {
  return katex.renderToString(tex, {
    displayMode: display,
    strict: 'ignore',
    trust: ({ command }) => command === '\\href',
  });
}

function checkInline(tex: string, expected: string): void {
  const translated = translateFormula(tex, choices).tex;
  expect(translated).toBe(expected);
  expect(typeset(translated, false)).toContain('katex');
}

function checkDisplay(tex: string, expected: string, rows: number): void {
  const translated = translateFormula(tex, { ...choices, display: true }).tex;
  expect(translated).toBe(expected);
  expect(typeset(translated, true).split('class="eqn-num"').length - 1).toBe(rows);
}

function macrosOf(...definitions: readonly string[]): NumberingMacros {
  return definitions.reduce<NumberingMacros>(
    (macros, tex) => translateFormula(tex, { ...choices, macros }).macros,
    noMacros,
  );
}

function checkMacros(definitions: readonly string[], tex: string, expected: string): void {
  expect(translateFormula(tex, { ...choices, macros: macrosOf(...definitions) }).tex).toBe(
    expected,
  );
}

it('leaves a plain formula as it is', () => {
  for (const tex of ['x^2_i', '\\frac{a}{b}', '\\left\\{ a \\right\\}', '式=1', '']) {
    checkInline(tex, tex);
  }
});

it('takes labels, tags and their like out', () => {
  checkInline('a\\label{eq:a}b\\tag{1}c\\tag*{x}\\notag\\nonumber', 'abc');
  checkInline('\\alpha\\label{x}b', '\\alpha b');
});

it('shows nothing for a product that MathJax leaves invisible', () => {
  checkInline('a\\*b', 'ab');
});

it('puts braces around a script that is a command with arguments', () => {
  checkInline('\\mathop{}_\\boldsymbol{B}', '\\mathop{}_{\\boldsymbol{B}}');
  checkInline('x^\\frac12', 'x^{\\frac12}');
  checkInline('x_\\alpha', 'x_\\alpha');
  checkInline('\\hat\\mathbf x', '\\hat{\\mathbf x}');
});

it('escapes what text may hold and KaTeX refuses', () => {
  checkInline('\\text{stop_grad}', '\\text{stop\\_grad}');
  checkInline('\\text{50% of}', '\\text{50\\% of}');
  checkInline('\\text{a $x_1$ & b}', '\\text{a $x_1$ \\& b}');
});

it('drops what only tunes MathJax', () => {
  checkInline('\\require{mhchem}x', 'x');
  checkInline('\\style{display:none}{x}', '{x}');
  checkInline('\\sqrt[\\uproot{2}3]{x}', '\\sqrt[3]{x}');
  checkInline('\\skew{3}\\hat{A}', '\\hat{{A}}'.replace('{{A}}', '{A}'));
  checkInline('\\href{javascript:alert(1)}{x}', '{x}');
  checkInline('\\unicode{x2014}', '\\text{—}');
});

it('drops comments', () => {
  checkInline('a% \\label{x}\nb', 'ab');
});

it('makes places for references, numbered in order', () => {
  const { tex, references } = translateFormula('a\\eqref{x}\\text{由\\ref{y}}', choices);
  expect(tex).toBe('a\\href{eqref:0}{\\text{(0)}}\\text{由\\href{eqref:1}{\\text{(0)}}}');
  expect(references).toEqual([
    { command: 'eqref', key: 'x' },
    { command: 'ref', key: 'y' },
  ]);
  expect(typeset(tex, false)).toContain('href="eqref:1"');
});

it('gives every row of a display a place for its number', () => {
  checkDisplay('x', '\\begin{equation}x\\end{equation}', 1);
  checkDisplay(
    '\\begin{equation}x\\label{a}\\end{equation}',
    '\\begin{equation}x\\end{equation}',
    1,
  );
  checkDisplay('\\begin{align*}a\\\\b\\end{align*}', '\\begin{align}a\\\\b\\end{align}', 2);
  checkDisplay('\\begin{align}a\\\\b\\\\ \\end{align}', '\\begin{align}a\\\\b\\end{align}', 2);
  checkDisplay(
    '\\begin{gather}a\\notag\\\\[5pt] b\\end{gather}',
    '\\begin{gather}a\\\\[5pt] b\\end{gather}',
    2,
  );
  checkDisplay('\\begin{flalign}a&=b\\end{flalign}', '\\begin{align}a&=b\\end{align}', 1);
  checkDisplay('\\begin{xalignat}{2}a&b\\end{xalignat}', '\\begin{alignat}{2}a&b\\end{alignat}', 1);
  checkDisplay('\\begin{eqnarray}a&=&b\\end{eqnarray}', '\\begin{align}a&={}b\\end{align}', 1);
  checkDisplay(
    'a\\\\b',
    '\\begin{equation}\\begin{gathered}a\\\\b\\end{gathered}\\end{equation}',
    1,
  );
});

it('joins the displays of subequations', () => {
  const wrap = (body: string): string =>
    `\\begin{subequations}\\label{s}\n${body}\\end{subequations}`;
  checkDisplay(
    wrap('\\begin{align}a&=b\\\\c&=d\\end{align} % end\n'),
    '\\begin{align}a&=b\\\\c&=d\\end{align}',
    2,
  );
  checkDisplay(wrap('\\begin{equation}a\\end{equation}'), '\\begin{equation}a\\end{equation}', 1);
  checkDisplay(
    wrap('\\begin{equation}a\\end{equation}\\label{t}\\begin{gather}b\\\\c\\end{gather}'),
    '\\begin{gather}a\\\\b\\\\c\\end{gather}',
    3,
  );
});

it('numbers the last row of multline', () => {
  checkDisplay(
    '\\begin{multline}a\\\\b\\end{multline}',
    '\\begin{gather}a\\notag\\\\b\\end{gather}',
    1,
  );
});

it('rewrites display environments inside others', () => {
  checkDisplay(
    '\\left\\{\\begin{align}a&=b\\end{align}\\right.',
    '\\begin{equation}\\left\\{\\begin{aligned}a&=b\\end{aligned}\\right.\\end{equation}',
    1,
  );
});

it('expands macros of the document', () => {
  checkMacros(['\\newcommand{\\R}{\\mathbb{R}}'], 'x_\\R^n', 'x_{\\mathbb{R}}^n');
  checkMacros(['\\newcommand{\\f}[2][d]{#1/#2}'], '\\f{x}\\f[a]b', 'd/xa/b');
  checkMacros(['\\def\\e#1{\\epsilon_{#1}}'], '\\e ab', '\\epsilon_{a}b');
  checkMacros(['\\def\\e{\\epsilon}'], '\\e{}a\\e b', '\\epsilon{}a\\epsilon b');
  checkMacros(['\\newcommand{tr}{\\operatorname{tr}}'], '\\tr A', '\\operatorname{tr} A');
  checkMacros(
    ['\\DeclareMathOperator*{\\argmax}{arg\\,max}'],
    '\\argmax_x',
    '\\operatorname*{arg\\,max}_x',
  );
  const delimiters = ['\\DeclarePairedDelimiter{\\abs}{\\lvert}{\\rvert}'];
  checkMacros(delimiters, '\\abs[]{x}', '\\lvert x \\rvert');
  checkMacros(delimiters, '\\abs{x}', '\\lvert x \\rvert');
  checkMacros(delimiters, '\\abs*{x}', '\\left\\lvert x \\right\\rvert');
  checkMacros(delimiters, '\\abs[\\Big]{x}', '\\Bigl\\lvert x \\Bigr\\rvert');
  checkMacros(['\\def\\at#1|#2.{#2_{#1}}'], '\\at x|{y.}.z', 'y._{x}z');
  checkMacros(['\\let\\eps=\\varepsilon', '\\def\\varepsilon{v}'], '\\eps', '\\varepsilon');
  checkMacros(
    ['\\newenvironment{p}{\\begin{pmatrix}}{\\end{pmatrix}}'],
    '\\begin{p}1\\end{p}',
    '\\begin{pmatrix}1\\end{pmatrix}',
  );
  checkMacros(['\\definecolor{me}{rgb}{1,0,0.5}'], '\\color{me}x', '\\color{#ff0080}x');
});

it('swaps two commands', () => {
  const swap = ['\\let\\old\\phi', '\\let\\phi\\varphi', '\\let\\varphi\\old'];
  checkMacros(swap, 'a_\\phi\\varphi\\old', 'a_\\varphi\\phi\\phi');
  checkMacros(['\\let\\b\\boldsymbol'], 'a_\\b{x}', 'a_{\\boldsymbol{x}}');
  checkMacros(['\\let\\b\\boldsymbol', '\\def\\c{\\b{x}}'], 'a_\\c', 'a_{\\boldsymbol{x}}');
});

it('lets a later definition win, and \\providecommand not', () => {
  checkMacros(['\\def\\a{1}', '\\renewcommand{\\a}{2}', '\\providecommand{\\a}{3}'], '\\a', '2');
});

it('colours one argument where MathJax 2 does', () => {
  const { tex } = translateFormula('\\color{red}{x}y', { ...choices, colorTakesArgument: true });
  expect(tex).toBe('\\textcolor{red}{x}y');
});

it('ends on macros that call themselves', () => {
  const macros = macrosOf('\\def\\a{\\a\\a}', '\\def\\b{\\b}');
  expect(translateFormula('\\a', { ...choices, macros }).tex.length).toBeLessThan(1_000_000);
  expect(translateFormula('\\b', { ...choices, macros }).tex).toContain('\\b');
});

it('ends on 20,000 nested braces and on as many commands without arguments', () => {
  for (const tex of [
    '{'.repeat(20_000),
    '\\hat'.repeat(20_000),
    '\\text{'.repeat(20_000),
    '_\\mathbf'.repeat(20_000),
  ]) {
    expect(typeof translateFormula(tex, { ...choices, display: true }).tex).toBe('string');
  }
});

it('never throws', () => {
  const piece = fc.constantFrom(
    '\\',
    '{',
    '}',
    '$',
    '&',
    '\\\\',
    '\\begin{align}',
    '\\end{align}',
    '\\text',
    '\\hat',
    '_',
    '^',
    '%',
    '\n',
    'x',
    '[',
    ']',
    '\\def\\x#1{',
    '\\x',
    '\\newcommand',
    '\\over',
    '\\buildrel',
    '\\color',
    '\\eqref{a}',
    '\\begin',
    '\\left',
    '*',
    '\\let',
    '\\begin{array}',
    '#1',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, display) => {
      translateFormula(pieces.join(''), { ...choices, display });
    }),
    { numRuns: propertyRuns },
  );
});

it('takes no other mark for a parameter', () => {
  checkMacros(['\\newcommand{\\first}{\\#1}'], '\\first', '\\#1');
  checkMacros(['\\newcommand{\\nth}[1]{\\#1#1\\\\#1}'], '\\nth2', '\\#12\\\\2');
  checkMacros(['\\newcommand{\\both}{\\def\\b##1{[##1]}}'], '\\both\\b c', '[c]');
});

it('ends an argument at the command that is its mark alone', () => {
  const definitions = ['\\def\\to#1\\in{[#1]}', '\\def\\two\\a#1{(#1)}'];
  checkMacros(definitions, '\\to x\\infty\\in y', '[x\\infty] y');
  checkMacros(definitions, '\\two\\a x\\two\\alpha', '(x)\\two\\alpha');
});
