// Where a piece of TeX, or all TeX of a post, names a macro.
import type { Snapshot } from '../../core/post/facts.js';
import {
  checkStart,
  isMark,
  isWorksheetFence,
  worksheetStart,
} from '../../core/post/worksheets.js';
import { MacroScope, noMacros } from '../../core/numbering/macros.js';
import { isDefinition, readTexDefinition } from '../../core/numbering/texDefinition.js';
import { spanToSource, type MappedText } from '../../core/text/mapped.js';
import { shiftSpan, type Span } from '../../core/text/span.js';
import { withoutComments } from '../../core/text/texComments.js';
import { TexReader } from '../../core/text/texReader.js';
import type { Occurrence } from './occurrence.js';

export interface MacroToken extends Occurrence {
  readonly name: string;
  /** It stands in what a definition gives, so that it means what its name means where that is used. */
  readonly isDeferred: boolean;
}

/** In order, in formulas, worksheets and marks; of one name, or of all. */
export function postMacroTokens(post: Snapshot, name: string | null = null): readonly MacroToken[] {
  return post.blocks.blocks.flatMap((_, at) => blockMacroTokens(post, at, name));
}

export function blockMacroTokens(
  { blocks: { blocks, starts } }: Snapshot,
  at: number,
  name: string | null = null,
): readonly MacroToken[] {
  const block = blocks[at];
  if (!block?.text.includes(name ?? '\\')) return [];
  const texts = [
    ...block.formulas.map(({ tex }) => tex),
    ...block.fences.filter(isWorksheetFence).map(({ body }) => body),
    ...block.comments
      .filter((one) => isMark(one) || worksheetStart(one) !== null || checkStart(one) !== null)
      .map(({ text }) => text),
  ];
  return texts
    .flatMap((tex) => macroTokens(tex, name))
    .map((token) => ({
      ...token,
      span: shiftSpan(token.span, starts[at] ?? 0),
      nameSpan: shiftSpan(token.nameSpan, starts[at] ?? 0),
    }))
    .sort((left, right) => left.span.start - right.span.start);
}

/** Spans are those of its source. */
export function macroTokens(tex: MappedText, name: string | null = null): readonly MacroToken[] {
  if (!tex.text.includes(name ?? '\\')) return [];
  return new TokenReader(tex, name).read();
}

/** Behind the command that defines: `\name`, `{\name}` or `{name}`. */
const definedName = /\s*\*?\s*\{?\s*\\?([a-zA-Z]+|[^\s\\{}a-zA-Z])/y;

class TokenReader {
  readonly #tex: MappedText;
  readonly #source: string;
  readonly #name: string | null;
  readonly #reader: TexReader;
  readonly #tokens: MacroToken[] = [];
  /** Where the outermost definition that is open ends. */
  #bodyEnd = 0;
  #isBodyDeferred = false;

  constructor(tex: MappedText, name: string | null) {
    this.#tex = tex;
    this.#source = withoutComments(tex.text);
    this.#name = name;
    this.#reader = new TexReader(this.#source);
  }

  read(): readonly MacroToken[] {
    const reader = this.#reader;
    const next = (): number => this.#source.indexOf('\\', reader.position);
    for (let at = next(); at >= 0; at = next()) {
      reader.position = at;
      const command = reader.commandName();
      const { position } = reader;
      if (command === 'verb') this.#skipVerbatim();
      else if (isDefinition(command)) this.#define(command, position);
      else this.#add('use', command, { start: at, end: position }, this.#isDeferred(at));
    }
    return this.#tokens;
  }

  #isDeferred(at: number): boolean {
    return at < this.#bodyEnd && this.#isBodyDeferred;
  }

  #define(command: string, behind: number): void {
    const isNested = behind < this.#bodyEnd;
    if ((!isNested && !this.#open(command)) || command.endsWith('environment')) return;
    definedName.lastIndex = behind;
    const name = definedName.exec(this.#source)?.[1];
    if (name === undefined) return;
    const end = definedName.lastIndex;
    const start = end - name.length - (this.#source[end - name.length - 1] === '\\' ? 1 : 0);
    this.#add('definition', name, { start, end }, isNested);
    this.#reader.position = end;
  }

  /** Whether what follows is a definition that is well made; the reader stands before it again. */
  #open(command: string): boolean {
    const behind = this.#reader.position;
    const fault = readTexDefinition(command, this.#reader, new MacroScope(noMacros));
    if (fault === null) {
      this.#bodyEnd = this.#reader.position;
      // An alias takes the meaning that is there.
      this.#isBodyDeferred = command !== 'let';
    }
    this.#reader.position = behind;
    return fault === null;
  }

  #add(role: MacroToken['role'], name: string, span: Span, isDeferred: boolean): void {
    if (this.#name !== null && name !== this.#name) return;
    this.#tokens.push({
      ...{ role, name, isDeferred },
      span: spanToSource(this.#tex, span),
      nameSpan: spanToSource(this.#tex, { start: span.end - name.length, end: span.end }),
    });
  }

  #skipVerbatim(): void {
    const { position } = this.#reader;
    const end = this.#source.indexOf(this.#source[position] ?? '', position + 1);
    this.#reader.position = end < 0 ? this.#source.length : end + 1;
  }
}
