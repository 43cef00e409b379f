// What the real engines answered, as `makeAnswers.ts` wrote it down.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

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

export function answersFile(engine: AnsweredEngine): string {
  return `test/core/site/engines/answers/${engine}.json.gz`;
}

/** For each post the formulas of its page, in order; `null` where the page could not be read. */
export function answersOf(engine: AnsweredEngine): readonly (readonly string[] | null)[] {
  const text = gunzipSync(readFileSync(answersFile(engine))).toString('utf8');
  return JSON.parse(text) as readonly (readonly string[] | null)[];
}
