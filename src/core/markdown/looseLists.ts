// Lists of an engine that asks less of their lines than CommonMark: HyperDown's items hold whatever
// follows them, up to a blank line, and what is indented at all behind one.
import type { PlacedLines } from './placedLines.js';

const itemMark = /^(\d+\.|[-+*])(\s+)(.?)/;
const fence = /^(?:~{3,}|`{3,})[^`~]*$/;
const thematicBreak = /^([-*])\s*(?:\1\s*){2,}$/;
const definition = /^\[[^\]]+\]:\s*./;

/**
 * How far the lines from `start` on are indented as far as the list goes that begins there, if those
 * of an item are indented by as much as its text.
 */
export function looseIndents(lines: PlacedLines, start: number, end: number): readonly number[] {
  const list = new LooseList(lines, start);
  for (let line = start; line < end && list.takes(line); line++);
  return list.indents;
}

class LooseList {
  readonly indents: number[] = [];
  readonly #lines: PlacedLines;
  readonly #space: number;
  readonly #mark: string;
  /** The column of the text of the item under way. */
  #column = 0;
  /** Blank lines before this one. */
  #gap = 0;
  #isCode = false;

  constructor(lines: PlacedLines, start: number) {
    this.#lines = lines;
    this.#space = lines.indentOf(start);
    this.#mark = markOf(lines.trimmedStart(start));
  }

  takes(line: number): boolean {
    const indent = this.#lines.indentOf(line);
    const text = this.#lines.trimmedStart(line);
    if (this.#isCode) return this.#takesCode(indent, text);
    if (this.#lines.isEmpty(line)) return ++this.#gap < 2 && this.indents.push(indent) > 0;
    const item = indent === this.#space ? itemMark.exec(text) : null;
    const goesOn = item === null ? this.#holds(indent, text) : this.#isNext(text);
    if (!goesOn) return false;
    this.#isCode = fence.test(text);
    this.#gap = 0;
    if (item !== null) this.#column = textColumn(item, indent);
    this.indents.push(item === null ? Math.max(indent, this.#column) : indent);
    return true;
  }

  /** Another mark begins a list that is asked about anew. */
  #isNext(text: string): boolean {
    return markOf(text) === this.#mark && (this.indents.length === 0 || !thematicBreak.test(text));
  }

  #holds(indent: number, text: string): boolean {
    return indent >= this.#space + this.#gap && !definition.test(text);
  }

  #takesCode(indent: number, text: string): boolean {
    this.#isCode = !fence.test(text);
    return this.indents.push(text === '' ? indent : Math.max(indent, this.#column)) > 0;
  }
}

/** Of an item without its number. */
function markOf(text: string): string {
  return /[-+*.]/.exec(text)?.[0] ?? '';
}

/** As CommonMark has it: one column behind the mark where none or code follows. */
function textColumn([, mark = '', blanks = '', first]: RegExpExecArray, indent: number): number {
  const behindMark = indent + mark.length;
  let column = behindMark;
  for (const blank of blanks) column += blank === '\t' ? 4 - (column % 4) : 1;
  const gap = column - behindMark;
  return behindMark + (first === '' || gap > 4 ? 1 : gap);
}
