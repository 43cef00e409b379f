// One definition of TeX, as files of macros and formulas hold it: what it defines.
import type { TexReader } from '../text/texReader.js';
import { wordTable } from '../text/wordTable.js';
import { DefinitionReader, type DefinitionFault } from './definitionReader.js';
import { macroOf, type Macro, type MacroScope } from './macros.js';

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

/** Whether a command, named without its backslash, defines something. */
export function isDefinition(command: string): boolean {
  return command in definers;
}

/** Reads what follows such a command; one that is not well made defines nothing. */
export function readTexDefinition(
  command: string,
  reader: TexReader,
  scope: MacroScope,
): DefinitionFault | null {
  const read = new DefinitionReader(reader, isDefinition);
  definers[command]?.(read, scope);
  return read.fault;
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
