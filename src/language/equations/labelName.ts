// A name for an equation that has none: as the labels of the post are called, of words that stand near.
import type { BlogView } from '../../core/blog/blogIndex.js';
import { labelAddress } from '../../core/blog/links.js';
import { countEach } from '../../core/countEach.js';
import type { DisplayFacts, LabelFacts, Snapshot } from '../../core/post/facts.js';

/** It names nothing yet, in no post of the blog. */
export function labelName(holder: Snapshot, blog: BlogView, display: DisplayFacts): string {
  const { facts } = holder;
  const name = prefixOf(facts.labels, blog) + stemOf(holder, display);
  const taken = new Set(
    [...facts.labels, ...facts.references, ...facts.worksheetReferences].map(({ key }) =>
      comparable(key),
    ),
  );
  const isFree = (key: string): boolean =>
    !taken.has(comparable(key)) &&
    blog.postsDefining(key).length === 0 &&
    blog.postsMissing(key).length === 0;
  if (isFree(name)) return name;
  let count = 2;
  while (!isFree(`${name}-${count}`)) count++;
  return `${name}-${count}`;
}

function comparable(key: string): string {
  return labelAddress(key).toLowerCase();
}

/** Enough labels of other posts to tell how they are called. */
const mostLabels = 200;

/** `eq:` where nothing tells. */
function prefixOf(labels: readonly LabelFacts[], blog: BlogView): string {
  const keys = labels.map(({ key }) => key);
  if (keys.length === 0) keys.push(...keysOfBlog(blog));
  if (keys.length === 0) return 'eq:';
  const counts = countEach(keys.map((key) => /^(?:[a-z]{1,8}:|eqn?[-_.])/i.exec(key)?.[0] ?? ''));
  const [[usual] = ['']] = [...counts].sort(([, one], [, other]) => other - one);
  return usual;
}

function keysOfBlog(blog: BlogView): readonly string[] {
  const keys: string[] = [];
  for (const path of blog.paths()) {
    keys.push(...(blog.facts(path)?.labels ?? []).map(({ key }) => key));
    if (keys.length >= mostLabels) break;
  }
  return keys;
}

/** A Latin word in Chinese text tells best, then the heading above, then the name of the file. */
function stemOf(holder: Snapshot, display: DisplayFacts): string {
  const { facts, path } = holder;
  const sentence = sentenceBefore(holder, display);
  const named = /\p{Script=Han}/u.test(sentence) ? wordsOf(sentence).slice(-1) : [];
  const heading = facts.headings.filter(({ span }) => span.start < display.span.start).at(-1);
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const texts = [named, wordsOf(heading?.text ?? ''), wordsOf(facts.title ?? ''), wordsOf(file)];
  const words = texts.find(({ length }) => length > 0) ?? ['equation'];
  return words.slice(0, mostWords).join('-');
}

const mostWords = 3;

/** How far before a display the words are looked for that lead to it. */
const longestSentence = 200;

/** What leads to a display, without the formulas in it. */
function sentenceBefore(holder: Snapshot, { block, span }: DisplayFacts): string {
  const { blocks, starts } = holder.blocks;
  const own = proseBefore(holder, block, span.start - (starts[block] ?? 0));
  const isFirst = own.trim() === '' && blocks[block - 1]?.kind === 'paragraph';
  const before = isFirst ? proseBefore(holder, block - 1, Infinity) : own;
  return before
    .trimEnd()
    .slice(-longestSentence)
    .replace(/^[^]*[。！？\n]/, '');
}

/** The text of a block up to a place in it, without its formulas. */
function proseBefore({ blocks }: Snapshot, block: number, end: number): string {
  const { text = '', formulas = [] } = blocks.blocks[block] ?? {};
  let prose = '';
  let at = 0;
  for (const { span } of formulas.filter((formula) => formula.span.end <= end)) {
    prose += `${text.slice(at, span.start)} `;
    at = span.end;
  }
  return prose + text.slice(at, end);
}

const tellNothing = new Set(
  'a an and are as at be by for from in into is it of on or that the this to we with how what why'.split(
    ' ',
  ),
);

function wordsOf(text: string): readonly string[] {
  const words = text
    .replace(/\$[^$]*\$|\\[a-z]+|<[^>]*>|`[^`]*`/gi, ' ')
    .match(/[a-z][a-z0-9]{1,19}/gi);
  return (words ?? []).map((word) => word.toLowerCase()).filter((word) => !tellNothing.has(word));
}
