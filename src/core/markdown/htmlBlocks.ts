// HTML as a block: what begins one, and where it ends.
import { lineOfOneTag } from './htmlTags.js';
import { isIndented } from './leafBlocks.js';
import { beginsXmlElement, xmlElementEnd } from './xmlBlocks.js';
import type { EngineRules } from '../site/engine.js';
import type { BlockRule, BlockState, Terminator } from './blockState.js';

const htmlElements =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe|legend|li|link|' +
  'main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|' +
  'title|tr|track|ul';

const blockTag = new RegExp(`^<(?:script|style|textarea|pre|${htmlElements})(?:\\s[^<>]*)?>`, 'i');

interface HtmlKind {
  readonly begin: RegExp;
  /** `null`: a blank line ends it. */
  readonly end: RegExp | null;
  readonly interrupts: boolean;
}

const htmlKinds: readonly HtmlKind[] = [
  {
    begin: /^<(?:script|pre|style|textarea)(?=\s|>|$)/i,
    end: /<\/(?:script|pre|style|textarea)>/i,
    interrupts: true,
  },
  { begin: /^<!--/, end: /-->/, interrupts: true },
  { begin: /^<\?/, end: /\?>/, interrupts: true },
  { begin: /^<![A-Za-z]/, end: />/, interrupts: true },
  { begin: /^<!\[CDATA\[/, end: /\]\]>/, interrupts: true },
  { begin: new RegExp(`^</?(?:${htmlElements})(?=\\s|/?>|$)`, 'i'), end: null, interrupts: true },
  { begin: lineOfOneTag, end: null, interrupts: false },
];

function htmlKind(state: BlockState, line: number): HtmlKind | undefined {
  if (state.table.firstCode(line) !== 60 || isIndented(state, line)) return undefined;
  const text = state.table.trimmedStart(line);
  const kind = htmlKinds.find(({ begin }) => begin.test(text));
  return beginsHtml(text, state.rules) ? kind : undefined;
}

/** Whether a line may begin a block of HTML to the engine, if it does so to markdown-it. */
export function beginsHtml(text: string, { htmlBlocks }: EngineRules): boolean {
  switch (htmlBlocks) {
    case 'commonmark':
      return true;
    case 'elements':
      return text.startsWith('<!--') || blockTag.test(text);
    case 'xml':
      return /^<!--(?:(?!-->).)*(?:-->\s*)?$/.test(text) || beginsXmlElement(text);
    case 'lines':
      return /^<!--.*-->\s*$/.test(text) || blockTag.test(text);
  }
}

export const startsHtml: Terminator = (state, line) =>
  (htmlKind(state, line)?.interrupts ?? false) &&
  htmlEndsParagraph(state.table.trimmedStart(line), state.rules);

/** Of a line that begins a block of HTML. */
export function htmlEndsParagraph(text: string, { commentsEndParagraphs }: EngineRules): boolean {
  return commentsEndParagraphs || !text.startsWith('<!--');
}

export const htmlBlock: BlockRule = (state, line, end) => {
  const kind = htmlKind(state, line);
  if (kind === undefined) return null;
  const { table } = state;
  const inElement = elementEnd(state.rules, (index) => elementLine(state, line + index, end));
  let next = line + 1;
  if (inElement > 0) next = line + inElement;
  else if (kind.end === null || !kind.end.test(table.trimmedStart(line))) {
    for (; next < end; next++) {
      const blank = table.isEmpty(next);
      if (table.indentOf(next) < table.blockIndent && (kind.end === null || !blank)) break;
      if (kind.end === null ? blank : kind.end.test(table.trimmedStart(next))) {
        if (!blank) next++;
        break;
      }
    }
  }
  state.line = next;
  state.builder.html(table.content(line, next, table.blockIndent));
  return 'html';
};

function elementLine(state: BlockState, line: number, end: number): string | null {
  const { table } = state;
  if (line >= end || (!table.isEmpty(line) && table.indentOf(line) < table.blockIndent))
    return null;
  return table.trimmedStart(line);
}

const openedElement = new RegExp(`^<(${htmlElements})(?=[\\s>])`, 'i');
const emptyElement = /^(?:base|basefont|col|frame|hr|link|param|track)$/i;

/**
 * How many lines an element takes that holds all up to its end tag, blank lines and all, to an engine
 * that knows elements; 0 where the lines begin with none. Without an end tag it takes all lines;
 * one whose content is Markdown, that of its start tag.
 */
export function elementEnd(
  { htmlBlocks }: EngineRules,
  lineAt: (index: number) => string | null,
): number {
  if (htmlBlocks === 'xml') return xmlElementEnd(lineAt);
  const name = htmlBlocks === 'commonmark' ? undefined : openedElement.exec(lineAt(0) ?? '')?.[1];
  if (name === undefined || emptyElement.test(name)) return 0;
  if (/^[^>]*\smarkdown=/.test(lineAt(0) ?? '')) return 1;
  const tags = new RegExp(`<(/?)${name}(?=[\\s>])`, 'gi');
  let depth = 0;
  for (let index = 0; ; index++) {
    const line = lineAt(index);
    if (line === null) return index;
    for (const [, slash] of line.matchAll(tags)) depth += slash === '' ? 1 : -1;
    if (depth <= 0) return index + 1;
  }
}
