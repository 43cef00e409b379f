// Posts named by the tags of site generators: Hugo's `ref`, Jekyll's `post_url` and `link`, Hexo's `post_link`.
import { CodeSpans } from '../markdown/codeSpans.js';
import type { Block } from '../markdown/block.js';
import type { BlockList } from '../markdown/blockList.js';
import { spanAt } from '../text/search.js';
import { shiftSpan, type Span } from '../text/span.js';

export interface PageReferenceFacts {
  readonly tag: 'ref' | 'relref' | 'post_url' | 'link' | 'post_link';
  /** As it is written, without its fragment; empty where that is all. */
  readonly target: string;
  /** Of the target. */
  readonly span: Span;
  /** What stands behind `#`, in the tag or behind it; the span begins with the sign. */
  readonly fragment: { readonly text: string; readonly span: Span } | null;
  /** Of the text that leads there: between the brackets before the tag, or in it. */
  readonly textSpan: Span | null;
}

const hugo =
  '\\{\\{[<%]\\s*(?<shortcode>ref|relref)\\s+(?:path=)?"(?=[^"])(?<page>[^"#\\n{}]*)(?<anchor>#[^"\\n{}]*)?"\\s*[>%]\\}\\}';
const liquid =
  '\\{%-?\\s*(?<tag>post_url|link|post_link)\\s+(?<post>[^\\s{}%#]+)(?<place>#[^\\s{}%]*)?(?<title>[^{}%\\n]*)-?%\\}';
const pattern = new RegExp(`(?:${hugo}|${liquid})(?<behind>#[^\\s()<>"'{}]*)?`, 'dg');

export function pageReferencesOf({ blocks, starts }: BlockList): readonly PageReferenceFacts[] {
  return blocks.flatMap((block, index) => referencesIn(block, starts[index] ?? 0));
}

function referencesIn(block: Block, offset: number): readonly PageReferenceFacts[] {
  const { text, kind } = block;
  if (kind === 'code' || !(text.includes('{%') || text.includes('{{'))) return [];
  const code = codeSpansOf(text);
  return [...text.matchAll(pattern)]
    .filter(({ index }) => !spanAt(code, index))
    .map((match) => referenceOf(match, text, offset));
}

function referenceOf(match: RegExpExecArray, text: string, offset: number): PageReferenceFacts {
  const group = (...names: readonly string[]): Span | null => {
    const spans = names.map((name) => match.indices?.groups?.[name]);
    const found = spans.find((span) => span !== undefined);
    return found === undefined ? null : { start: found[0], end: found[1] };
  };
  const read = (span: Span | null): string => (span ? text.slice(span.start, span.end) : '');
  const target = group('page', 'post') ?? { start: match.index, end: match.index };
  const fragment = group('anchor', 'place', 'behind');
  const tag = read(group('shortcode', 'tag')) as PageReferenceFacts['tag'];
  const textSpan = tag === 'post_link' ? group('title') : bracketsBefore(text, match.index);
  return {
    tag,
    target: read(target),
    span: shiftSpan(target, offset),
    fragment: fragment && { text: read(fragment).slice(1), span: shiftSpan(fragment, offset) },
    textSpan: textSpan && shiftSpan(textSpan, offset),
  };
}

/** Of a link whose target begins there: Markdown sees none, since the tag has blanks. */
function bracketsBefore(text: string, at: number): Span | null {
  const before = text.slice(Math.max(0, at - longestText), at);
  const match = /\[([^[\]]*)\]\($/.exec(before);
  return match && { start: at - match[0].length, end: at };
}

const longestText = 300;

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
