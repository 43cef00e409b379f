// `x_\boldsymbol{B}`, `\hat\mathbf x`: where TeX takes a command with its arguments, KaTeX wants braces.
import type { Construct, FormulaContext } from './construct.js';
import { isLetter, TexReader } from '../../core/text/texReader.js';

const oneArgument = [
  ...['boldsymbol', 'bm', 'mathrm', 'mathbf', 'mathit', 'mathsf', 'mathtt', 'mathcal', 'mathbb'],
  ...[
    'mathscr',
    'mathfrak',
    'mathnormal',
    'mathop',
    'mathbin',
    'mathrel',
    'mathord',
    'operatorname',
  ],
  ...['overline', 'underline', 'tilde', 'hat', 'bar', 'vec', 'dot', 'ddot', 'check', 'breve'],
  ...[
    'widetilde',
    'widehat',
    'overrightarrow',
    'overleftarrow',
    'sqrt',
    'text',
    'textrm',
    'textbf',
  ],
  ...['textit', 'mbox', 'boxed', 'pmb', 'bold', 'not', 'phantom', 'underbrace', 'overbrace'],
];
const twoArguments = [
  'frac',
  'dfrac',
  'tfrac',
  'cfrac',
  'binom',
  'stackrel',
  'overset',
  'underset',
];

const argumentCounts: ReadonlyMap<string, number> = new Map([
  ...oneArgument.map((name) => [name, 1] as const),
  ...twoArguments.map((name) => [name, 2] as const),
]);

/** Commands that take a command that takes a command …: nobody writes more. */
const maxDepth = 20;

/** Commands whose argument may be such a command. Those of text read theirs otherwise. */
export const unbraced: Construct = {
  commands: [...argumentCounts.keys()].filter((name) => !/^text|^mbox$/.test(name)),
  rewrite(command, reader, formula) {
    const count = argumentCounts.get(command) ?? 0;
    const before = reader.position;
    const star = reader.star() ? '*' : '';
    const option = command === 'sqrt' || command === 'cfrac' ? reader.optional() : null;
    const start = reader.position;
    const isNeeded = takesCommand(reader, formula, count);
    reader.position = isNeeded ? start : before;
    if (!isNeeded) return null;
    let rewritten = option === null ? '' : `[${formula.translate(option)}]`;
    for (let read = 0; read < count; read++) {
      rewritten +=
        commandGroup(reader, formula) ?? `{${formula.translate(reader.argument() ?? '')}}`;
    }
    return `\\${command}${star}${rewritten}`;
  },
};

/** Whether one of the next arguments is a macro, or a command with arguments of its own. */
function takesCommand(reader: TexReader, formula: FormulaContext, count: number): boolean {
  for (let read = 0; read < count; read++) {
    reader.skipSpaces();
    const start = reader.position;
    if (reader.peek() === '\\') {
      const name = reader.commandName();
      if (argumentCounts.has(name) || formula.scope.command(name)) return true;
    }
    reader.position = start;
    reader.argument();
  }
  return false;
}

/**
 * The next argument as a group, translated, where it is a command that itself takes arguments; else
 * `null`, and nothing is read. What a macro gives beyond that command follows the group.
 */
export function commandGroup(reader: TexReader, formula: FormulaContext): string | null {
  const before = reader.position;
  const macro = nextMacro(reader, formula);
  if (macro === null) {
    const script = commandWithArguments(reader, formula);
    return script === null ? null : `{${formula.translate(script)}}`;
  }
  const expanded = new TexReader(macro);
  const group = commandGroup(expanded, formula);
  if (group === null) {
    reader.position = before;
    return null;
  }
  return group + formula.translate(expanded.source.slice(expanded.position));
}

/** The expansion of the macro that stands next; `null` where none does. */
function nextMacro(reader: TexReader, formula: FormulaContext): string | null {
  const before = reader.position;
  reader.skipSpaces();
  if (reader.peek() === '\\') {
    const macro = formula.scope.command(reader.commandName());
    const expansion = macro && macro.kind !== 'alias' ? formula.expand(macro, reader) : null;
    if (expansion !== null) return expansion;
  }
  reader.position = before;
  return null;
}

function commandWithArguments(
  reader: TexReader,
  formula: FormulaContext,
  depth = 0,
): string | null {
  const before = reader.position;
  reader.skipSpaces();
  const start = reader.position;
  const isWord = reader.peek() === '\\' && isLetter(reader.source.charCodeAt(start + 1));
  const name = isWord ? reader.commandName() : '';
  const macro = formula.scope.command(name);
  const count = argumentCounts.get(macro?.kind === 'alias' ? macro.name : name);
  if (count === undefined) {
    reader.position = before;
    return null;
  }
  reader.star();
  reader.optional();
  for (let read = 0; read < count; read++) readArgument(reader, formula, depth + 1);
  return reader.source.slice(start, reader.position);
}

/** An argument, which may itself be a command with arguments. */
function readArgument(reader: TexReader, formula: FormulaContext, depth: number): void {
  if (depth > maxDepth || commandWithArguments(reader, formula, depth) === null) reader.argument();
}
