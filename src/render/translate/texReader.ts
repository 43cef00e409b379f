// Reads commands and their arguments from TeX, character by character, without expanding anything.

export class TexReader {
  readonly source: string;
  position = 0;

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
    const end = this.peek() === '[' ? this.#closing(this.position + 1, ']') : -1;
    if (end < 0) {
      this.position = before;
      return null;
    }
    const content = this.source.slice(this.position + 1, end);
    this.position = end + 1;
    return content;
  }

  #group(): string {
    const start = this.position + 1;
    const end = this.#closing(start, '}');
    this.position = end < 0 ? this.source.length : end + 1;
    return this.source.slice(start, end < 0 ? undefined : end);
  }

  /** Where `close` stands outside all braces, -1 where it does not. */
  #closing(from: number, close: string): number {
    let depth = 0;
    for (let at = from; at < this.source.length; at++) {
      const character = this.source[at];
      if (character === close && depth === 0) return at;
      if (character === '\\') at++;
      else if (character === '{') depth++;
      else if (character === '}' && --depth < 0) return -1;
    }
    return -1;
  }
}

export function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
