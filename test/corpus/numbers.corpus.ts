// Labels of real posts against MathJax 4, which finds the formulas for itself.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { globSync } from 'tinyglobby';
import { expect, it } from 'vitest';
import type { Delimiter } from '../../src/core/markdown/block.js';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';
import { findMath, typesetPage, type PageFormula } from '../support/mathjax.js';
import { withoutCode } from '../support/withoutCode.js';

const folder = process.env['POSTULATE_CORPUS'];
if (folder === undefined) throw new Error('POSTULATE_CORPUS names no folder of posts.');
const files = globSync('**/*.{md,markdown}', { cwd: folder }).sort();

it('has posts', () => {
  expect(files.length).toBeGreaterThan(0);
});

/** What MathJax finds in a page made of these texts. */
async function formulasIn(texts: readonly string[]): Promise<readonly PageFormula[]> {
  const formulas: PageFormula[] = [];
  for (const text of texts) {
    for (const { math, open, display } of await findMath(4, text)) {
      // An escaped dollar, which MathJax only puts back.
      if (display === null) continue;
      formulas.push({ tex: math, delimiter: delimiterOf(open, display) });
    }
  }
  return formulas;
}

function delimiterOf(open: string, display: boolean): Delimiter {
  const known = (['$$', '\\[', '\\(', '$'] as const).find((delimiter) => delimiter === open);
  return known ?? (display ? 'environment' : '$');
}

interface Labels {
  readonly ours: Readonly<Record<string, string | null>>;
  readonly theirs: Readonly<Record<string, string | null>>;
  /** Errors that are not of numbering: MathJax gives such a display no number, we the mended one. */
  readonly others: readonly string[];
}

async function compareLabels(file: string, text: string, page: readonly string[]): Promise<Labels> {
  const { facts } = openSnapshot({ path: file, version: 0, text, site: assumedSite });
  const formulas = await formulasIn(page);
  const typeset = await typesetPage(4, 'ams', formulas);
  const hidden = new Set(typeset.invisibleLabels);
  for (const [at, { error }] of typeset.formulas.entries()) {
    if (error === null || error.codes.length > 0) continue;
    for (const [, key = ''] of formulas[at]?.tex.matchAll(/\\label\{([^}]*)\}/g) ?? [])
      hidden.add(key);
  }
  const ours: Record<string, string | null> = {};
  for (const { key, number } of facts.labels) {
    if (!(key in ours) && !hidden.has(key)) ours[key] = number;
  }
  return {
    ours,
    theirs: Object.fromEntries([...typeset.labels].filter(([key]) => !hidden.has(key))),
    others: typeset.formulas.flatMap(({ error }, at) =>
      error !== null && error.codes.length === 0 ? [`${error.id}: ${formulas[at]?.tex}`] : [],
    ),
  };
}

it.each(files)('%s', async (file) => {
  const text = readFileSync(path.join(folder, file), 'utf8').replace(/^\uFEFF/, '');
  const visible = withoutCode(text);
  // Where a display holds a blank line, it depends on the page whether MathJax sees its end.
  const whole = await compareLabels(file, text, [visible]);
  const paragraphs = await compareLabels(file, text, visible.split(/\n[ \t>]*\n/));
  const { ours, theirs, others } = isDeepStrictEqual(whole.ours, whole.theirs) ? whole : paragraphs;
  expect(ours, others.join('\n')).toEqual(theirs);
});
