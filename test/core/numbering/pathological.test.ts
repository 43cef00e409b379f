// Formulas that nobody means to write: read in time that grows with their length, and without harm.
import { describe, expect, it } from 'vitest';
import type { Delimiter } from '../../../src/core/markdown/block.js';
import type { Display } from '../../../src/core/numbering/display.js';
import { noMacros, type NumberingMacros } from '../../../src/core/numbering/macros.js';
import { numberDisplays } from '../../../src/core/numbering/numberDisplays.js';
import { parseFormula } from '../../../src/core/numbering/parseDisplay.js';
import { mathEngines } from '../../../src/core/site/site.js';
import { quickWork, workOf } from '../../support/waiting.js';

const raw = String.raw;
const count = 20_000;

const parts: Readonly<Record<string, string>> = {
  'open braces': '{',
  'closed braces': '}',
  'arguments that never end': raw`\frac{`,
  'arguments in arguments': raw`\sqrt{\sqrt{`,
  'optional arguments that never end': raw`\sqrt[`,
  'row options that never end': raw`\\[`,
  'left without right': raw`\left(`,
  'right without left': raw`\right)`,
  'open environments': raw`\begin{align}`,
  'open inner environments': raw`\begin{split}a&`,
  'unknown environments': raw`\begin{nowhere}`,
  'closed environments': raw`\end{align}`,
  'formulas in text': raw`\text{$`,
  'text in text': raw`\text{\text{`,
  'references that never end': raw`\text{\eqref{`,
  labels: raw`\label{a}`,
  'labels that never end': raw`\label{`,
  tags: raw`\tag{1}`,
  'rows with labels and references': raw`a\label{a}\eqref{a}\\`,
  'verbatim marks': raw`\verb|a`,
  definitions: raw`\def\x#1{`,
  'definitions without a body': raw`\def\x`,
  'new commands': raw`\newcommand{\x}[1]{a}`,
  backslashes: '\\',
  comments: '%\n',
  hashes: '#1',
};

function read(tex: string, delimiter: Delimiter = 'environment', macros = noMacros): Display {
  return parseFormula(tex, delimiter, 'mathjax4', macros, 'ams').display;
}

/** Numbers it too, since that looks at labels and references again. */
function measure(tex: string): number {
  return workOf(() => {
    numberDisplays([read(`\\begin{align}${tex}`)], { math: 'mathjax4', tags: 'ams' });
  });
}

describe('long formulas', () => {
  it.each(Object.entries(parts))('%s', (_name, part) => {
    measure(part.repeat(count / 10));
    expect(measure(part.repeat(count))).toBeLessThan(quickWork);
  });

  it('of every kind of part at once, for every engine', () => {
    const tex = Object.values(parts).join(' ').repeat(20);
    for (const math of mathEngines) {
      for (const delimiter of ['environment', '$$', '$'] as const) {
        const { display } = parseFormula(tex, delimiter, math, noMacros, 'all');
        expect(display.rows.length).toBeGreaterThan(0);
        expect(display.error).not.toBeNull();
      }
    }
  });
});

function macrosOf(tex: string): NumberingMacros {
  return parseFormula(tex, '$', 'mathjax4', noMacros, 'ams').macros;
}

describe('macros without end', () => {
  it.each([
    [raw`\def\a{\a}`, raw`\a`],
    [raw`\def\a{\b\b}\def\b{\a\a}`, raw`\a`],
    [raw`\def\a#1{#1#1#1#1#1#1#1#1#1#1}`, raw`\a{\a{\a{\a{\a{\a{\a{\a{x}}}}}}}}`],
    [raw`\def\a{\begin{pmatrix}\a\end{pmatrix}}`, raw`\a`],
    [raw`\newenvironment{e}{\begin{e}}{}`, raw`\begin{e}`],
    [raw`\newenvironment{e}{}{\end{e}}`, raw`\begin{e}\end{e}`],
    [raw`\def\a{\frac{\a}{\a}}`, raw`\a`],
    [raw`\def\a{\text{$\a$}}`, raw`\a`],
    [raw`\def\a#1.{\a #1#1.}`, raw`\a x.`],
  ])('%s', (definition, use) => {
    const { error } = read(
      `\\begin{align}x\\\\${use}\\end{align}`,
      'environment',
      macrosOf(definition),
    );
    expect(error).toMatchObject({ code: 'endless-macro', rowsBefore: 1 });
  });

  it('names the command, and where it stands', () => {
    const tex = raw`$$x\a{1}$$`;
    const { error } = read(tex, '$$', macrosOf(raw`\def\a#1{\a{#1}}`));
    expect(error).toMatchObject({ subject: raw`\a`, span: { start: 3, end: 8 } });
  });
});

it('never names a place outside the formula', () => {
  for (const part of Object.values(parts)) {
    const tex = part.repeat(3);
    const { error, rows, references } = read(tex, '$$');
    const labels = rows.flatMap((row) => row.labels);
    const spans = [...rows, ...references, ...labels, ...(error === null ? [] : [error])];
    for (const { span } of spans) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      expect(span.end).toBeLessThanOrEqual(tex.length);
    }
  }
});
