// Files of LaTeX definitions: what they define, held to MathJax, and what a bad line costs.
import { describe, expect, it } from 'vitest';
import { readMacroFile } from '../../../src/core/numbering/macroFile.js';
import { definitionsOf, usedMacros } from '../../../src/core/numbering/macroUse.js';
import { macrosFromTable, noMacros } from '../../../src/core/numbering/macros.js';
import { translateFormula } from '../../../src/render/translate/translate.js';
import { typesetter } from '../../../src/server/mathjax.js';
import { quickWork, workOf } from '../../support/waiting.js';

const raw = String.raw;
const typeset = typesetter();

/** The picture without the names that MathJax counts up. */
function picture(tex: string, preamble: readonly string[]): string {
  const answer = typeset({ tex, preamble, display: true, colour: '#000' });
  return 'svg' in answer ? answer.svg.replace(/MJX-\d+-/g, '') : answer.error;
}

/** A use of what the file defines looks like the TeX that it stands for: to MathJax and to KaTeX. */
function checkMeaning(file: string, use: string, meaning: string): void {
  const { macros, problems } = readMacroFile(file, noMacros);
  expect(problems).toEqual([]);
  expect(picture(use, definitionsOf(macros))).toBe(picture(meaning, []));
  const choices = { display: false, colorTakesArgument: false };
  const { tex } = translateFormula(use, { ...choices, macros });
  const { tex: same } = translateFormula(meaning, { ...choices, macros: noMacros });
  expect(tex.replace(/\s+/g, '')).toBe(same.replace(/\s+/g, ''));
}

/** `line code`, with lines from 1; the definitions `\a` and `\z` around it hold. */
function checkProblem(line: string, ...expected: readonly string[]): void {
  const file = `\\newcommand{\\a}{1}\n${line}\n\\newcommand{\\z}{2}\n`;
  const { macros, problems } = readMacroFile(file, noMacros);
  expect(problems.map(({ line, code }) => `${line + 1} ${code}`)).toEqual(expected);
  expect([...macros.commands.keys()]).toEqual(expect.arrayContaining(['a', 'z']));
}

describe('a definition', () => {
  it.each([
    [raw`\newcommand{\R}{\mathbb{R}}`, raw`\R^n`, raw`\mathbb{R}^n`],
    [raw`\newcommand*\R{\mathbb R}`, raw`\R^n`, raw`\mathbb R^n`],
    [raw`\newcommand{\pd}[2][t]{\frac{#2}{#1}}`, raw`\pd{x}\pd[s]{y}`, raw`\frac{x}{t}\frac{y}{s}`],
    [raw`\renewcommand{\phi}{\varphi}`, raw`\phi`, raw`\varphi`],
    [raw`\def\v#1{\mathbf{#1}}`, raw`\v{x}`, raw`\mathbf{x}`],
    [raw`\gdef\v#1{\mathbf{#1}}`, raw`\v{x}`, raw`\mathbf{x}`],
    [raw`\DeclareMathOperator{\tr}{tr}`, raw`\tr A`, raw`\operatorname{tr} A`],
    [
      raw`\DeclareMathOperator*{\argmax}{arg\,max}`,
      raw`\argmax_x f`,
      raw`\operatorname*{arg\,max}_x f`,
    ],
    [raw`\let\eps=\varepsilon`, raw`\eps`, raw`\varepsilon`],
    [raw`\let\old\phi \let\phi\varphi \let\varphi\old`, raw`\phi\varphi`, raw`\varphi\phi`],
    [raw`\NewDocumentCommand{\ip}{mm}{(#1\mid #2)}`, raw`\ip{x}{y}`, raw`(x\mid y)`],
    [raw`\NewDocumentCommand\ip{O{x} +m}{(#1,#2)}`, raw`\ip{y}\ip[z]{y}`, raw`(x,y)(z,y)`],
    [raw`\DeclarePairedDelimiter{\abs}{\lvert}{\rvert}`, raw`\abs{x}`, raw`\lvert x\rvert`],
    [
      raw`\newenvironment{m}[1]{\begin{pmatrix}#1\\}{\end{pmatrix}}`,
      raw`\begin{m}{x}y\end{m}`,
      raw`\begin{pmatrix}x\\y\end{pmatrix}`,
    ],
    [raw`\newcommand{\a}{\b}\newcommand{\b}{x}`, raw`\a`, 'x'],
    ['\\newcommand{\\pct}{5\\% % not the end }\n x}', raw`\pct`, raw`5\% x`],
    ['\\newcommand\n  {\\R}\n  {\\mathbb{R}}', raw`\R`, raw`\mathbb{R}`],
    [raw`\newcommand{\a}{x}\providecommand{\a}{z}\providecommand{\b}{y}`, raw`\a\b`, 'xy'],
  ])('%s', checkMeaning);

  it('with marks between its parameters is read as MathJax reads it', () => {
    const file = raw`\def\at#1|#2.{#1_{#2}}`;
    const { macros } = readMacroFile(file, noMacros);
    expect(picture(raw`\at x|y.`, definitionsOf(macros))).toBe(picture(raw`\at x|y.`, [file]));
    expect(picture(raw`\at x|y.`, [file])).toBe(picture('x_{y}', []));
  });

  it('grows with a star where it is of delimiters', () => {
    const { macros } = readMacroFile(raw`\DeclarePairedDelimiter\abs{|}{|}`, noMacros);
    const signs = (tex: string): string =>
      picture(tex, definitionsOf(macros)).split('</defs>', 1)[0] ?? '';
    expect(signs(raw`\abs*{\frac{a}{b}}`)).toBe(signs(raw`\left|\frac{a}{b}\right|`));
    expect(signs(raw`\abs*{\frac{a}{b}}`)).not.toBe(signs(raw`\abs{\frac{a}{b}}`));
  });

  it('counts for the numbers of a post', () => {
    const { macros } = readMacroFile(raw`\newcommand{\be}{\begin{align}}`, noMacros);
    expect(macros.commands.get('be')).toEqual({
      kind: 'macro',
      count: 0,
      optional: null,
      body: raw`\begin{align}`,
    });
  });
});

it('reads a whole preamble for its macros alone', () => {
  const file = raw`
% \newcommand{\no}{1}
\documentclass[11pt]{article}
\usepackage{amsmath, bm}
\newtheorem{theorem}{Theorem}
\makeatletter
\def\@inner#1{\def\hidden{#1}}
\expandafter\def\csname made\endcsname{x}
\makeatother
\ifdefined\x \newcommand{\yes}{1} \fi
\AtBeginDocument{\newcommand{\also}{2}}
\title{\textbf{A}}
\begin{document}
\newcommand{\late}{3}`;
  const { macros, problems } = readMacroFile(file, noMacros);
  expect(problems).toEqual([]);
  expect([...macros.commands.keys()]).toEqual(['yes', 'also']);
});

it('goes on from the macros before it', () => {
  const before = macrosFromTable({ R: 'r', S: 's' });
  const file = raw`\let\T\R \renewcommand{\R}{q} \providecommand{\S}{p}`;
  expect(readMacroFile(file, before).macros.commands).toMatchObject(
    new Map([
      ['R', { body: 'q' }],
      ['S', { body: 's' }],
      ['T', { body: 'r' }],
    ]),
  );
  expect(readMacroFile('nothing here', before).macros).toBe(before);
});

describe('a bad line costs that line:', () => {
  it.each([
    [raw`\newcommand{\b}{\mathbb{R}`, '2 unclosed-brace'],
    [raw`\newcommand{}{x}`, '2 no-name'],
    [raw`\newcommand{\b c}{x}`, '2 no-name'],
    [raw`\DeclareMathOperator{}{x}`, '2 no-name'],
    [raw`{\def\b}`, '2 no-body'],
    [raw`\newcommand{\b}[two]{x}`, '2 parameters'],
    [raw`\newcommand{\b}[1]{#1#2}`, '2 parameters'],
    [raw`\def\b#2{#2}`, '2 parameters'],
    [raw`\NewDocumentCommand{\b}{s m}{#1}`, '2 argument-kinds'],
    [raw`\NewDocumentCommand{\b}{m O{x}}{#1}`, '2 argument-kinds'],
    [raw`\newcommand{\b}{\@inner x}`, '2 internal-command'],
    ['\\newcommand{\\b}[1]{##1 \\# x}\r\n\\def', '3 no-name'],
    ['\\newcommand{\\b}{\n\n\\newcommand{}{x}', '2 unclosed-brace', '4 no-name'],
  ])('%j', checkProblem);
});

describe('files that nobody means to write', () => {
  it.each(
    [
      raw`\newcommand{\a}{`,
      raw`\def\a`,
      raw`\def\a#1{`,
      raw`\newcommand{\a}[`,
      raw`\let\a`,
      raw`\let\a\b\let\b\a`,
      raw`\NewDocumentCommand{\a}{m`,
      raw`\NewDocumentCommand{\a}{O{O{`,
      '\\',
      '%\n',
      '{',
      raw`\newcommand{\a@`,
    ].map((part) => [part] as const),
  )('%j', (part) => {
    const long = part.repeat(500_000 / part.length);
    expect(workOf(() => readMacroFile(long, noMacros))).toBeLessThan(quickWork);
  });
});

describe('the macros that a formula uses', () => {
  const { macros } = readMacroFile(
    raw`\def\a{\b}\def\b{\a}\def\c{x}\newcommand\d[1][\c]{#1}\newenvironment{e}{\d}{}\def\f{}`,
    noMacros,
  );

  it('are those that it names, and those that they name', () => {
    const used = (tex: string): readonly string[] => {
      const { commands, environments } = usedMacros(macros, [tex]);
      return [...commands.keys(), ...environments.keys()].sort();
    };
    expect(used(raw`\a \undefined`)).toEqual(['a', 'b']);
    expect(used(raw`\begin{e}x\end{e}`)).toEqual(['c', 'd', 'e']);
    expect(used('x')).toEqual([]);
  });
});
