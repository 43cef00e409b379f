// Whether each line of what looks like a table has a `|` outside of code and elements, as kramdown counts.
import { CodeSpans } from './codeSpans.js';
import { isBlockTag, OpenElements, XmlTags } from './xmlTags.js';

const hasPipe = /^(?:\||.*?[^\\\n]\|)/;

/** Of lines with a `|` each. */
export function hasPipesOutside(text: string): boolean {
  if (!/[`<]/.test(text)) return true;
  let pipe = false;
  for (const { kind, content } of partsOf(text)) {
    const lines = content.replace(/\n+$/, '').split('\n');
    const isOver = lines.length > 1;
    if (kind === 'code') {
      if (lines.length > 2 || (isOver && !pipe)) break;
      if (isOver) pipe = false;
    } else {
      if (isOver && !pipe && !hasPipe.test(lines[0] ?? '')) break;
      pipe = (!isOver && pipe) || hasPipe.test(lines.at(-1) ?? '');
    }
  }
  return pipe;
}

interface Part {
  readonly kind: 'text' | 'code';
  readonly content: string;
}

/** Text and code; what is in elements does not count. */
function partsOf(text: string): readonly Part[] {
  const code = new CodeSpans(text, 'first');
  const tags = new XmlTags(text);
  const parts: Part[] = [];
  let from = 0;
  const add = (kind: Part['kind'], start: number, end: number): void => {
    if (end > start || kind === 'code') parts.push({ kind, content: text.slice(start, end) });
  };
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at);
    const codeEnd = character === '`' ? code.spanEnd(at) : -1;
    const elementEnd = character === '<' ? constructEnd(text, at, tags) : -1;
    const end = Math.max(codeEnd, elementEnd);
    if (end > 0) {
      add('text', from, at);
      if (codeEnd > 0) {
        const length = code.runEnd(at) - at;
        add('code', at + length, codeEnd - length);
      } else if (text.startsWith('<!--', at)) add('text', at, end);
      from = end;
    }
    at = end > 0 ? end : character === '`' ? code.runEnd(at) : at + 1;
  }
  add('text', from, text.length);
  return parts;
}

/** The end of the comment or of the element that begins at `at`; `-1` if none does. */
function constructEnd(text: string, at: number, tags: XmlTags): number {
  const tag = tags.at(at);
  if (tag === null || tag.kind === 'close' || isBlockTag(tag)) return -1;
  return tag.kind === 'open' ? elementEnd(text, at, tags) : tag.end;
}

/** Without an end tag an element goes on to the end. */
function elementEnd(text: string, start: number, tags: XmlTags): number {
  const open = new OpenElements();
  const code = new CodeSpans(text, 'first');
  for (let at = start; at < text.length;) {
    const character = text.charAt(at);
    let end = at + 1;
    if (character === '<') {
      const tag = tags.at(at);
      if (tag !== null && !isBlockTag(tag) && open.take(tag)) end = tag.end;
      if (open.depth === 0) return end;
    } else if (character === '`') end = Math.max(code.spanEnd(at), code.runEnd(at));
    else if (text.startsWith('$$', at)) end = Math.max(end, text.indexOf('$$', at + 2) + 2);
    else if (character === '\\') end = at + 2;
    at = end;
  }
  return text.length;
}
