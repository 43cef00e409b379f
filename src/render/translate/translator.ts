// Walks through the TeX of a formula: macros are expanded, and constructs rewritten by what a dialect says of them.
import type { Construct, FormulaContext } from './construct.js';
import { expandMacro, join } from './macros.js';
import { commandGroup } from './scripts.js';
import { MacroScope, type Macro, type NumberingMacros } from '../../core/numbering/macros.js';
import { TexReader } from '../../core/text/texReader.js';

/** What a formula is translated to, beside that its macros are expanded. */
export interface Dialect {
  /** By the commands that they rewrite. */
  readonly constructs: ReadonlyMap<string, Construct>;
  /** Whether a command that is a script, and takes arguments, needs braces around it. */
  readonly bracesScripts: boolean;
}

export interface FormulaReference {
  readonly command: 'ref' | 'eqref';
  readonly key: string;
}

export interface TranslatorChoices {
  readonly macros: NumberingMacros;
  readonly colorTakesArgument: boolean;
}

export function dialectOf(constructs: readonly Construct[], bracesScripts: boolean): Dialect {
  const named = constructs.flatMap((construct) =>
    construct.commands.map((name) => [name, construct] as const),
  );
  return { constructs: new Map(named), bracesScripts };
}

/** Limits of expansion: what runs past them is left as it stands, and KaTeX names it. */
const maxExpansions = 5_000;
const maxLength = 200_000;
const maxDepth = 60;

export class Translator implements FormulaContext {
  readonly references: FormulaReference[] = [];
  readonly colorTakesArgument: boolean;
  readonly scope: MacroScope;
  inText = false;
  readonly #dialect: Dialect;
  #expansions = 0;
  #length = 0;
  /** How long all expansions are. */
  #expanded = 0;
  #depth = 0;
  #ranOut = false;

  constructor(dialect: Dialect, choices: TranslatorChoices) {
    this.#dialect = dialect;
    this.scope = new MacroScope(choices.macros);
    this.colorTakesArgument = choices.colorTakesArgument;
  }

  /** Whether a limit was met: something is left as it stood, or cut off. */
  get ranOut(): boolean {
    return this.#ranOut || this.#length >= maxLength;
  }

  translate(tex: string): string {
    return this.#nested(tex, false);
  }

  translateText(tex: string): string {
    return this.#nested(tex, true);
  }

  reference(command: 'ref' | 'eqref', key: string): string {
    this.references.push({ command, key });
    return `\\href{eqref:${this.references.length - 1}}{\\text{(0)}}`;
  }

  expand(macro: Macro, reader: TexReader): string | null {
    const isOver = this.#depth >= maxDepth || this.#expansions++ >= maxExpansions;
    const expansion = isOver ? null : expandMacro(macro, reader, maxLength - this.#expanded);
    if (expansion === null) this.#ranOut = true;
    this.#expanded += expansion?.length ?? 0;
    return expansion;
  }

  #nested(tex: string, inText: boolean): string {
    if (this.#depth >= maxDepth) return tex;
    const outer = this.inText;
    this.inText = inText;
    this.#depth++;
    const reader = new TexReader(tex);
    let output = '';
    let afterCommand = false;
    while (!reader.atEnd && this.#length < maxLength) {
      const isCommand = reader.peek() === '\\';
      const piece = inText ? this.#textPiece(reader) : this.#mathPiece(reader);
      if (piece === '') continue;
      this.#length += piece.length;
      output = afterCommand || isCommand ? join(output, piece) : output + piece;
      afterCommand = isCommand || piece.length > 1;
    }
    this.#depth--;
    this.inText = outer;
    return output;
  }

  #mathPiece(reader: TexReader): string {
    const next = reader.peek();
    if (next === '\\') return this.#command(reader);
    if (next === '%') {
      reader.skipComment();
      return '';
    }
    reader.position++;
    if ((next !== '_' && next !== '^') || !this.#dialect.bracesScripts) return next;
    return next + (commandGroup(reader, this) ?? '');
  }

  #textPiece(reader: TexReader): string {
    const next = reader.peek();
    if (next === '\\') return this.#command(reader);
    if (next === '$') return this.#mathInText(reader);
    reader.position++;
    if (next === '^') return '\\textasciicircum{}';
    return '_&#%'.includes(next) ? `\\${next}` : next;
  }

  #mathInText(reader: TexReader): string {
    const end = reader.source.indexOf('$', reader.position + 1);
    if (end < 0) {
      reader.position++;
      return '\\$';
    }
    const inside = reader.source.slice(reader.position + 1, end);
    reader.position = end + 1;
    return `$${this.translate(inside)}$`;
  }

  #command(reader: TexReader): string {
    const name = reader.commandName();
    const macro = this.scope.command(name);
    if (!macro) return this.#builtin(name, reader);
    if (macro.kind === 'alias') return this.#builtin(macro.name, reader);
    const behind = reader.position;
    const expansion = this.expand(macro, reader);
    if (expansion !== null) return this.#nested(expansion, this.inText);
    reader.position = behind;
    return `\\${name}`;
  }

  #builtin(name: string, reader: TexReader): string {
    const behind = reader.position;
    const rewritten = this.#dialect.constructs.get(name)?.rewrite(name, reader, this) ?? null;
    if (rewritten !== null) return rewritten;
    reader.position = behind;
    return `\\${name}`;
  }
}
