// Titles in 《》 or 〈〉, with either nested in them, and the link that holds or surrounds each.
import type { InlineScan } from './inlineScan.js';
import { firstBehind, hiddenTokens, isLink, tokenOver, type LinkExtent } from './tokenLookup.js';

export interface InlineCitation {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly link: string | null;
}

/** Longer ones are unclosed brackets, not titles. */
const longestTitle = 200;

const none: readonly InlineCitation[] = [];

export function findCitations(text: string, scan: InlineScan): readonly InlineCitation[] {
  let at = openingBracket(text, 0);
  if (at < 0) return none;
  const citations: InlineCitation[] = [];
  const hidden = hiddenTokens(scan.tokens);
  const links = scan.tokens.filter(isLink);
  while (at >= 0) {
    const cover = tokenOver(hidden, at);
    const end = cover === null ? closingBracket(text, at) : cover.end;
    if (cover === null && end >= 0) citations.push(citation(text, at, end, links));
    at = openingBracket(text, Math.max(end, at + 1));
  }
  return citations;
}

/** In one pass: to look for each of them alone would go over the text again and again. */
function openingBracket(text: string, from: number): number {
  const opening = /[《〈]/g;
  opening.lastIndex = from;
  return opening.exec(text)?.index ?? -1;
}

/** Of the same kind. */
function closingBracket(text: string, at: number): number {
  const open = text.charCodeAt(at);
  let depth = 0;
  const limit = Math.min(text.length, at + longestTitle);
  for (let end = at; end < limit; end++) {
    const code = text.charCodeAt(end);
    if (code === open) depth++;
    else if (code === open + 1 && --depth === 0) return end + 1;
  }
  return -1;
}

/** `links` are disjoint. The text of a link inside the brackets counts, not its address. */
function citation(
  text: string,
  start: number,
  end: number,
  links: readonly LinkExtent[],
): InlineCitation {
  let title = '';
  let from = start + 1;
  let link = tokenOver(links, start)?.target ?? null;
  for (let index = firstBehind(links, start); (links[index]?.start ?? end) < end; index++) {
    const inside = links[index];
    if (inside === undefined) break;
    link = inside.target;
    title += text.slice(from, inside.start) + text.slice(inside.labelStart, inside.labelEnd);
    from = Math.min(inside.end, end - 1);
  }
  return { title: title + text.slice(from, end - 1), start, end, link };
}
