// The words of a citation when the title that it cites is another: as much of it, and in the same form.
import { nestedTitle } from '../../core/post/citationFacts.js';
import type { PostFacts } from '../../core/post/facts.js';
import { looseTitle } from '../../core/post/looseTitle.js';
import { parseTitle } from '../../core/post/titleParts.js';
import type { Span } from '../../core/text/span.js';
import { titleIsHeading } from '../symbols/title.js';
import { inFormOf } from './titleForm.js';

/** What a post is titled, and is to be titled. */
export interface Retitling {
  readonly path: string;
  readonly from: string;
  readonly to: string;
  /** Whether a heading states it, in Markdown. */
  readonly isMarkdown: boolean;
}

/** `null` for a post without a title. */
export function retitlingOf(path: string, facts: PostFacts, to: string): Retitling | null {
  const { title: from } = facts;
  return from === null ? null : { path, from, to, isMarkdown: titleIsHeading(facts) };
}

/** What a citation says of a title: all of it, no subtitle, no part, or neither; or a part that the title lacks. */
export type Saying = 'whole' | 'short' | 'without-part' | 'stem' | 'more';

/** `null` for what is no form of the title. */
export function sayingOf(cited: string, title: string): Saying | null {
  const loose = looseTitle(cited);
  if (loose === looseTitle(title)) return 'whole';
  const [said, { stem, part, subtitle }] = [parseTitle(cited), parseTitle(title)];
  if (part === null) {
    const isFirst = said.part?.number === 1 && said.subtitle === '';
    return isFirst && looseTitle(said.stem) === looseTitle(stem) ? 'more' : null;
  }
  if (loose === looseTitle(stem)) return 'stem';
  if (subtitle === '') return null;
  if (loose === looseTitle(stem + subtitle)) return 'without-part';
  return loose === looseTitle(title.slice(0, part.end)) ? 'short' : null;
}

/** `null` where it stays as it is. `isBracketed`: it stands in 《》 or 〈〉. */
export function citedAnew(
  cited: string,
  { from, to }: Pick<Retitling, 'from' | 'to'>,
  isBracketed: boolean,
): string | null {
  const nests = cited.includes('〈') || (isBracketed && !cited.includes('《'));
  const nested = nests ? nestedTitle : (title: string): string => title;
  if (cited === nested(from)) return nested(to);
  const saying = sayingOf(cited, from);
  if (saying === null || looseTitle(cited) === looseTitle(to)) return null;
  const words = nested(anew(cited, saying, from, to));
  return words === cited ? null : words;
}

function anew(cited: string, saying: Saying, from: string, to: string): string {
  const now = parseTitle(to);
  const write = (text: string): string => inFormOf(cited, from, text);
  const inPlace = (said: Pieces): string => replaced(cited, said, [from, to], write);
  switch (saying) {
    case 'whole':
      if (haveSame(cited, from) && haveSame(from, to)) return inPlace(piecesOf(cited));
      return withBarePart(cited, from, to, write) ?? write(to);
    case 'short': {
      if (!now.part) return write(to);
      if (parseTitle(cited).part) return inPlace(piecesOf(cited));
      const short = to.slice(0, now.part.end);
      const was = from.slice(0, parseTitle(from).part?.end);
      return withBarePart(cited, was, short, write) ?? write(short);
    }
    case 'without-part':
      return now.part ? inPlace(piecesAt(cited, parseTitle(from).stem)) : write(to);
    case 'more':
      return now.part ? write(to.slice(0, now.part.end)) : inPlace(piecesOf(cited));
    case 'stem':
      return write(now.stem);
  }
}

/** 变分：下 for 变分（下）, whose part has no brackets; `null` where it would not be read so. */
function withBarePart(
  cited: string,
  from: string,
  to: string,
  write: (text: string) => string,
): string | null {
  const [old, now] = [parseTitle(from), parseTitle(to)];
  if (!now.part || now.part.kind !== old.part?.kind) return null;
  const { stem, subtitle: rest } = piecesAt(cited, old.stem);
  const part = bare(to.slice(now.part.start, now.part.end));
  const areBare = [cited.slice(rest.start), part].every((text) => /^[\p{L}\p{N}]+$/u.test(text));
  if (!areBare || rest.start === stem.end) return null;
  const name = now.stem === old.stem ? cited.slice(0, stem.end) : write(now.stem);
  const words = name + cited.slice(stem.end, rest.start) + write(part);
  return looseTitle(words) === looseTitle(to) ? words : null;
}

/** Without its brackets where the cited one has none, as long as it is read as a part: Losses, Part 2. */
function barePart(before: string, cited: string, part: string): string {
  const name = bare(part);
  return bare(cited) === cited && parseTitle(before + name).part !== null ? name : part;
}

function bare(part: string): string {
  return part.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');
}

/** Where in a title its parts stand; what it has not is empty. */
interface Pieces {
  readonly stem: Span;
  readonly part: Span;
  readonly subtitle: Span;
}

function piecesOf(title: string): Pieces {
  const { stem, part, subtitle } = parseTitle(title);
  const start = title.indexOf(stem);
  const end = title.lastIndexOf(subtitle);
  return {
    stem: { start, end: start + stem.length },
    part: part ?? { start: 0, end: 0 },
    subtitle: { start: end, end: end + subtitle.length },
  };
}

/** Of a citation that has a stem and a subtitle alone. */
function piecesAt(cited: string, stem: string): Pieces {
  const loose = looseTitle(stem);
  let end = 0;
  while (end < cited.length && looseTitle(cited.slice(0, end)) !== loose) end++;
  const rest = cited.slice(end);
  const start = end + rest.length - rest.replace(/^[\p{P}\s|｜]+/u, '').length;
  return {
    stem: { start: 0, end },
    part: { start: end, end },
    subtitle: { start, end: cited.length },
  };
}

function haveSame(left: string, right: string): boolean {
  const [one, other] = [parseTitle(left), parseTitle(right)];
  return (
    (one.part === null) === (other.part === null) &&
    (one.subtitle === '') === (other.subtitle === '')
  );
}

/** What is the same in both titles, and what the new one has not, stays as it is cited. */
function replaced(
  cited: string,
  said: Pieces,
  [from, to]: readonly [string, string],
  write: (text: string) => string,
): string {
  const [old, now] = [piecesOf(from), piecesOf(to)];
  let words = '';
  let at = 0;
  for (const piece of ['stem', 'part', 'subtitle'] as const) {
    const { start, end } = said[piece];
    const text = to.slice(now[piece].start, now[piece].end);
    if (start === end || text === '') continue;
    const was = from.slice(old[piece].start, old[piece].end);
    const own = cited.slice(start, end);
    words += cited.slice(at, start);
    if (text === was) words += own;
    else if (piece === 'part') words += write(barePart(words, own, text));
    else words += withBarePart(own, was, text, write) ?? write(text);
    at = end;
  }
  return words + cited.slice(at);
}
