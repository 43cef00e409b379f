// The formulas of the generated posts are those that MathJax finds in the pages of the real engines.
import { describe, expect, it } from 'vitest';
import { blocksUnder } from '../../../../src/core/markdown/scan.js';
import type { EngineRules } from '../../../../src/core/site/engine.js';
import { engineOf } from '../../../../src/core/site/engines.js';
import { assumedSite, type Site } from '../../../../src/core/site/site.js';
import { splitLines } from '../../../../src/core/text/lines.js';
import { withSingleLineEnds } from '../../../support/foundMath.js';
import { answeredEngines, answersOf, passedPairs, type AnsweredEngine } from './answers.js';
import { limits } from './limits.js';
import { enginePosts } from './posts.js';

const posts = enginePosts();

/** How many posts fall under each limit of an engine, in the order of the limits. */
const explained: Readonly<Record<AnsweredEngine, readonly number[]>> = {
  'markdown-it': [13, 3, 0],
  marked: [41, 15, 31, 10, 6],
  goldmark: [32, 11, 6, 9, 2, 0],
  'goldmark-passthrough': [456, 70, 14, 9, 6, 1],
  kramdown: [233, 28, 25, 2, 24, 9, 5, 0, 1],
  hyperdown: [149, 85, 10, 57, 69, 38, 11, 8, 0, 2],
  'python-markdown': [170, 35, 28, 17, 1, 1, 1],
  arithmatex: [81, 52, 85, 38, 7, 15, 4, 1, 0],
};

describe.each(answeredEngines)('posts of a site with %s', (engine) => {
  const answers = answersOf(engine);

  it('were answered, most of them', () => {
    expect(answers).toHaveLength(posts.length);
    expect(answers.filter((answer) => answer !== null).length).toBeGreaterThan(4000);
  });

  it('show the formulas that the engine leaves to MathJax, but for what has a name', () => {
    const differing = differingPosts(rulesOf(engine), answers);
    const counts = limits[engine].map(() => 0);
    const unexplained: string[] = [];
    for (const post of differing) {
      const limit = limits[engine].findIndex(({ pattern }) => pattern.test(post));
      if (limit < 0) unexplained.push(post);
      else counts[limit] = (counts[limit] ?? 0) + 1;
    }
    expect(unexplained).toEqual([]);
    expect(counts).toEqual(explained[engine]);
  });
});

/** Each takes one rule of an engine away. */
const switches: readonly (readonly [AnsweredEngine, string, Partial<EngineRules>])[] = [
  ['markdown-it', 'escapes', { escapes: '' }],
  ['markdown-it', 'hard breaks', { breaksAtBackslash: 'never' }],
  ['markdown-it', 'emphasis', { emphasis: 'hyperdown' }],
  ['marked', 'typography', { typography: null }],
  ['marked', 'emphasis', { emphasis: 'commonmark' }],
  ['goldmark', 'typography', { typography: null }],
  ['goldmark', 'hard breaks', { breaksAtBackslash: 'always' }],
  ['goldmark-passthrough', 'passthrough', { protects: [] }],
  ['kramdown', 'math', { protects: [] }],
  ['kramdown', 'escapes', { escapes: engineRules('goldmark').escapes }],
  ['kramdown', 'escapes of what it lists alone', { escapesAll: true }],
  ['kramdown', 'typography', { typography: null }],
  ['kramdown', 'emphasis', { emphasis: 'commonmark' }],
  ['kramdown', 'tables of pipes', { pipesMakeTables: false }],
  ['kramdown', 'hard breaks', { breaksAtBackslash: 'always' }],
  ['kramdown', 'headings of one line', { underlines: 'paragraph' }],
  ['hyperdown', 'math', { protects: [] }],
  ['hyperdown', 'escapes', { escapes: engineRules('goldmark').escapes }],
  ['hyperdown', 'emphasis', { emphasis: 'commonmark' }],
  ['python-markdown', 'escapes', { escapes: engineRules('goldmark').escapes }],
  ['python-markdown', 'emphasis', { emphasis: 'commonmark' }],
  ['python-markdown', 'headings of one line', { underlines: 'paragraph' }],
  ['arithmatex', 'math', { protects: [] }],
  ['arithmatex', 'what MathJax reads', { readsOnlyProtected: false }],
];

describe.each(switches)('without a rule of %s', (engine, name, change) => {
  it(`that of ${name}, posts differ that did not`, () => {
    const answers = answersOf(engine);
    const known = new Set(differingPosts(rulesOf(engine), answers));
    const differing = differingPosts({ ...rulesOf(engine), ...change }, answers);
    expect(differing.filter((post) => !known.has(post)).length).toBeGreaterThan(0);
  });
});

function rulesOf(engine: AnsweredEngine): EngineRules {
  return engine === 'goldmark-passthrough'
    ? engineRules('goldmark', { passthrough: passedPairs })
    : engineRules(engine);
}

function engineRules(markdown: Site['markdown'], parts: Partial<Site> = {}): EngineRules {
  return engineOf({ ...assumedSite, markdown, ...parts });
}

function differingPosts(
  rules: EngineRules,
  answers: readonly (readonly string[] | null)[],
): readonly string[] {
  return posts.filter((post, index) => {
    const answer = answers[index];
    if (answer === null || answer === undefined) return false;
    const found = blocksUnder(splitLines(post), rules).flatMap(({ formulas }) =>
      formulas.map(({ display, tex }) => (display ? 'display ' : 'inline ') + tex.text),
    );
    return found.map(comparable).join('\n\n') !== answer.map(comparable).join('\n\n');
  });
}

/** Blanks at the ends of lines and of TeX are nothing to MathJax. */
function comparable(formula: string): string {
  return withSingleLineEnds(formula.replaceAll('\r', ''))
    .replace(/^(inline|display)\s*/, '$1 ')
    .trimEnd();
}
