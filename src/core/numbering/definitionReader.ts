// The parts of one definition of a macro file. The first fault stays; what is read after it means nothing.
import { TexReader } from '../text/texReader.js';

export type DefinitionFault =
  | 'unclosed-brace'
  | 'no-name'
  | 'no-body'
  /** It is no count from 0 to 9, or the body names a parameter beyond it. */
  | 'parameters'
  /** Arguments that macros of posts cannot have. */
  | 'argument-kinds'
  /** The body uses a command with `@` in its name, which no formula can. */
  | 'internal-command';

/** Nobody writes longer ones, and to look further would be slow where they have no end. */
const longestName = 100;
const longestTemplate = 500;

export class DefinitionReader {
  readonly #reader: TexReader;
  readonly #defines: (name: string) => boolean;
  #fault: DefinitionFault | null = null;
  #isInternal = false;

  /** The reader stands behind the command that defines; such commands are not defined themselves. */
  constructor(reader: TexReader, defines: (name: string) => boolean) {
    this.#reader = reader;
    this.#defines = defines;
  }

  get fault(): DefinitionFault | null {
    return this.#fault;
  }

  /** Its name is one that no formula can use: `\x@y`, or one that is made by `\csname`. */
  get isInternal(): boolean {
    return this.#isInternal;
  }

  star(): boolean {
    this.#reader.skipSpaces();
    return this.#reader.star();
  }

  /** `\name`, `{\name}` or `{name}`. */
  name(): string {
    const text = this.#argument('no-name').trim();
    const [, name] = /^\\?([a-zA-Z@]+|.)$/su.exec(text + this.#restOfName(text)) ?? [];
    if (name === undefined || this.#defines(name)) return this.#fail('no-name', '');
    if (name === 'csname' || name.includes('@')) this.#isInternal = true;
    return name;
  }

  /** `[2]`; 0 where it is not there. */
  count(): number {
    const text = this.optional();
    if (text === null) return 0;
    return /^\s*[0-9]\s*$/.test(text) ? Number(text) : this.#fail('parameters', 0);
  }

  optional(): string | null {
    return this.#reader.optional();
  }

  /** The next argument, in which `count` parameters have a meaning. */
  body(count: number): string {
    const body = this.#argument('no-body');
    const numbers = [...body.matchAll(/##|\\#|#([1-9])/g)].map(([, number = '0']) =>
      Number(number),
    );
    if (numbers.some((number) => number > count)) return this.#fail('parameters', '');
    // Names with `@` use one another: of them alone nothing reaches a formula.
    if (!this.#isInternal && /\\(?:[a-zA-Z]+@|@[a-zA-Z])/.test(body)) {
      return this.#fail('internal-command', '');
    }
    return body;
  }

  /** What `\let` gives, behind an equals sign or not. */
  meaning(): string {
    this.#reader.skipSpaces();
    if (this.#reader.peek() === '=') this.#reader.position++;
    const meaning = this.#argument('no-body');
    if (this.#restOfName(meaning) !== '') this.#isInternal = true;
    return meaning;
  }

  /** What stands before `#1`, behind `#1`, …, up to the body. */
  template(): readonly string[] {
    const { source, position } = this.#reader;
    const [marks = '', brace] =
      /^([^{}]*)(\{?)/.exec(source.slice(position, position + longestTemplate))?.slice(1) ?? [];
    if (brace !== '{') return this.#fail('no-body', ['']);
    this.#reader.position += marks.length;
    const parts = marks.split(/#([1-9])/);
    const isInOrder = parts.every((part, at) => at % 2 === 0 || Number(part) === (at + 1) / 2);
    if (!isInOrder || parts.some((part) => part.includes('#')))
      return this.#fail('parameters', ['']);
    return parts.filter((_, at) => at % 2 === 0).map((mark) => mark.trim());
  }

  /** `{O{x} m m}`: the first may have a default, all others must be there. */
  argumentKinds(): { readonly count: number; readonly optional: string | null } {
    const kinds = new TexReader(this.#argument('argument-kinds'));
    let optional: string | null = null;
    let count = 0;
    for (kinds.skipSpaces(); !kinds.atEnd; kinds.skipSpaces()) {
      const kind = kinds.argument();
      if (kind === '+' || kind === '!') continue;
      if (kind === 'O' && count === 0) optional = kinds.argument() ?? '';
      else if (kind !== 'm') return this.#fail('argument-kinds', { count, optional });
      count++;
    }
    return count > 9 ? this.#fail('parameters', { count, optional }) : { count, optional };
  }

  #argument(missing: DefinitionFault): string {
    this.#reader.skipSpaces();
    if (this.#reader.peek() === '{' && !this.#reader.closes())
      return this.#fail('unclosed-brace', '');
    const argument = this.#reader.argument();
    return argument ?? this.#fail(missing, '');
  }

  /** In files of packages `@` is a letter of names. */
  #restOfName(name: string): string {
    if (!/^\\(?:@|[a-zA-Z]+)$/.test(name)) return '';
    const { source, position } = this.#reader;
    const next = source.slice(position, position + longestName);
    const [rest = ''] = (name === '\\@' ? /^[a-zA-Z@]*/ : /^(?:@[a-zA-Z@]*)?/).exec(next) ?? [];
    this.#reader.position += rest.length;
    return rest;
  }

  #fail<Value>(fault: DefinitionFault, value: Value): Value {
    this.#fault ??= fault;
    return value;
  }
}
