// A file of LaTeX definitions, read for its macros alone: nothing of it runs, and a bad line costs that line.
import { lineStarts, positionAt, splitLines } from '../text/lines.js';
import { TexReader } from '../text/texReader.js';
import { wordTable } from '../text/wordTable.js';
import { DefinitionReader, type DefinitionFault } from './definitionReader.js';
import { MacroScope, macroOf, type Macro, type NumberingMacros } from './macros.js';

export interface MacroFileReading {
  /** Those before the file, and those of the file. */
  readonly macros: NumberingMacros;
  readonly problems: readonly MacroProblem[];
}

export interface MacroProblem {
  readonly code: DefinitionFault;
  /** Zero-based. */
  readonly line: number;
  /** The command that defines, such as `\newcommand`. */
  readonly subject: string;
}

type Definer = (read: DefinitionReader, scope: MacroScope) => void;

const definers = wordTable<Definer>({
  newcommand: defineCommand,
  renewcommand: defineCommand,
  DeclareRobustCommand: defineCommand,
  providecommand: (read, scope) => {
    defineCommand(read, scope, true);
  },
  def: defineByTemplate,
  gdef: defineByTemplate,
  edef: defineByTemplate,
  xdef: defineByTemplate,
  let: defineAlias,
  DeclareMathOperator: defineOperator,
  DeclarePairedDelimiter: defineDelimiters,
  NewDocumentCommand: defineDocumentCommand,
  RenewDocumentCommand: defineDocumentCommand,
  DeclareDocumentCommand: defineDocumentCommand,
  ProvideDocumentCommand: (read, scope) => {
    defineDocumentCommand(read, scope, true);
  },
  newenvironment: defineEnvironment,
  renewenvironment: defineEnvironment,
});

export function readMacroFile(text: string, before: NumberingMacros): MacroFileReading {
  const source = withoutComments(text);
  const reader = new TexReader(source);
  const scope = new MacroScope(before);
  const faults: { readonly at: number; readonly code: DefinitionFault; readonly name: string }[] =
    [];
  const end = preambleEnd(source);
  for (let at = source.indexOf('\\'); at >= 0 && at < end; at = source.indexOf('\\', at)) {
    reader.position = at;
    const name = reader.commandName();
    const define = definers[name];
    if (define) {
      const read = new DefinitionReader(reader, (candidate) => candidate in definers);
      define(read, scope);
      if (read.fault !== null) {
        faults.push({ at, code: read.fault, name });
        reader.position = lineEnd(source, at);
      }
    }
    at = reader.position;
  }
  const starts = faults.length === 0 ? null : lineStarts(splitLines(text));
  return {
    macros: scope.macros,
    problems: faults.map(({ at, code, name }) => ({
      code,
      line: starts === null ? 0 : positionAt(starts, at).line,
      subject: `\\${name}`,
    })),
  };
}

/** `\newcommand*{\name}[2][default]{body}` */
function defineCommand(read: DefinitionReader, scope: MacroScope, onlyNew = false): void {
  read.star();
  const name = read.name();
  const count = read.count();
  const optional = read.optional();
  define(read, scope, name, macroOf(read.body(count), count, optional), onlyNew);
}

/** `\def\name#1-#2{body}` */
function defineByTemplate(read: DefinitionReader, scope: MacroScope): void {
  const name = read.name();
  const marks = read.template();
  const count = marks.length - 1;
  const body = read.body(count);
  const isPlain = marks.every((mark) => mark === '');
  define(read, scope, name, isPlain ? macroOf(body, count) : { kind: 'template', marks, body });
}

/** `\let\name=\other`: the other keeps the meaning that it has here. */
function defineAlias(read: DefinitionReader, scope: MacroScope): void {
  const name = read.name();
  const meaning = read.meaning();
  if (meaning === `\\${name}`) return;
  const target = meaning.startsWith('\\') ? meaning.slice(1) : null;
  const macro: Macro =
    target === null ? macroOf(meaning) : (scope.command(target) ?? { kind: 'alias', name: target });
  define(read, scope, name, macro);
}

function defineOperator(read: DefinitionReader, scope: MacroScope): void {
  const command = read.star() ? '\\operatorname*' : '\\operatorname';
  const name = read.name();
  define(read, scope, name, macroOf(`${command}{${read.body(0)}}`));
}

function defineDelimiters(read: DefinitionReader, scope: MacroScope): void {
  const name = read.name();
  const open = read.body(0);
  define(read, scope, name, { kind: 'delimiters', open, close: read.body(0) });
}

/** `\NewDocumentCommand{\name}{O{default} m}{body}`; other kinds of arguments have no like here. */
function defineDocumentCommand(read: DefinitionReader, scope: MacroScope, onlyNew = false): void {
  const name = read.name();
  const { count, optional } = read.argumentKinds();
  define(read, scope, name, macroOf(read.body(count), count, optional), onlyNew);
}

function defineEnvironment(read: DefinitionReader, scope: MacroScope): void {
  read.star();
  const name = read.body(0).trim();
  const count = read.count();
  const optional = read.optional();
  const begin = read.body(count);
  const end = read.body(0);
  if (read.fault === null && name !== '') {
    scope.defineEnvironment(name, { count, optional, begin, end });
  }
}

function define(
  read: DefinitionReader,
  scope: MacroScope,
  name: string,
  macro: Macro,
  onlyNew = false,
): void {
  if (read.fault !== null || read.isInternal) return;
  if (!onlyNew || scope.command(name) === undefined) scope.define(name, macro);
}

/** Of the same length, so that every place stays what it is. */
function withoutComments(text: string): string {
  return text.replace(/\\[^]|%.*/g, (found) =>
    found.startsWith('%') ? ' '.repeat(found.length) : found,
  );
}

/** Of a whole article, what stands before its text. */
function preambleEnd(source: string): number {
  const found = /\\begin\s*\{document\}|\\endinput(?![a-zA-Z])/.exec(source);
  return found?.index ?? source.length;
}

function lineEnd(source: string, at: number): number {
  const found = /[\r\n]/g;
  found.lastIndex = at;
  return found.exec(source)?.index ?? source.length;
}
