// From the TeX that MathJax reads to the TeX that KaTeX typesets, macros of the document expanded.
import { color } from './color.js';
import type { Construct, FormulaContext } from './construct.js';
import { definitions } from './definitions.js';
import { droppedCommands } from './dropped.js';
import { environments } from './environments.js';
import { expandMacro, join } from './macros.js';
import { references } from './references.js';
import { renamedCommands } from './renamed.js';
import { rowMarks } from './rowMarks.js';
import { commandGroup, unbraced } from './scripts.js';
import { shapeDisplay } from './shapeDisplay.js';
import { stacked } from './stacked.js';
import { MacroScope, type Macro, type NumberingMacros } from '../../core/numbering/macros.js';
import { TexReader } from '../../core/text/texReader.js';
import { text } from './text.js';
import { unicode } from './unicode.js';

const constructs: readonly Construct[] = [
  definitions,
  rowMarks,
  references,
  text,
  environments,
  unbraced,
  color,
  stacked,
  unicode,
  renamedCommands,
  droppedCommands,
];

const constructOf: ReadonlyMap<string, Construct> = new Map(
  constructs.flatMap((construct) => construct.commands.map((name) => [name, construct] as const)),
);

/** Limits of expansion: what runs past them is left as it stands, and KaTeX names it. */
const maxExpansions = 5_000;
const maxLength = 200_000;
const maxDepth = 60;

export interface FormulaReference {
  readonly command: 'ref' | 'eqref';
  readonly key: string;
}

export interface TranslatedFormula {
  readonly tex: string;
  /** In order; the `n`th stands in the TeX as `\href{eqref:n}{\text{(0)}}`. */
  readonly references: readonly FormulaReference[];
  /** The macros in force behind the formula. */
  readonly macros: NumberingMacros;
}

export interface TranslationChoices {
  readonly display: boolean;
  readonly macros: NumberingMacros;
  readonly colorTakesArgument: boolean;
}

export function translateFormula(tex: string, choices: TranslationChoices): TranslatedFormula {
  const translator = new Translator(choices);
  return {
    tex: choices.display ? translateDisplay(tex, translator) : translator.translate(tex),
    references: translator.references,
    macros: translator.scope.macros,
  };
}

function translateDisplay(tex: string, translator: Translator): string {
  const { open, rows, close } = shapeDisplay(tex);
  const body = rows.map((row) => translator.translate(row.text) + row.behind).join('');
  return rows.length === 1 && body.trim() === '' ? '' : open + body + close;
}

class Translator implements FormulaContext {
  readonly references: FormulaReference[] = [];
  readonly colorTakesArgument: boolean;
  readonly scope: MacroScope;
  inText = false;
  #expansions = 0;
  #length = 0;
  /** How long all expansions are. */
  #expanded = 0;
  #depth = 0;

  constructor(choices: TranslationChoices) {
    this.scope = new MacroScope(choices.macros);
    this.colorTakesArgument = choices.colorTakesArgument;
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
    if (this.#depth >= maxDepth || this.#expansions++ >= maxExpansions) return null;
    const expansion = expandMacro(macro, reader, maxLength - this.#expanded);
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
    if (next !== '_' && next !== '^') return next;
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
    const rewritten = constructOf.get(name)?.rewrite(name, reader, this) ?? null;
    if (rewritten !== null) return rewritten;
    reader.position = behind;
    return `\\${name}`;
  }
}
