// Ids that a post gives to places of its page by hand: in HTML, and in the attribute lists of Markdown engines.
import type { Block } from '../markdown/block.js';

/** Other files are put into the page, with headings of their own; those of programs have none. */
const include =
  /--8<--(?![ \t]*["'][^"'\n]{0,200}\.(?:c|cc|cpp|h|hpp|py|java|js|ts|go|rs|sh|in|out)\b)|\{%-?\s*include|\{\{[<%]\s*(?:include|readfile|partial)|\{!|^[ \t]*(?:@include|`{3,}\s*\{include)/m;
const htmlId = /\b(?:id|name)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'>=]+))/g;
const htmlHeading = /<h[1-6][^<>]{0,200}>([^<\n]+)/gi;
/** What a tag names is an id of another page, or one that should be there. */
const attributeId =
  /\{(?![<%]-?\s*(?:ref|relref|post_url|link|post_link)\s)[^{}\n]{0,200}?#([^\s{}]+)/g;

/** `null` where they cannot all be known. */
export function anchorsOf(blocks: readonly Block[]): readonly string[] | null {
  const anchors: string[] = [];
  for (const { kind, text } of blocks) {
    if (kind === 'code') continue;
    if (text.includes('{') || text.includes('@') || text.includes('-8<')) {
      if (include.test(text)) return null;
      if (text.includes('#')) addMatches(anchors, text, attributeId);
    }
    if (text.includes('=')) addMatches(anchors, text, htmlId);
    if (text.includes('<')) addMatches(anchors, text, htmlHeading);
  }
  return anchors;
}

function addMatches(anchors: string[], text: string, pattern: RegExp): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [, first, second, third] = match;
    const anchor = (first ?? second ?? third ?? '').trim();
    if (anchor !== '') anchors.push(anchor);
  }
}
