// How the title in a citation and the title of a post are alike.
import { distance } from 'fastest-levenshtein';
import { nestedTitle } from '../core/post/citationFacts.js';
import { looseTitle } from '../core/post/looseTitle.js';
import { longestTitle, parseTitle, type TitleParts } from '../core/post/titleParts.js';
import type { Span } from '../core/text/span.js';
import { message } from './messages.js';
import type { Fix } from './rule.js';

/** Whether what a link cites is what the title of its post was, or was meant to be. */
export function isStaleTitle(cited: string, title: string): boolean {
  if (title.length > longestTitle) return false;
  const [left, right] = [looseTitle(cited), looseTitle(title)];
  if (left === right) return false;
  const [old, now] = [parseTitle(cited), parseTitle(title)];
  if (looseTitle(old.stem) === looseTitle(now.stem)) return isOtherPart(old, now);
  // A short form, a subtitle, or the post together with one of its sections.
  if (right.includes(left) || left.includes(right) || lacksPart(cited, now)) return false;
  return isRenamedStem(old, now) || isAlike(left, right);
}

/** Whether a title that nobody has is one with a slip. */
export function isNearTitle(cited: string, title: string): boolean {
  if (title.length > longestTitle) return false;
  const [left, right] = [looseTitle(cited), looseTitle(title)];
  if (left === right || left.includes(right) || right.includes(left)) return false;
  if (lacksPart(cited, parseTitle(title))) return false;
  // Another number is another part, another version.
  if (numbersOf(left) !== numbersOf(right)) return false;
  return distance(left, right) <= Math.min(3, Math.floor(Math.min(left.length, right.length) / 6));
}

/**
 * The citation with the title of today, as short as it was; `null` where that could mean something else to
 * the Markdown engine, or the citation holds more than its title.
 */
export function citeAnew(cited: string, title: string, span: Span): Fix | null {
  const { part } = parseTitle(title);
  const isShort = part !== null && parseTitle(cited).subtitle === '';
  const now = isShort ? title.slice(0, part.end) : title;
  if (span.end - span.start !== cited.length + 2 || /[[\]<>`\\*_$|]/.test(now)) return null;
  const text = nestedTitle(now);
  return {
    span: { start: span.start + 1, end: span.end - 1 },
    text,
    title: message('fix.cite', { text: `《${text}》` }),
  };
}

/** Stem and subtitle without the part between them. */
function lacksPart(cited: string, { stem, subtitle }: TitleParts): boolean {
  return looseTitle(cited) === looseTitle(stem + subtitle);
}

/** Of titles with one stem. */
function isOtherPart(old: TitleParts, now: TitleParts): boolean {
  if (old.part === null) return false;
  // The first part may lack its suffix.
  if (now.part === null) return old.part.number > 1;
  if (old.part.kind !== now.part.kind || old.part.number !== now.part.number) return true;
  const [oldSubtitle, subtitle] = [looseTitle(old.subtitle), looseTitle(now.subtitle)];
  return oldSubtitle !== '' && !subtitle.includes(oldSubtitle) && !oldSubtitle.includes(subtitle);
}

function isRenamedStem(old: TitleParts, now: TitleParts): boolean {
  const subtitle = looseTitle(old.subtitle);
  if (old.part === null || now.part === null || subtitle.length < 4) return false;
  return old.part.number === now.part.number && subtitle === looseTitle(now.subtitle);
}

function isAlike(left: string, right: string): boolean {
  const length = Math.max(left.length, right.length);
  if (length < 6) return false;
  return lettersOf(left) === lettersOf(right) || distance(left, right) <= 0.3 * length;
}

/** The same words in another order have the same. */
function lettersOf(text: string): string {
  return [...text].sort().join('');
}

function numbersOf(text: string): string {
  return (text.match(/\d+|[一二三四五六七八九十上中下]/g) ?? []).join(' ');
}
