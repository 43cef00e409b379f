// Walks through the TeX of one formula as MathJax's parser does, as far as numbers and labels depend on it.
import type { Delimiter } from '../markdown/block.js';
import type { Span } from '../text/span.js';
import { commandArguments, rowEnds, silentCommands } from './commands.js';
import type { Display, TexReference } from './display.js';
import {
  beginEnvironment,
  closeAll,
  closeBrace,
  endEnvironment,
  endRow,
  nextCell,
} from './environmentRules.js';
import { faultInPlace, firstError } from './faultInPlace.js';
import { FormulaState } from './formulaState.js';
import {
  definitionCommands,
  expansionOf,
  readDefinition,
  type Macro,
  type NumberingMacros,
} from './macros.js';
import type { Profile } from './profiles.js';
import { isSpace, type Origin } from './texInput.js';
import { findInText } from './textArgument.js';

/** Arguments that lie deeper are read in place. */
const maximalDepth = 100;

export interface FormulaReading {
  readonly display: Display;
  /** The macros behind the formula. */
  readonly macros: NumberingMacros;
}

export function readFormula(
  tex: string,
  delimiter: Delimiter,
  profile: Profile,
  macros: NumberingMacros,
): FormulaReading {
  return new FormulaParser(tex, delimiter, profile, macros).read();
}

class FormulaParser {
  readonly #state: FormulaState;
  readonly #references: TexReference[] = [];
  #depth = 0;

  readonly #tex: string;
  readonly #delimiter: Delimiter;
  readonly #macros: NumberingMacros;

  constructor(tex: string, delimiter: Delimiter, profile: Profile, macros: NumberingMacros) {
    const isInline = delimiter === '$' || delimiter === '\\(';
    this.#tex = tex;
    this.#delimiter = delimiter;
    this.#macros = macros;
    this.#state = new FormulaState(tex, isInline, profile, macros);
  }

  read(): FormulaReading {
    const state = this.#state;
    const delimiter = this.#delimiter;
    this.#run(0);
    closeAll(state);
    const isDisplay = state.display ?? !state.isInline;
    state.tagger.finish(state.whole, state.input.sourceEnd, isDisplay);
    const bare = delimiter === 'environment' ? state.firstEnvironment : null;
    const rows = state.tagger.rows();
    const fault = faultInPlace(this.#tex, this.#macros, rows);
    const display: Display = {
      environment: state.numberingEnvironment ?? bare ?? delimiter,
      rows,
      references: this.#references,
      error: firstError(fault, state.error),
      otherError: firstError(fault, state.otherError),
    };
    return { display, macros: state.scope.macros };
  }

  /** Reads on until nothing is left above `depth` frames of the input. */
  #run(depth: number): void {
    while (!this.#state.input.isFinished(depth)) this.#step();
  }

  /** What an environment of the author ends with may end another of them. */
  #runEnd(depth: number, start: number): void {
    const state = this.#state;
    if (this.#depth >= maximalDepth) {
      state.fail('endless-macro', '\\end', state.from(start), start);
      return;
    }
    this.#depth++;
    this.#run(depth);
    this.#depth--;
  }

  #step(): void {
    const state = this.#state;
    const { input } = state;
    const code = input.peek();
    const start = input.start();
    if (isSpace(code)) {
      input.skipSpaces();
      return;
    }
    input.skip(1);
    if (code === 92) this.#command(start);
    else if (code === 37) input.skipLine();
    else if (code === 123) state.open('brace', '{', null, state.from(start));
    else if (code === 125) closeBrace(state, start);
    else if (code === 38) nextCell(state);
    else state.top.content = true;
  }

  #command(start: number): void {
    const { input, scope } = this.#state;
    const name = input.readName();
    const macro = scope.command(name);
    if (macro === undefined) this.#builtin(name, start);
    else if (macro.kind === 'alias') this.#builtin(macro.name, start);
    else this.#expand(name, macro, start);
  }

  #expand(name: string, macro: Exclude<Macro, { kind: 'alias' }>, start: number): void {
    const { input, floor } = this.#state;
    const body = expansionOf(macro, input, floor);
    if (body !== null) this.#state.expand(`\\${name}`, body, start);
  }

  #builtin(name: string, start: number): void {
    const state = this.#state;
    if (rowEnds.has(name)) endRow(state, name, start);
    else if (definitionCommands.has(name)) {
      readDefinition(name, state.input, state.floor, state.scope);
    } else this.#numberingCommand(name, start);
  }

  #numberingCommand(name: string, start: number): void {
    const state = this.#state;
    switch (name) {
      case 'begin':
        return beginEnvironment(state, start);
      case 'end':
        return endEnvironment(state, start, (depth) => this.#runEnd(depth, start));
      case 'label':
        return this.#label(start);
      case 'tag':
        return this.#tag(start);
      case 'notag':
      case 'nonumber':
        return state.tagger.suppress();
      case 'ref':
      case 'eqref':
        return this.#reference(name, start);
      default:
        return this.#otherCommand(name, start);
    }
  }

  #otherCommand(name: string, start: number): void {
    const state = this.#state;
    if (!silentCommands.has(name)) state.top.content = true;
    if (name === 'left') this.#openLeft(start);
    else if (name === 'right') this.#closeRight();
    else if (name === 'verb') this.#verbatim();
    else this.#arguments(name, start);
  }

  #label(start: number): void {
    const state = this.#state;
    const argument = state.argument('\\label', start);
    if (argument === null || argument.text === '') return;
    const span = state.from(start);
    const { row, inner } = state.top;
    const tooMany = state.tagger.label(argument.text, span, argument.span, inner, row);
    if (!state.profile.knowsLabels) state.fail('unsupported-command', '\\label', span, start);
    else if (tooMany) state.fail('multiple-labels', argument.text, span, start);
  }

  #tag(start: number): void {
    const state = this.#state;
    const inline = state.isInline && !state.profile.tagsInline;
    const fault = inline ? 'tag-not-allowed' : state.tagger.tagFault();
    if (fault !== null) {
      const { environment } = state.tagger;
      const subject = fault === 'multiple-tags' ? '\\tag' : environment || this.#delimiter;
      state.fail(fault, subject, state.from(start), start);
    }
    const starred = state.input.readStar();
    const argument = state.argument('\\tag', start);
    if (fault === null && argument !== null) state.tagger.tag(argument.text.trim(), starred);
  }

  #reference(command: 'ref' | 'eqref', start: number): void {
    const state = this.#state;
    const argument = state.argument(`\\${command}`, start);
    state.top.content = true;
    if (argument === null) return;
    this.#addReference(command, argument.text, state.from(start), argument.span);
  }

  #addReference(command: 'ref' | 'eqref', key: string, span: Span, keySpan: Span): void {
    this.#references.push({ command, key, span, keySpan });
    if (this.#state.profile.knowsLabels) return;
    this.#state.fail('unsupported-command', `\\${command}`, span, span.start);
  }

  #openLeft(start: number): void {
    // `\left\\` has no delimiter, and opens nothing.
    if (this.#skipDelimiter() === '\\\\') return;
    this.#state.open('left', '\\left', null, this.#state.from(start));
  }

  #closeRight(): void {
    this.#skipDelimiter();
    if (this.#state.top.kind === 'left') this.#state.close();
  }

  #skipDelimiter(): string {
    const { input } = this.#state;
    input.skipSpaces();
    const code = input.peek();
    if (code === -1) return '';
    input.skip(1);
    return code === 92 ? `\\${input.readName()}` : String.fromCharCode(code);
  }

  #verbatim(): void {
    const { input } = this.#state;
    input.readStar();
    const mark = input.peek();
    if (mark === -1) return;
    input.skip(1);
    input.skipThrough(mark);
  }

  #arguments(name: string, start: number): void {
    const { input, floor } = this.#state;
    for (const kind of commandArguments.get(name) ?? '') {
      if (kind === '*') input.readStar();
      else if (kind === 'o') input.readBrackets(floor);
      else if (!this.#oneArgument(kind, name, start)) return;
    }
  }

  #oneArgument(kind: string, name: string, start: number): boolean {
    if (kind === 'm' && this.#depth >= maximalDepth) return false;
    const argument = this.#state.argument(`\\${name}`, start);
    if (argument === null) return false;
    if (kind === 'm') this.#formulaWithin(argument.origin);
    else if (kind === 't') this.#text(argument.origin);
    return true;
  }

  /** Reads a piece of text as a formula of its own. */
  #formulaWithin(origin: Origin): void {
    const state = this.#state;
    if (this.#depth >= maximalDepth) {
      const start = state.input.start();
      if (state.hasExpanded) state.fail('endless-macro', '$', state.from(start), start);
      return;
    }
    const around = state.level;
    const { row, inner } = state.top;
    const floor = state.input.depth;
    state.input.pushOrigin(origin);
    state.level = state.newLevel(row, inner, floor);
    this.#depth++;
    this.#run(floor);
    closeAll(state);
    this.#depth--;
    state.level = around;
  }

  #text(origin: Origin): void {
    for (const found of findInText(origin)) {
      if (found.kind === 'formula') this.#formulaWithin(found.origin);
      else this.#addReference(found.command, found.key, found.span, found.keySpan);
    }
  }
}
