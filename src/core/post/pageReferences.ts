// Posts named by the tags of site generators: Hugo's `ref`, Jekyll's `post_url` and `link`, Hexo's `post_link`.
import { CodeSpans } from '../markdown/codeSpans.js';
import type { Block } from '../markdown/block.js';
import type { BlockList } from '../markdown/blockList.js';
import { spanAt } from '../text/search.js';
import type { Span } from '../text/span.js';

export interface PageReferenceFacts {
  readonly tag: 'ref' | 'relref' | 'post_url' | 'link' | 'post_link';
  /** As it is written. */
  readonly target: string;
  /** Of the target. */
  readonly span: Span;
}

const hugo = '\\{\\{[<%]\\s*(ref|relref)\\s+(?:path=)?"([^"\\n{}]+)"\\s*[>%]\\}\\}';
const liquid = '\\{%-?\\s*(post_url|link|post_link)\\s+([^\\s{}%]+)[^{}%\\n]*-?%\\}';
const pattern = new RegExp(`${hugo}|${liquid}`, 'g');

export function pageReferencesOf({ blocks, starts }: BlockList): readonly PageReferenceFacts[] {
  return blocks.flatMap((block, index) => referencesIn(block, starts[index] ?? 0));
}

function referencesIn(block: Block, offset: number): readonly PageReferenceFacts[] {
  const { text, kind } = block;
  if (kind === 'code' || !(text.includes('{%') || text.includes('{{'))) return [];
  const code = codeSpansOf(text);
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [whole, shortcode, quoted, liquidTag, word] = match;
    const target = quoted ?? word ?? '';
    const start = match.index + whole.lastIndexOf(target);
    if (spanAt(code, start)) return [];
    const tag = (shortcode ?? liquidTag) as PageReferenceFacts['tag'];
    return [{ tag, target, span: { start: offset + start, end: offset + start + target.length } }];
  });
}

/** Fences of backticks too: they close as code spans do. */
function codeSpansOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  const code = new CodeSpans(text);
  for (let at = text.indexOf('`'); at >= 0;) {
    const end = code.spanEnd(at);
    if (end >= 0) spans.push({ start: at, end });
    at = text.indexOf('`', end >= 0 ? end : code.runEnd(at));
  }
  return spans;
}
