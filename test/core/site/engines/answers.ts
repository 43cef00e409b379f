// What the real engines answered, as `makeAnswers.ts` wrote it down.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { EngineRules } from '../../../../src/core/site/engine.js';
import { engineOf } from '../../../../src/core/site/engines.js';
import { plainArithmatex } from '../../../../src/core/site/pythonMarkdown.js';
import { assumedSite, type Site } from '../../../../src/core/site/site.js';
import type { PageOptions } from '../../../support/foundMath.js';

export const answeredEngines = [
  'markdown-it',
  'marked',
  'goldmark',
  'goldmark-passthrough',
  'kramdown',
  'hyperdown',
  'python-markdown',
  'arithmatex',
] as const;

export type AnsweredEngine = (typeof answeredEngines)[number];

/** The delimiters that are listed for Goldmark. */
export const passedPairs = [
  ['$$', '$$'],
  ['\\[', '\\]'],
  ['\\begin{equation}', '\\end{equation}'],
  ['\\begin{align}', '\\end{align}'],
  ['$', '$'],
  ['\\(', '\\)'],
] as const;

/** The rules that stand for the engine of the answers. */
export function rulesOf(engine: AnsweredEngine): EngineRules {
  if (engine === 'arithmatex') return plainArithmatex;
  const site: Site =
    engine === 'goldmark-passthrough'
      ? { ...assumedSite, markdown: 'goldmark', passthrough: passedPairs }
      : { ...assumedSite, markdown: engine };
  return engineOf(site);
}

/** What MathJax reads of a page: as the documentation of arithmatex sets it up, and else everything. */
export function pageOptionsOf(engine: AnsweredEngine): PageOptions {
  return engine === 'arithmatex' ? { ignoreHtmlClass: '.*|', processHtmlClass: 'arithmatex' } : {};
}

export function answersFile(engine: AnsweredEngine): string {
  return `test/core/site/engines/answers/${engine}.json.gz`;
}

/** A post whose numbers Goldmark changes, and the page that Hugo makes of it. */
export const hugoPost = 'test/core/site/engines/fixtures/chains.md';
export const hugoPage = 'test/core/site/engines/fixtures/chains.html';

/** For each post the formulas of its page, in order; `null` where the page could not be read. */
export function answersOf(engine: AnsweredEngine): readonly (readonly string[] | null)[] {
  const text = gunzipSync(readFileSync(answersFile(engine))).toString('utf8');
  return JSON.parse(text) as readonly (readonly string[] | null)[];
}
