// Reads commands and their arguments from TeX, character by character, without expanding anything.

export class TexReader {
  readonly source: string;
  position = 0;
  #ends: ReadonlyMap<number, number> | null = null;

  constructor(source: string) {
    this.source = source;
  }

  get atEnd(): boolean {
    return this.position >= this.source.length;
  }

  peek(): string {
    return this.source[this.position] ?? '';
  }

  /** The name of the command whose backslash stands at the position: letters, or one character. */
  commandName(): string {
    const start = ++this.position;
    while (isLetter(this.source.charCodeAt(this.position))) this.position++;
    if (this.position === start && !this.atEnd) {
      this.position += String.fromCodePoint(this.source.codePointAt(start) ?? 0).length;
    }
    return this.source.slice(start, this.position);
  }

  skipSpaces(): void {
    for (;;) {
      while (isSpace(this.source.charCodeAt(this.position))) this.position++;
      if (this.peek() !== '%') return;
      this.skipComment();
    }
  }

  /** From `%` to behind the end of its line. */
  skipComment(): void {
    const end = this.source.indexOf('\n', this.position);
    this.position = end < 0 ? this.source.length : end + 1;
  }

  star(): boolean {
    if (this.peek() !== '*') return false;
    this.position++;
    return true;
  }

  /** Whether the brace or bracket at the position is closed. */
  closes(): boolean {
    return this.#end(this.position) >= 0;
  }

  /** The next argument without its braces, `null` at the end of the text or of the group. */
  argument(): string | null {
    this.skipSpaces();
    const next = this.peek();
    if (next === '' || next === '}') return null;
    if (next === '{') return this.#group();
    const start = this.position;
    if (next === '\\') this.commandName();
    else this.position += String.fromCodePoint(this.source.codePointAt(start) ?? 0).length;
    return this.source.slice(start, this.position);
  }

  /** The next argument in brackets, `null` where there is none. */
  optional(): string | null {
    const before = this.position;
    this.skipSpaces();
    const end = this.peek() === '[' ? this.#end(this.position) : -1;
    if (end < 0) {
      this.position = before;
      return null;
    }
    const content = this.source.slice(this.position + 1, end);
    this.position = end + 1;
    return content;
  }

  /** What stands before a mark, which is outside of all braces, and goes behind it; `null` where there is none. */
  until(mark: string): string | null {
    const start = this.position;
    while (!hasMark(this.source, mark, this.position)) {
      if (this.atEnd || this.peek() === '}') return null;
      if (this.peek() === '\\') this.commandName();
      else if (this.peek() === '{') this.#group();
      else this.position++;
    }
    const before = this.source.slice(start, this.position);
    this.position += mark.length;
    return /^\{[^{}]*\}$/.test(before) ? before.slice(1, -1) : before;
  }

  #group(): string {
    const start = this.position + 1;
    const end = this.#end(this.position);
    this.position = end < 0 ? this.source.length : end + 1;
    return this.source.slice(start, end < 0 ? undefined : end);
  }

  /** Where the brace or bracket closes that opens at a place, -1 where it does not. */
  #end(open: number): number {
    this.#ends ??= endsOf(this.source);
    return this.#ends.get(open) ?? -1;
  }
}

/** The ends of all braces and brackets: found at once, since each may hold all that follow. */
function endsOf(source: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const braces: { readonly open: number; readonly brackets: number[] }[] = [];
  // Those that are open between the same braces.
  let brackets: number[] = [];
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === '\\') at++;
    else if (character === '[') brackets.push(at);
    else if (character === ']') {
      for (const open of brackets) ends.set(open, at);
      brackets = [];
    } else if (character === '{') {
      braces.push({ open: at, brackets });
      brackets = [];
    } else if (character === '}') {
      const brace = braces.pop();
      if (brace) ends.set(brace.open, at);
      brackets = brace?.brackets ?? [];
    }
  }
  return ends;
}

/** Whether a mark of a `\def` stands at a place: `\end` does not where `\endx` does. */
export function hasMark(source: string, mark: string, at: number): boolean {
  if (!source.startsWith(mark, at)) return false;
  return !/\\[a-zA-Z]+$/.test(mark) || !isLetter(source.charCodeAt(at + mark.length));
}

export function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
