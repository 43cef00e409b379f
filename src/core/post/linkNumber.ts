// The number that a link says, and nothing else: [(5)](a.md#eq:x), [式(5)](#eq:x), [Eq. (5)](/posts/a/#eq:x).
import { bracketed, english, nouns } from '../markdown/handWritten.js';
import type { LinkFacts, NumberFacts } from './facts.js';

export type WrittenNumber = Pick<NumberFacts, 'number' | 'span' | 'numberSpan'>;

const pattern = new RegExp(
  `^([ \\t]*(?:(?:${nouns})[ \\t]*|${english})?)(${bracketed})[ \\t]*(式?)[ \\t]*$`,
);

/** A number alone with so many digits is a year. */
const year = /^\d{4}/;

export function linkNumber({ kind, text, span, targetSpan }: LinkFacts): WrittenNumber | null {
  // Most links are no numbers. In several lines marks of a quote may stand between.
  if (kind !== 'link' || !/[)）$式]\s*$/.test(text) || text.includes('\n')) return null;
  const [, before = '', part = '', behind = ''] = pattern.exec(text) ?? [];
  const start = span.start + 1 + before.length;
  // What is the label of a link by label, too, must stay as it is.
  if (part === '' || targetSpan.start < start) return null;
  const number = part.replace(/[$()（）\s]/g, '');
  if (before.trim() === '' && behind === '' && year.test(number)) return null;
  const numberStart = start + part.search(/\d/);
  return {
    number,
    span: { start, end: start + part.length },
    numberSpan: { start: numberStart, end: numberStart + number.length },
  };
}
