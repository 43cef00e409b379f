// The changes of the mentions of titles in one post, as far as Markdown reads them as they are meant.
import type { Formula } from '../../core/markdown/block.js';
import type { PostFacts, Snapshot } from '../../core/post/facts.js';
import { looseTitle } from '../../core/post/looseTitle.js';
import { standingAt } from '../../core/text/search.js';
import type { Change } from '../change.js';
import { changedPost } from '../changedPost.js';
import { asMarkdown } from './asMarkdown.js';
import type { TitleMention } from './mentions.js';

type Written = ReadonlyMap<TitleMention, Change>;
type WrittenMention = readonly [TitleMention, Change];

/** The mentions in order; those that are left have no change. */
export function writeMentions(post: Snapshot, mentions: readonly TitleMention[]): Written {
  const source = mentions.length === 0 ? '' : post.lines.join('');
  const all = new Map<TitleMention, Change>();
  for (const mention of mentions) {
    const change = mention.why === null ? changeOf(mention, source) : null;
    if (change) all.set(mention, change);
  }
  return all.size === 0 ? all : readable(post, new Map(), [...all]);
}

/** As many more as Markdown reads together: one may hide or change another. */
function readable(post: Snapshot, made: Written, more: readonly WrittenMention[]): Written {
  const all = new Map([...made, ...more]);
  if (isRead(post, all)) return all;
  if (more.length === 1) return made;
  const half = more.length >> 1;
  return readable(post, readable(post, made, more.slice(0, half)), more.slice(half));
}

/** `null` where other marks are among the words, such as those of a link or of a quotation. */
function changeOf({ span, cited, words, isMarkdown }: TitleMention, source: string): Change | null {
  const at = source.slice(span.start, span.end).indexOf(cited);
  if (at < 0) return null;
  const start = span.start + at;
  const text = isMarkdown ? words : asMarkdown(words, cited);
  return { span: { start, end: start + cited.length }, text };
}

/** Each citation and link says what it is to say, and all else is as it was. */
function isRead(post: Snapshot, written: Written): boolean {
  const after = changedPost(post, [...written.values()]).snapshot;
  const { facts } = after;
  const before = post.facts;
  const wordsAt = new Map([...written].map(([{ span }, { text }]) => [span.start, text]));
  const cited = before.citations.map(({ span, title }) => wordsAt.get(span.start) ?? title);
  const isCited = areAlike(
    cited,
    facts.citations.map(({ title }) => title),
  );
  const isLinked = facts.links.every(({ text }, index) => {
    const old = before.links[index];
    const words = old && wordsAt.get(old.span.start);
    return words === undefined || looseTitle(words) === looseTitle(text);
  });
  const isOutside = torn(after) === torn(post);
  return isCited && isLinked && isOutside && outlineOf(facts) === outlineOf(before);
}

function areAlike(left: readonly string[], right: readonly string[]): boolean {
  return (
    left.length === right.length &&
    left.every((title, index) => looseTitle(title) === looseTitle(right[index] ?? ''))
  );
}

/** How many formulas begin or end within a title: a dollar of it and one of the text are a pair. */
function torn({ blocks }: Snapshot): number {
  return blocks.blocks.reduce((sum, { titleCitations, formulas }) => {
    const within = (offset: number): unknown => standingAt(titleCitations, offset);
    const isTorn = ({ span }: Formula): boolean => within(span.start) !== within(span.end - 1);
    return titleCitations.length === 0 ? sum : sum + formulas.filter(isTorn).length;
  }, 0);
}

function outlineOf({
  links,
  pageReferences,
  headings,
  displays,
  labels,
  references,
}: PostFacts): string {
  return JSON.stringify([
    links.map(({ kind, target }) => [kind, target]),
    pageReferences.map(({ target }) => target),
    headings.map(({ level }) => level),
    [displays.length, labels.length, references.length],
  ]);
}
