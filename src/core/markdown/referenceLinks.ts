// Links by label, `[text][label]` and `[label][]`. Whether the label is defined is the post's to say.
import type { InlineScan } from './inlineScan.js';

export interface InlineLabelLink {
  readonly kind: 'link' | 'image';
  readonly text: string;
  readonly target: string;
  readonly start: number;
  readonly end: number;
  readonly targetStart: number;
  readonly targetEnd: number;
}

const pattern = /(!?)\[((?:[^[\]\\]|\\[\s\S])*)\]\[((?:[^[\]\\]|\\[\s\S])*)\]/g;

const none: readonly InlineLabelLink[] = [];

export function linksByLabel(text: string, scan: InlineScan): readonly InlineLabelLink[] {
  if (!text.includes('][')) return none;
  const links: InlineLabelLink[] = [];
  let next = 0;
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    while ((scan.tokens[next]?.end ?? Infinity) <= start) next++;
    const over = scan.tokens[next];
    if (over !== undefined && over.start <= start && over.kind !== 'link') continue;
    const [, mark, label = '', target = ''] = match;
    const kind = mark === '!' ? 'image' : 'link';
    const targetStart = target === '' ? start + match[0].indexOf('[') + 1 : end - 1 - target.length;
    const named = target === '' ? label : target;
    links.push({
      kind,
      text: label,
      target: named,
      start,
      end,
      targetStart,
      targetEnd: targetStart + named.length,
    });
  }
  return links;
}
