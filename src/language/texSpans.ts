// The spans of a TeX that belong together: words, groups, commands with their arguments, scripts with
// what they stand at, rows and cells, environments with and without what they are made of.
import type { Span } from '../core/text/span.js';

const token =
  /\\begin\s*\{[^{}]*\}|\\end\s*\{[^{}]*\}|\\(?:left|right)(?![a-zA-Z])\s*(?:\\[a-zA-Z]+|\\.|\S)|\\\\\*?(?:\[[^\]\n]*\])?|\\[a-zA-Z]+\*?|\\[\s\S]|%.*|[{}&_^]|\d+(?:\.\d+)?|\p{L}+|\S/gu;

/** Something open: a group, an environment, `\left`, or the formula itself. */
interface Frame {
  readonly kind: 'formula' | 'group' | 'environment' | 'left';
  readonly start: number;
  readonly bodyStart: number;
  /** Where the command begins whose argument it is, or what its script stands at. */
  readonly head: number | null;
  rowStart: number;
  cellStart: number;
}

/** Those that hold a place, in no order; what is open at the end is left out. */
export function texSpans(tex: string, place: number): readonly Span[] {
  return new TexSpans(tex, place).run();
}

class TexSpans {
  readonly #tex: string;
  readonly #place: number;
  readonly #spans: Span[] = [];
  readonly #frames: Frame[] = [frame('formula', 0, 0, null)];
  /** Where an argument that comes next belongs to. */
  #head: number | null = null;
  /** Where the last thing begins that a script could stand at. */
  #base = 0;
  #isScript = false;

  constructor(tex: string, place: number) {
    this.#tex = tex;
    this.#place = place;
  }

  run(): readonly Span[] {
    const tokens = new RegExp(token);
    for (let match = tokens.exec(this.#tex); match; match = tokens.exec(this.#tex)) {
      const [text] = match;
      const isWord = /^[\p{L}\d]/u.test(text);
      // A script without braces is one character.
      const length = this.#isScript && isWord ? [...text][0]?.length : undefined;
      if (length !== undefined) tokens.lastIndex = match.index + length;
      this.#take(text.slice(0, length), match.index, isWord);
    }
    const [formula] = this.#frames;
    if (this.#frames.length === 1 && formula) this.#closeRow(formula, this.#tex.length);
    this.#add(0, this.#tex.length);
    return this.#spans;
  }

  #take(text: string, at: number, isWord: boolean): void {
    const end = at + text.length;
    if (text === '{') return this.#open('group', at, end);
    if (text === '}') return this.#close('group', at, end);
    if (text.startsWith('\\begin')) return this.#open('environment', at, end);
    if (text.startsWith('\\end')) return this.#close('environment', at, end);
    if (text.startsWith('\\left')) return this.#open('left', at, end);
    if (text.startsWith('\\right')) return this.#close('left', at, end);
    if (text.startsWith('\\\\')) return this.#endRow(at, end);
    if (text === '&') return this.#endCell(at, end);
    if (text.startsWith('%')) return;
    if (text === '_' || text === '^') {
      this.#isScript = true;
      this.#head = this.#base;
      return;
    }
    this.#atom(text, at, end, isWord);
  }

  #atom(text: string, at: number, end: number, isWord: boolean): void {
    const isCommand = /^\\[a-zA-Z]/.test(text);
    if (isWord || isCommand) this.#add(at, end);
    if (this.#isScript && this.#head !== null) this.#add(this.#head, end);
    // Of a word, a script stands at the last letter.
    const last = isWord ? at + text.length - ([...text].at(-1)?.length ?? 0) : at;
    if (!this.#isScript) this.#base = last;
    this.#head = isCommand ? (this.#isScript ? this.#head : at) : null;
    this.#isScript = false;
  }

  #open(kind: Frame['kind'], start: number, bodyStart: number): void {
    this.#frames.push(frame(kind, start, bodyStart, kind === 'group' ? this.#head : null));
    this.#head = null;
    this.#isScript = false;
    this.#base = bodyStart;
  }

  #close(kind: Frame['kind'], at: number, end: number): void {
    const top = this.#frames.at(-1);
    // What does not fit is passed over: the formula is half typed.
    if (top?.kind !== kind || this.#frames.length === 1) return;
    this.#frames.pop();
    this.#closeRow(top, at);
    this.#add(top.bodyStart, at);
    this.#add(top.start, end);
    if (top.head !== null) this.#add(top.head, end);
    this.#head = top.head;
    this.#base = top.head ?? top.start;
  }

  #endCell(at: number, end: number): void {
    const top = this.#frames.at(-1);
    if (!top) return;
    this.#add(top.cellStart, at);
    top.cellStart = end;
    this.#forget(end);
  }

  #endRow(at: number, end: number): void {
    const top = this.#frames.at(-1);
    if (!top) return;
    this.#closeRow(top, at);
    top.rowStart = end;
    top.cellStart = end;
    this.#forget(end);
  }

  #closeRow(top: Frame, at: number): void {
    this.#add(top.cellStart, at);
    this.#add(top.rowStart, at);
  }

  #forget(base: number): void {
    this.#head = null;
    this.#isScript = false;
    this.#base = base;
  }

  #add(start: number, end: number): void {
    if (start > this.#place || this.#place > end) return;
    const span = trimmed(this.#tex, start, end);
    if (span.start < span.end) this.#spans.push(span);
  }
}

/** Without the blanks around it, and the marks of quotes in lines that hold nothing else of it. */
function trimmed(tex: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isBlank(tex, start)) start++;
  if (tex.slice(from, start).includes('\n')) while (start < end && isMargin(tex, start)) start++;
  let margin = end;
  while (margin > start && isMargin(tex, margin - 1)) margin--;
  const lineEnd = tex.slice(margin, end).indexOf('\n');
  if (lineEnd >= 0) end = margin + lineEnd;
  while (end > start && isBlank(tex, end - 1)) end--;
  return { start, end };
}

function isBlank(tex: string, at: number): boolean {
  return /\s/.test(tex.charAt(at));
}

function isMargin(tex: string, at: number): boolean {
  return tex.charAt(at) === '>' || isBlank(tex, at);
}

function frame(kind: Frame['kind'], start: number, bodyStart: number, head: number | null): Frame {
  return { kind, start, bodyStart, head, rowStart: bodyStart, cellStart: bodyStart };
}
