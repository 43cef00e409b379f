// Numbers and errors of displays, against KaTeX run here.
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { katexEnvironments } from '../../../src/core/numbering/environments.js';
import type { NumberedDisplay } from '../../../src/core/numbering/display.js';
import { numberFormulas } from '../../support/numberingOracle.js';
import type { PageFormula } from '../../support/mathjax.js';
import { environmentPages } from './environmentPages.js';
import { katexPages } from './katexPages.js';
import { readPageFormula } from './pages.js';

interface Shown {
  readonly error: boolean;
  /** How many numbers KaTeX's style sheet counts, and the tags it sets. */
  readonly automatic: number;
  readonly tags: readonly string[];
}

const nothing: Shown = { error: true, automatic: 0, tags: [] };

function typeset({ tex, delimiter }: PageFormula): Shown {
  const displayMode = delimiter !== '$' && delimiter !== '\\(';
  try {
    const html = katex.renderToString(tex, { displayMode, output: 'html', strict: 'ignore' });
    return { error: false, automatic: html.split('eqn-num').length - 1, tags: tagsIn(html) };
  } catch {
    return nothing;
  }
}

/** Every tag of these tests stands between two @. */
function tagsIn(html: string): readonly string[] {
  const text = html.replace(/<[^>]*>|\u200B/g, '');
  return [...text.matchAll(/\(?@[^@]*@\)?/g)].map(([tag]) => tag);
}

function ours({ error, rows }: NumberedDisplay, automatic: readonly boolean[]): Shown {
  if (error !== null) return nothing;
  return {
    error: false,
    automatic: rows.filter((_, at) => automatic[at]).length,
    tags: rows.flatMap(({ shown }, at) => (shown !== null && !automatic[at] ? [shown] : [])),
  };
}

function checkFormula(source: string): void {
  const formula = readPageFormula(source);
  const page = numberFormulas('katex', 'ams', [formula]);
  const [display] = page.displays;
  const [numbered] = page.numbered;
  if (display === undefined || numbered === undefined) throw new Error('one formula was expected');
  const automatic = display.rows.map(({ numbering }) => numbering.kind === 'automatic');
  expect(ours(numbered, automatic), source).toEqual(typeset(formula));
}

describe('KaTeX', () => {
  it.each(Object.entries(katexPages))('%s', (_name, page) => {
    for (const source of page) checkFormula(source);
  });

  it.each([...katexEnvironments])('%s', (name, { args }) => {
    for (const page of environmentPages(name, args)) {
      const [source = ''] = page;
      // KaTeX gives a row the tag that stands before or just behind its environment.
      if (/\\end\{[^}]*\}\\tag|\$\\tag/.test(source)) continue;
      const bare = source.replace(/\\label\{\w+\}/g, '').replace(/\\tag\{(\w+)\}/g, '\\tag{@$1@}');
      checkFormula(bare);
    }
  });

  it('counts over the page, and says nothing to references', () => {
    const { numbered } = numberFormulas('katex', 'none', [
      readPageFormula('\\begin{align}a\\\\b\\end{align}'),
      readPageFormula('\\begin{equation}a\\label{x}\\end{equation}'),
      readPageFormula('\\begin{equation}a\\end{equation}'),
      readPageFormula('$\\eqref{x}$'),
    ]);
    expect(numbered.map(({ rows }) => rows.map(({ shown }) => shown))).toEqual([
      ['(1)', '(2)'],
      [null],
      ['(3)'],
      [null],
    ]);
    expect(numbered[1]?.error).toMatchObject({ code: 'unsupported-command', subject: '\\label' });
    expect(numbered[3]?.references).toEqual([null]);
  });
});
