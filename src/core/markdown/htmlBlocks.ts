// HTML as a block: what begins one, and where it ends.
import { lineOfOneTag } from './htmlTags.js';
import { isIndented } from './leafBlocks.js';
import { beginsXmlElement, xmlElementEnd } from './xmlBlocks.js';
import { isHeldByTag, longestTag } from './python/openTags.js';
import { plainEnd } from './paragraph.js';
import { inParagraph } from './textPlace.js';
import { sliceMapped } from '../text/mapped.js';
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
  const { table, rules } = state;
  if (rules.htmlBlocks === 'python' && !/^ {0,3}$/.test(table.before(line))) return undefined;
  const text = table.trimmedStart(line);
  const kind = htmlKinds.find(({ begin }) => begin.test(text));
  if (kind !== undefined && rules.htmlBlocks === 'python' && state.isInTag(line)) return undefined;
  return beginsHtml(text, rules) ? kind : undefined;
}

/** Whether a line may begin a block of HTML to the engine, if it does so to markdown-it. */
export function beginsHtml(text: string, { htmlBlocks, tags }: EngineRules): boolean {
  switch (htmlBlocks) {
    case 'commonmark':
    case 'column':
      return tags !== 'capitals' || !/^<![a-z]/.test(text);
    case 'python':
      return text.startsWith('<!--') || blockTag.test(text);
    case 'xml':
      return /^<!--(?:(?!-->).)*(?:-->\s*)?$/.test(text) || beginsXmlElement(text);
    case 'lines':
      return /^<!--.*-->\s*$/.test(text) || blockTag.test(text);
  }
}

export const startsHtml: Terminator = (state, line) =>
  (htmlKind(state, line)?.interrupts ?? false) &&
  htmlEndsParagraph(
    state.table.trimmedStart(line),
    state.table.indentOf(line) > state.table.blockIndent && state.table.listIndent < 0,
    state.rules,
  );

/** Of a line that begins a block of HTML; `isIndented`, and in no list. */
export function htmlEndsParagraph(
  text: string,
  isIndented: boolean,
  { commentsEndParagraphs, htmlBlocks }: EngineRules,
): boolean {
  if (htmlBlocks === 'column' && isIndented) return false;
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
  const content = table.content(line, next, table.blockIndent);
  const tail = textBehindComment(content.text, state.rules);
  state.line = tail < 0 ? next : paragraphEnd(state, next, end);
  if (tail < 0) state.builder.html(content);
  else {
    const whole = table.content(line, state.line, table.blockIndent);
    state.builder.html(sliceMapped(whole, 0, tail));
    const { length } = whole.text.trimEnd();
    state.builder.inline(sliceMapped(whole, tail, length), inParagraph);
  }
  return 'html';
};

function paragraphEnd(state: BlockState, line: number, end: number): number {
  const { table } = state;
  const { parent } = table;
  table.parent = 'paragraph';
  const behind = plainEnd(state, line, end);
  table.parent = parent;
  return behind;
}

/**
 * Where in the lines of a comment text begins behind it, to an engine that goes on with a paragraph there;
 * `-1` if none does.
 */
export function textBehindComment(content: string, { htmlBlocks }: EngineRules): number {
  if (htmlBlocks !== 'python') return -1;
  const comment = /^ {0,3}<!--[^]*?-->\s*(?=\S)/.exec(content)?.[0];
  return comment === undefined ? -1 : comment.length;
}

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
  switch (htmlBlocks) {
    case 'commonmark':
    case 'column':
      return 0;
    case 'xml':
      return xmlElementEnd(lineAt);
    case 'lines':
    case 'python':
      return linesOfElement(lineAt, htmlBlocks === 'python');
  }
}

/** `mayBeHeld` tells whether a tag that goes on over lines holds those in it. */
function linesOfElement(lineAt: (index: number) => string | null, mayBeHeld: boolean): number {
  const name = openedElement.exec(lineAt(0) ?? '')?.[1];
  if (name === undefined || emptyElement.test(name)) return 0;
  if (/^[^>]*\smarkdown=/.test(lineAt(0) ?? '')) return 1;
  const tags = new RegExp(`<(/?)${name}(?=[\\s>])`, 'gi');
  let depth = 0;
  let before = '';
  for (let index = 0; ; index++) {
    const line = lineAt(index);
    if (line === null) return index;
    for (const { 1: slash, index: at } of line.matchAll(tags)) {
      if (!mayBeHeld || !isHeldByTag(before + line.slice(0, at), line.slice(at)))
        depth += slash === '' ? 1 : -1;
    }
    if (depth <= 0) return index + 1;
    before = `${before}${line}\n`.slice(-longestTag);
  }
}
