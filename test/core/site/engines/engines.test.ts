// The formulas of the generated posts are those that MathJax finds in the pages of the real engines.
import { describe, expect, it } from 'vitest';
import { blocksUnder } from '../../../../src/core/markdown/scan.js';
import type { EngineRules } from '../../../../src/core/site/engine.js';
import { splitLines } from '../../../../src/core/text/lines.js';
import { comparable } from '../../../support/foundMath.js';
import { answeredEngines, answersOf, rulesOf, type AnsweredEngine } from './answers.js';
import { limits } from './limits.js';
import { enginePosts } from './posts.js';

const posts = enginePosts();

/** How many posts fall under each limit of an engine, in the order of the limits. */
const explained: Readonly<Record<AnsweredEngine, readonly number[]>> = {
  'markdown-it': [1],
  marked: [1],
  goldmark: [1, 1],
  'goldmark-passthrough': [5, 1, 1, 2],
  kramdown: [],
  hyperdown: [],
  'python-markdown': [1, 1, 1],
  arithmatex: [2, 1, 1, 1],
};

describe.each(answeredEngines)('posts of a site with %s', (engine) => {
  const answers = answersOf(engine);

  it('were answered, most of them', () => {
    expect(answers).toHaveLength(posts.length);
    expect(answers.filter((answer) => answer !== null).length).toBeGreaterThan(4000);
  });

  it('show the formulas that the engine leaves to MathJax, but for what has a name', () => {
    const differing = knownPlaces(engine);
    const counts = limits[engine].map(() => 0);
    const unexplained: string[] = [];
    for (const place of differing.values()) {
      const limit = limits[engine].findIndex(({ pattern }) => pattern.test(place));
      if (limit < 0) unexplained.push(place);
      else counts[limit] = (counts[limit] ?? 0) + 1;
    }
    expect(unexplained).toEqual([]);
    expect(counts).toEqual(explained[engine]);
  });
});

const commonmarkTables = rulesOf('markdown-it').tables;

/** Each takes one rule of an engine away. */
const switches: readonly (readonly [AnsweredEngine, string, Partial<EngineRules>])[] = [
  ['markdown-it', 'escapes', { escapes: '' }],
  ['markdown-it', 'hard breaks', { breaksAtBackslash: 'never' }],
  ['markdown-it', 'emphasis', { emphasis: 'hyperdown' }],
  ['marked', 'typography', { typography: null }],
  ['marked', 'constructs', { constructs: 'first' }],
  ['goldmark', 'typography', { typography: null }],
  ['goldmark', 'hard breaks', { breaksAtBackslash: 'always' }],
  ['goldmark-passthrough', 'passthrough', { protects: [] }],
  ['kramdown', 'math', { protects: [] }],
  ['kramdown', 'escapes', { escapes: rulesOf('goldmark').escapes }],
  ['kramdown', 'escapes of what it lists alone', { escapesAll: true }],
  ['kramdown', 'typography', { typography: null }],
  ['kramdown', 'emphasis', { emphasis: 'commonmark' }],
  [
    'kramdown',
    'tables of pipes',
    {
      tables: {
        dashes: /^/,
        endParagraphs: false,
        rows: 'commonmark',
        escapesPipes: true,
        takesEscapes: true,
        others: 'none',
      },
    },
  ],
  ['kramdown', 'blank lines around displays', { needsBlankLines: false }],
  ['kramdown', 'marks of lists', { lists: 'commonmark' }],
  ['kramdown', 'fences', { fences: 'open' }],
  ['kramdown', 'tags', { tags: 'commonmark' }],
  ['kramdown', 'hard breaks', { breaksAtBackslash: 'always' }],
  ['kramdown', 'headings of one line', { underlines: 'paragraph' }],
  ['hyperdown', 'math', { protects: [] }],
  ['hyperdown', 'escapes', { escapes: rulesOf('goldmark').escapes }],
  ['hyperdown', 'emphasis', { emphasis: 'commonmark' }],
  ['python-markdown', 'escapes', { escapes: rulesOf('goldmark').escapes }],
  ['python-markdown', 'constructs', { constructs: 'first' }],
  ['python-markdown', 'headings of one line', { underlines: 'paragraph' }],
  ['marked', 'lists', { lists: 'commonmark' }],
  ['marked', 'blocks of HTML', { htmlBlocks: 'commonmark' }],
  ['marked', 'tables', { tables: commonmarkTables }],
  ['goldmark', 'tables', { tables: commonmarkTables }],
  ['goldmark', 'cells', { tables: { ...rulesOf('goldmark').tables, takesEscapes: true } }],
  ['goldmark', 'declarations', { tags: 'commonmark' }],
  ['kramdown', 'code', { code: 'run' }],
  ['kramdown', 'paragraphs and breaks', { breaksEndParagraphs: true }],
  ['kramdown', 'paragraphs and comments', { commentsEndParagraphs: true }],
  ['kramdown', 'blocks of HTML', { htmlBlocks: 'commonmark' }],
  ['kramdown', 'the tree of HTML', { htmlBlocks: 'lines' }],
  ['hyperdown', 'tables', { tables: commonmarkTables }],
  ['hyperdown', 'lists', { lists: 'commonmark' }],
  [
    'hyperdown',
    'rows of tables',
    { tables: { ...rulesOf('hyperdown').tables, rows: 'commonmark' } },
  ],
  ['hyperdown', 'underlines', { underlines: 'line' }],
  ['hyperdown', 'indented code', { indentEndsParagraphs: false }],
  ['hyperdown', 'constructs', { constructs: 'first' }],
  ['hyperdown', 'blocks of HTML', { htmlBlocks: 'commonmark' }],
  ['python-markdown', 'paragraphs and lists', { listsEndParagraphs: true }],
  ['python-markdown', 'tables', { tables: commonmarkTables }],
  ['python-markdown', 'fences', { fences: 'open' }],
  ['python-markdown', 'hashes', { hashes: 'commonmark' }],
  ['python-markdown', 'blocks of HTML', { htmlBlocks: 'commonmark' }],
  ['arithmatex', 'math', { protects: [] }],
  ['arithmatex', 'what MathJax reads', { readsOnlyProtected: false }],
];

describe.each(switches)('without a rule of %s', (engine, name, change) => {
  it(`that of ${name}, posts differ that did not`, () => {
    const differing = differences({ ...rulesOf(engine), ...change }, answersOf(engine));
    expect(hasOther(differing, knownPlaces(engine))).toBe(true);
  });
});

const remembered = new Map<AnsweredEngine, ReadonlyMap<string, string>>();

/** The posts that differ under the engine's own rules. */
function knownPlaces(engine: AnsweredEngine): ReadonlyMap<string, string> {
  let known = remembered.get(engine);
  known ??= new Map(differences(rulesOf(engine), answersOf(engine)));
  remembered.set(engine, known);
  return known;
}

function hasOther(
  differing: Iterable<readonly [string, string]>,
  known: ReadonlyMap<string, string>,
): boolean {
  for (const [post] of differing) if (!known.has(post)) return true;
  return false;
}

/** The posts that differ, each with the lines at the first formula that does. */
function* differences(
  rules: EngineRules,
  answers: readonly (readonly string[] | null)[],
): Generator<readonly [string, string]> {
  for (const [index, post] of posts.entries()) {
    const answer = answers[index]?.map(comparable);
    if (answer === undefined) continue;
    const blocks = blocksUnder(splitLines(post), rules);
    const found = blocks.flatMap(({ formulas }, block) =>
      formulas.map(({ display, tex }) => ({
        block,
        written: comparable((display ? 'display ' : 'inline ') + tex.text),
      })),
    );
    const same = found.findIndex(({ written }, at) => written !== answer[at]);
    const first = same < 0 ? found.length : same;
    if (first === found.length && first === answer.length) continue;
    const from = found[first - 1]?.block ?? 0;
    const to = found[first]?.block ?? blocks.length;
    const around = blocks.slice(from, to + 1).map(({ text }) => text);
    yield [post, around.join('')];
  }
}
