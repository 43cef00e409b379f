// Equations that are named by numbers written by hand, and whose they are: 那篇文章的公式(16) names one of
// the post that was linked to just before, 论文中的式(9) one of a paper.
import type { HandWrittenNumber, Link } from '../markdown/block.js';
import { fromBlocks, type BlockList } from '../markdown/blockList.js';
import { betweenListed } from '../markdown/handWritten.js';
import { lastNotAbove } from '../text/search.js';
import { shiftSpan, type Span } from '../text/span.js';
import type { NumberFacts, NumberOwner } from './facts.js';
import { fingerprintOf } from './fingerprint.js';

export function numbersOf(list: BlockList): readonly NumberFacts[] {
  return fromBlocks(list, 'handWrittenNumbers', (block, offset) => {
    const links = block.links
      .filter(({ kind }) => kind === 'link')
      .sort((left, right) => left.span.start - right.span.start);
    return listsOf(block.handWrittenNumbers, block.text).flatMap((list) => {
      const of = ownerOf(list.span, block.text, links);
      return list.numbers.map((written): NumberFacts => ({
        number: written.number,
        span: shiftSpan(written.span, offset),
        numberSpan: shiftSpan(written.numberSpan, offset),
        of,
        place: placeOf(written.span, block.text),
      }));
    });
  });
}

interface NumberList {
  readonly numbers: HandWrittenNumber[];
  readonly span: { readonly start: number; end: number };
}

/** Numbers that one noun is said of are of one post: Equations (1) and (2) of [that post](b.md). */
function listsOf(written: readonly HandWrittenNumber[], text: string): readonly NumberList[] {
  const lists: NumberList[] = [];
  for (const number of written) {
    const last = lists.at(-1);
    if (last && betweenListed.test(text.slice(last.span.end, number.span.start))) {
      last.numbers.push(number);
      last.span.end = number.span.end;
    } else lists.push({ numbers: [number], span: { ...number.span } });
  }
  return lists;
}

/** How many characters beside a number tell its place, and how far they are looked for. */
const telling = 20;
const around = 80;

/** Other numbers may change without its being another place. */
function placeOf({ start, end }: Span, text: string): number {
  const before = withoutNumbers(text.slice(Math.max(0, start - around), start)).slice(-telling);
  const behind = withoutNumbers(text.slice(end, end + around)).slice(0, telling);
  return fingerprintOf(`${before}|${behind}`);
}

function withoutNumbers(text: string): string {
  return text.replace(/[\d\s]+/g, '');
}

/** How far the text around a number is looked at. */
const longestSentence = 200;
const mostBetween = 40;

const noun = /(?:公式|方程[组式]?|式子?|\b(?:[Ee]qn?s?\.?|[Ee]quations?|[Ff]ormula))[\s~]*$/;
const sentenceEnd = /^[^]*(?:[。！？；]|[.!?;]\s|\n\s*\n)/;

/** What may stand between a link and the number of an equation of its post. */
const belonging =
  /^(?:[\s》」』”’"'*_）)]|['’]s|这篇|那篇|一文|文章|博文|博客|[文中里内的]|里面|in\b)*$/;

/** 那篇文章的, in that post */
const thatPost =
  /(?:那篇(?:文章|博文|博客)?|该(?:文章|博文|文))(?:[中里内]|里面)?的?\s*$|\b[Ii]n that (?:post|article),?\s*$/;

/** Anything that may make it the equation of somebody else. */
const elsewhere =
  /论文|文献|原文|书|教材|作者|他们|[那该前上]一?篇|该文|此文|前文|上文|那里|[《〈]|\[\d+\]|arxiv|et al|(?<!\\)\b(?:papers?|books?|articles?|posts?|refs?|references?|authors?|their|appendix|chapter)\b/i;

function ownerOf({ start, end }: Span, text: string, links: readonly Link[]): NumberOwner {
  const at = lastNotAbove(links.length, (index) => links[index]?.span.start ?? 0, start);
  const isBehind = (links[at]?.span.start ?? 0) > start;
  const link = isBehind ? undefined : links[at];
  if (link && link.span.end >= end) return { link: link.target };
  return ownerBehind(text, end, links[isBehind ? at : at + 1]) ?? ownerBefore(text, start, link);
}

/** Eq. (3) of [that post](b.md) */
function ownerBehind(text: string, end: number, next: Link | undefined): NumberOwner | null {
  const lead = /^\s*(?:of|in|from)\s+/.exec(text.slice(end, end + mostBetween))?.[0];
  if (lead === undefined) return null;
  return next?.span.start === end + lead.length ? { link: next.target } : 'unknown';
}

function ownerBefore(text: string, start: number, link: Link | undefined): NumberOwner {
  const before = text.slice(Math.max(0, start - longestSentence), start).replace(noun, '');
  const sentence = before.replace(sentenceEnd, '');
  if (!link) return elsewhere.test(sentence) ? 'unknown' : 'own';
  if (thatPost.test(sentence)) return { link: link.target };
  const from = Math.max(link.span.end, start - longestSentence);
  const between = text.slice(from, start).replace(noun, '');
  if (between.length <= mostBetween && belonging.test(between)) return { link: link.target };
  return between.length < sentence.length || elsewhere.test(sentence) ? 'unknown' : 'own';
}
