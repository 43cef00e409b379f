// `\newcommand`, `\def`, `\let`, `\DeclareMathOperator`, …: they define, and show nothing.
import { wordTable } from '../../core/text/wordTable.js';
import type { Construct, FormulaContext } from './construct.js';
import { aliasOf, pairedDelimiters, plain, type Macro } from './macros.js';
import type { TexReader } from '../../core/text/texReader.js';

const definers = wordTable<(reader: TexReader, formula: FormulaContext) => string | null>({
  newcommand: defineCommand,
  renewcommand: defineCommand,
  providecommand: provideCommand,
  def: defineByTemplate,
  gdef: defineByTemplate,
  edef: defineByTemplate,
  xdef: defineByTemplate,
  let: defineAlias,
  DeclareMathOperator: defineOperator,
  DeclarePairedDelimiter: definePairedDelimiter,
  newenvironment: defineEnvironment,
  renewenvironment: defineEnvironment,
});

export const definitions: Construct = {
  commands: Object.keys(definers),
  rewrite: (command, reader, formula) => definers[command]?.(reader, formula) ?? null,
};

/** Whether a formula may define something: a cheap test before the true one. */
export function mayDefine(tex: string): boolean {
  return /\\(?:(?:re)?new|provide|Declare|[gex]?def|let)/.test(tex);
}

/** `\newcommand{\name}[2][default]{body}`; the backslash of the name is sometimes forgotten. */
function defineCommand(reader: TexReader, formula: FormulaContext): string {
  const definition = readCommand(reader);
  if (definition) formula.define(...definition);
  return '';
}

function provideCommand(reader: TexReader, formula: FormulaContext): string {
  const definition = readCommand(reader);
  if (definition && !formula.macro(definition[0])) formula.define(...definition);
  return '';
}

function readCommand(reader: TexReader): [string, Macro] | null {
  reader.star();
  const name = commandIn(reader.argument());
  const parameters = parameterCount(reader.optional());
  const optional = reader.optional();
  const body = reader.argument();
  return name === null || body === null
    ? null
    : [name, { parameters, optional, body, starred: null }];
}

/** `\def\name#1#2{body}`. A template with delimiters is left to KaTeX, for this formula alone. */
function defineByTemplate(reader: TexReader, formula: FormulaContext): string | null {
  const before = reader.position;
  const name = commandIn(reader.argument());
  const open = reader.source.indexOf('{', reader.position);
  const template = open < 0 ? '?' : reader.source.slice(reader.position, open);
  if (name === null || !/^(?:#[1-9])*\s*$/.test(template)) {
    reader.position = before;
    return null;
  }
  reader.position = open;
  const body = reader.argument() ?? '';
  const parameters = template.split('#').length - 1;
  formula.define(name, { parameters, optional: null, body, starred: null });
  return '';
}

function defineAlias(reader: TexReader, formula: FormulaContext): string {
  const name = commandIn(reader.argument());
  reader.skipSpaces();
  if (reader.peek() === '=') reader.position++;
  const meaning = reader.argument();
  if (name === null || meaning === null) return '';
  const target = commandIn(meaning);
  const known = target === null ? undefined : formula.macro(target);
  // An alias keeps the meaning of its moment, also when the other name is defined anew.
  formula.define(name, known ?? (target === null ? plain(meaning) : aliasOf(target)));
  return '';
}

function defineOperator(reader: TexReader, formula: FormulaContext): string {
  const command = reader.star() ? '\\operatorname*' : '\\operatorname';
  const name = commandIn(reader.argument());
  const text = reader.argument();
  if (name !== null && text !== null) {
    formula.define(name, plain(`${command}{${text}}`));
  }
  return '';
}

function definePairedDelimiter(reader: TexReader, formula: FormulaContext): string {
  const name = commandIn(reader.argument());
  const open = reader.argument();
  const close = reader.argument();
  if (name !== null && open !== null && close !== null) {
    formula.define(name, pairedDelimiters(open, close));
  }
  return '';
}

function defineEnvironment(reader: TexReader, formula: FormulaContext): string {
  const name = reader.argument();
  const parameters = parameterCount(reader.optional());
  const optional = reader.optional();
  const begin = reader.argument();
  const end = reader.argument();
  if (name !== null && begin !== null && end !== null) {
    formula.define(`begin ${name}`, { parameters, optional, body: begin, starred: null });
    formula.define(`end ${name}`, plain(end));
  }
  return '';
}

function commandIn(argument: string | null): string | null {
  const found = /^\s*\\?([a-zA-Z]+|.)\s*$/su.exec(argument ?? '');
  return found?.[1] ?? null;
}

function parameterCount(text: string | null): number {
  const count = Number(text ?? 0);
  return Number.isInteger(count) && count >= 0 && count <= 9 ? count : 0;
}
