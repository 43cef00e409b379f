// Reads TeX as MathJax does, from a formula and from what its macros expand to.
import type { Span } from '../text/span.js';
import { hasMark } from '../text/texReader.js';

/** A piece of text to read, `[at, end)` of `text`. */
interface Frame {
  readonly text: string;
  at: number;
  readonly end: number;
  /** The source offset of `text`'s start, where the text stands in the source. */
  readonly origin: number;
  /** The macro in the source that the text comes from. */
  readonly macro: Span | null;
}

/** An argument: where its text stands, without its braces. */
export interface Argument {
  readonly text: string;
  readonly span: Span;
  readonly origin: Origin;
}

/** Where a piece of text comes from, so that it can be read as a formula of its own. */
export interface Origin {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly macro: Span | null;
}

/** `null`: there is none; `unclosed`: its brace or bracket is never closed. */
export type ArgumentReading = Argument | null | 'unclosed';

/** An optional argument is short; looking further for its bracket would be slow where none closes it. */
const longestOptional = 2_000;

/** A formula with an unclosed brace is in error anyway; to look for all of them would be slow. */
const mostWasted = 1_000_000;

const nameAt = /[a-zA-Z]+/y;

export class TexInput {
  readonly #frames: Frame[] = [];
  #frame: Frame;
  /** How much was read in search of braces that never close. */
  #wasted = 0;

  /** Where the whole text ends. */
  readonly sourceEnd: number;

  constructor(text: string) {
    this.sourceEnd = text.length;
    this.#frame = { text, at: 0, end: text.length, origin: 0, macro: null };
    this.#frames.push(this.#frame);
  }

  get depth(): number {
    return this.#frames.length;
  }

  /** Reads `text` next, as if it stood where `macro` stands. */
  pushExpansion(text: string, macro: Span): void {
    this.#push({ text, at: 0, end: text.length, origin: 0, macro });
  }

  pushOrigin(origin: Origin): void {
    const { text, start, end, offset, macro } = origin;
    this.#push({ text, at: start, end, origin: offset, macro });
  }

  /** Whether nothing is left to read above `depth`; leaves finished frames. */
  isFinished(depth: number): boolean {
    while (this.#frame.at >= this.#frame.end && this.#frames.length > depth) this.#pop();
    return this.#frames.length <= depth;
  }

  /** The next UTF-16 unit, without reading it; -1 where the frame ends. */
  peek(): number {
    const frame = this.#frame;
    return frame.at < frame.end ? frame.text.charCodeAt(frame.at) : -1;
  }

  skip(count: number): void {
    this.#frame.at += count;
  }

  /** The source offset of the next character; inside an expansion, of its macro. */
  start(): number {
    const { macro, origin, at } = this.#frame;
    return macro === null ? origin + at : macro.start;
  }

  /** The source offset just behind what was read last. */
  end(): number {
    const { macro, origin, at } = this.#frame;
    return macro === null ? origin + at : macro.end;
  }

  /** The name of a control sequence whose backslash has been read. */
  readName(): string {
    const frame = this.#frame;
    nameAt.lastIndex = frame.at;
    const match = nameAt.exec(frame.text);
    const code = frame.text.charCodeAt(frame.at);
    const length = match !== null ? match[0].length : code >= 0xd800 && code < 0xdc00 ? 2 : 1;
    const end = Math.min(frame.at + length, frame.end);
    const name = frame.text.slice(frame.at, end);
    frame.at = end;
    return name;
  }

  skipSpaces(): void {
    const frame = this.#frame;
    while (frame.at < frame.end && isSpace(frame.text.charCodeAt(frame.at))) frame.at++;
  }

  skipLine(): void {
    const frame = this.#frame;
    const end = frame.text.indexOf('\n', frame.at);
    frame.at = end < 0 || end > frame.end ? frame.end : end;
  }

  /** Reads up to the next `unit` and over it; to the end where there is none. */
  skipThrough(unit: number): void {
    const frame = this.#frame;
    const end = frame.text.indexOf(String.fromCharCode(unit), frame.at);
    frame.at = end < 0 || end >= frame.end ? frame.end : end + 1;
  }

  readStar(): boolean {
    this.skipSpaces();
    if (this.peek() !== 42) return false;
    this.skip(1);
    return true;
  }

  /** A group, a control sequence or one character. Comments do not count inside it. */
  readArgument(floor: number): ArgumentReading {
    this.#toNextText(floor);
    const frame = this.#frame;
    const code = this.peek();
    if (code === -1 || code === 125) return null;
    const start = frame.at;
    if (code === 92) {
      frame.at++;
      this.readName();
      return this.#argument(frame, start, frame.at);
    }
    if (code !== 123) {
      frame.at += code >= 0xd800 && code < 0xdc00 ? 2 : 1;
      return this.#argument(frame, start, frame.at);
    }
    if (this.#wasted > mostWasted) return 'unclosed';
    const end = closingBrace(frame.text, start + 1, frame.end);
    if (end < 0) {
      this.#wasted += frame.end - start;
      return 'unclosed';
    }
    frame.at = end + 1;
    return this.#argument(frame, start + 1, end);
  }

  /** `[…]`; a bracket inside braces does not close it. */
  readBrackets(floor: number): ArgumentReading {
    this.#toNextText(floor);
    const frame = this.#frame;
    if (this.peek() !== 91) return null;
    const start = frame.at + 1;
    const end = closingBracket(frame.text, start, Math.min(frame.end, start + longestOptional));
    if (end < 0) return 'unclosed';
    frame.at = end + 1;
    return this.#argument(frame, start, end);
  }

  /** The text up to a mark outside braces; reads the mark too. */
  readUpTo(mark: string): string | null {
    const frame = this.#frame;
    for (let at = frame.at; at < frame.end; at++) {
      const code = frame.text.charCodeAt(at);
      if (hasMark(frame.text, mark, at) && at + mark.length <= frame.end) {
        const text = frame.text.slice(frame.at, at);
        frame.at = at + mark.length;
        return text;
      }
      if (code === 92) at++;
      if (code === 123) {
        const end = closingBrace(frame.text, at + 1, frame.end);
        if (end < 0) return null;
        at = end;
      }
    }
    return null;
  }

  /** Reads `text` if it comes next. */
  readExactly(text: string): boolean {
    const frame = this.#frame;
    if (!hasMark(frame.text, text, frame.at) || frame.at + text.length > frame.end) return false;
    frame.at += text.length;
    return true;
  }

  /** An argument may stand behind the end of an expansion. */
  #toNextText(floor: number): void {
    this.skipSpaces();
    while (this.#frame.at >= this.#frame.end && this.#frames.length > floor) {
      this.#pop();
      this.skipSpaces();
    }
  }

  #argument(frame: Frame, start: number, end: number): Argument {
    const { text, macro, origin } = frame;
    const span = macro ?? { start: origin + start, end: origin + end };
    return {
      text: text.slice(start, end),
      span,
      origin: { text, start, end, offset: origin, macro },
    };
  }

  #push(frame: Frame): void {
    this.#frame = frame;
    this.#frames.push(frame);
  }

  #pop(): void {
    this.#frames.pop();
    this.#frame = this.#frames[this.#frames.length - 1] ?? this.#frame;
  }
}

export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000;
}

/** Where the group that is open at `from` closes; -1 where it does not. */
export function closingBrace(text: string, from: number, end: number): number {
  let depth = 1;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return at;
  }
  return -1;
}

function closingBracket(text: string, from: number, end: number): number {
  let depth = 0;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 123) depth++;
    else if (code === 125 && depth-- <= 0) return -1;
    else if (code === 93 && depth === 0) return at;
  }
  return -1;
}
