// The lines of one top-level block as its containers leave them: where each line's content begins.
// The fields follow markdown-it's block state, so that its rules can be followed one by one.
import { identityText, MappedBuilder, type MappedText } from '../text/mapped.js';
import type { Lines } from '../text/lines.js';
import { isSpace } from './characters.js';

export type ParentKind =
  'root' | 'paragraph' | 'quote' | 'list' | 'table' | 'reference' | 'footnote';

export class LineTable {
  /** Columns are in the line's own text; all arrays are valid as far as a rule has looked. */
  readonly contentStart: number[] = [];
  readonly firstChar: number[] = [];
  readonly indent: number[] = [];
  readonly tabBase: number[] = [];
  readonly end: number[] = [];
  /** Offset of each line from the block's start. */
  readonly offset: number[] = [];
  /** Lines behind the last one count as empty. */
  count = 0;
  blockIndent = 0;
  listIndent = -1;
  level = 0;
  /** Where the item of a list begins whose lines are read. */
  item: number | null = null;
  parent: ParentKind = 'root';
  readonly #lines: Lines;
  readonly #total: number;
  /** Lines with U+0000, which reads as U+FFFD in Markdown. */
  readonly #nulLines = new Map<number, string>();
  #base = 0;
  #seen = 0;

  constructor(lines: Lines) {
    this.#lines = lines;
    // Spaces behind the last terminator are no line of Markdown.
    this.#total =
      lines.length > 1 && /^[ \t]*$/.test(lines[lines.length - 1] ?? '')
        ? lines.length - 1
        : lines.length;
  }

  /** Starts over at a line of the post, which becomes line 0. */
  rebase(line: number): void {
    this.#base = line;
    this.count = Math.max(0, this.#total - line);
    if (this.#nulLines.size > 0) this.#nulLines.clear();
    this.#seen = 0;
    this.blockIndent = 0;
    this.listIndent = -1;
    this.level = 0;
    this.item = null;
    this.parent = 'root';
  }

  /** The lines from line 0 to the last one, however many a quote has left. */
  get total(): number {
    return Math.max(0, this.#total - this.#base);
  }

  /** Line 0 as a line of the post. */
  get base(): number {
    return this.#base;
  }

  /** How many lines, counted from line 0, any rule has looked at. */
  get seen(): number {
    return this.#seen;
  }

  text(line: number): string {
    const text = this.#lines[this.#base + line] ?? '';
    return this.#nulLines.size === 0 ? text : (this.#nulLines.get(line) ?? text);
  }

  /** Makes a line's entries available; every rule calls it, or `isEmpty`, before it reads them. */
  see(line: number): void {
    while (this.#seen <= line) this.#measure(this.#seen++);
  }

  isEmpty(line: number): boolean {
    this.see(line);
    return (this.firstChar[line] ?? 0) >= (this.end[line] ?? 0);
  }

  first(line: number): number {
    this.see(line);
    return this.firstChar[line] ?? 0;
  }

  indentOf(line: number): number {
    this.see(line);
    return this.indent[line] ?? 0;
  }

  endOf(line: number): number {
    this.see(line);
    return this.end[line] ?? 0;
  }

  /** The code of the first character that is no space, `-1` for an empty line. */
  firstCode(line: number): number {
    const first = this.first(line);
    return first < this.endOf(line) ? this.text(line).charCodeAt(first) : -1;
  }

  /** From the first character that is no space to the end. */
  trimmedStart(line: number): string {
    return this.text(line).slice(this.first(line), this.endOf(line));
  }

  /** What stands before it, the marks of containers and all. */
  before(line: number): string {
    return this.text(line).slice(0, this.first(line));
  }

  skipEmpty(line: number): number {
    let at = line;
    while (at < this.count && this.isEmpty(at)) at++;
    return at;
  }

  /** The content of lines `from` to `to`, up to `indent` columns of indentation removed, joined by `\n`. */
  content(from: number, to: number, indent: number): MappedText {
    this.see(Math.max(from, to - 1));
    const start = (this.offset[from] ?? 0) + (this.contentStart[from] ?? 0);
    if (indent <= 0 && this.#isWhole(from, to))
      return identityText(this.#wholeText(from, to), start);
    const builder = new MappedBuilder();
    for (let line = from; line < to; line++) {
      this.#appendLine(builder, line, indent);
      if (line + 1 < to) builder.append('\n', (this.offset[line] ?? 0) + (this.end[line] ?? 0));
    }
    return builder.build(start);
  }

  /** One line as `content` gives it. */
  lineContent(line: number, indent: number): string {
    this.see(line);
    if (indent <= 0) return this.text(line).slice(this.contentStart[line] ?? 0, this.end[line]);
    const builder = new MappedBuilder();
    this.#appendLine(builder, line, indent);
    return builder.build(0).text;
  }

  /** Whether the lines stand in the post as in their container: nothing is removed, and all end in `\n`. */
  #isWhole(from: number, to: number): boolean {
    for (let line = from; line < to; line++) {
      if (line > from && (this.contentStart[line] ?? 0) > 0) return false;
      if (line + 1 < to && this.text(line).length !== (this.end[line] ?? 0) + 1) return false;
      if (line + 1 < to && this.text(line).charCodeAt(this.end[line] ?? 0) !== 10) return false;
    }
    return true;
  }

  #wholeText(from: number, to: number): string {
    let text = '';
    for (let line = from; line < to; line++) {
      const source = this.text(line);
      const begin = line === from ? (this.contentStart[line] ?? 0) : 0;
      text += source.slice(begin, line + 1 < to ? source.length : this.end[line]);
    }
    return text;
  }

  #appendLine(builder: MappedBuilder, line: number, indent: number): void {
    this.see(line);
    const text = this.text(line);
    const end = this.end[line] ?? 0;
    const offset = this.offset[line] ?? 0;
    const begin = this.contentStart[line] ?? 0;
    if (indent <= 0) {
      builder.append(text.slice(begin, end), offset + begin);
      return;
    }
    let at = begin;
    let column = 0;
    while (at < end && column < indent) {
      const code = text.charCodeAt(at);
      if (code === 9) column += 4 - ((column + (this.tabBase[line] ?? 0)) % 4);
      else if (code === 32 || at < (this.firstChar[line] ?? 0)) column++;
      else break;
      at++;
    }
    // A tab that was removed in part leaves spaces, which all come from the tab.
    if (column > indent)
      for (let space = indent; space < column; space++) builder.append(' ', offset + at - 1);
    builder.append(text.slice(at, end), offset + at);
  }

  #measure(line: number): void {
    const text = this.#base + line < this.#total ? this.text(line) : '';
    if (text.includes('\0')) this.#nulLines.set(line, text.replaceAll('\0', '\ufffd'));
    let end = text.length;
    if (end > 0 && text.charCodeAt(end - 1) === 10) end--;
    if (end > 0 && text.charCodeAt(end - 1) === 13) end--;
    let at = 0;
    let column = 0;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (!isSpace(code)) break;
      column += code === 9 ? 4 - (column % 4) : 1;
    }
    this.contentStart[line] = 0;
    this.firstChar[line] = at;
    this.indent[line] = column;
    this.tabBase[line] = 0;
    this.end[line] = end;
    this.offset[line] = line === 0 ? 0 : (this.offset[line - 1] ?? 0) + this.text(line - 1).length;
  }
}
