// Titles in 《》, with 〈〉 or 《》 nested in them, and the link that holds or surrounds each.
import type { InlineScan } from './inline.js';

export interface InlineCitation {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly link: string | null;
}

/** Longer ones are unclosed brackets, not titles. */
const longestTitle = 200;

export function findCitations(text: string, scan: InlineScan): InlineCitation[] {
  const citations: InlineCitation[] = [];
  if (!text.includes('《')) return citations;
  const hidden = scan.tokens.filter((token) => token.kind === 'code' || token.kind === 'comment');
  let nextHidden = 0;
  for (let at = text.indexOf('《'); at >= 0; at = text.indexOf('《', at)) {
    while ((hidden[nextHidden]?.end ?? Infinity) <= at) nextHidden++;
    const cover = hidden[nextHidden];
    if (cover !== undefined && cover.start <= at) {
      at = cover.end;
      continue;
    }
    const end = closingBracket(text, at);
    if (end < 0) {
      at++;
      continue;
    }
    citations.push(citation(text, at, end, scan));
    at = end;
  }
  return citations;
}

function closingBracket(text: string, at: number): number {
  let depth = 0;
  const limit = Math.min(text.length, at + longestTitle);
  for (let end = at; end < limit; end++) {
    const code = text.charCodeAt(end);
    if (code === 0x300a) depth++;
    else if (code === 0x300b && --depth === 0) return end + 1;
  }
  return -1;
}

function citation(text: string, start: number, end: number, scan: InlineScan): InlineCitation {
  let title = '';
  let from = start + 1;
  let link: string | null = null;
  for (const token of scan.tokens) {
    if (token.kind !== 'link' || token.end <= start) continue;
    if (token.start >= end) break;
    link = token.target;
    if (token.start > start && token.end < end) {
      title += text.slice(from, token.start) + text.slice(token.labelStart, token.labelEnd);
      from = token.end;
    }
  }
  return { title: title + text.slice(from, end - 1), start, end, link };
}
