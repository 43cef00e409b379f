// `x_\boldsymbol{B}`, `\hat\mathbf x`: where TeX takes a command with its arguments, KaTeX wants braces.
import type { Construct, FormulaContext } from './construct.js';
import { expandMacro } from './macros.js';
import { isLetter, TexReader } from './texReader.js';

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

/** Commands whose argument may be such a command. Those of text read theirs otherwise. */
export const unbraced: Construct = {
  commands: [...argumentCounts.keys()].filter((name) => !/^text|^mbox$/.test(name)),
  rewrite(command, reader, formula) {
    const before = reader.position;
    const star = reader.star() ? '*' : '';
    const option = command === 'sqrt' || command === 'cfrac' ? reader.optional() : null;
    let rewritten = '';
    let found = false;
    for (let read = argumentCounts.get(command) ?? 0; read > 0; read--) {
      const group = commandGroup(reader, formula);
      found ||= group !== null;
      rewritten += group ?? `{${formula.translate(reader.argument() ?? '')}}`;
    }
    if (found) {
      const bracket = option === null ? '' : `[${formula.translate(option)}]`;
      return `\\${command}${star}${bracket}${rewritten}`;
    }
    reader.position = before;
    return null;
  },
};

/**
 * The next argument as a group, translated, where it is a command that itself takes arguments; else
 * `null`, and nothing is read. What a macro gives beyond that command follows the group.
 */
export function commandGroup(reader: TexReader, formula: FormulaContext): string | null {
  const before = reader.position;
  const macro = nextMacro(reader, formula);
  if (macro === null) {
    const script = commandWithArguments(reader);
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
    const macro = formula.macro(reader.commandName());
    if (macro && formula.mayExpand()) return expandMacro(macro, reader);
  }
  reader.position = before;
  return null;
}

function commandWithArguments(reader: TexReader): string | null {
  const before = reader.position;
  reader.skipSpaces();
  const start = reader.position;
  const isWord = reader.peek() === '\\' && isLetter(reader.source.charCodeAt(start + 1));
  const count = isWord ? argumentCounts.get(reader.commandName()) : undefined;
  if (count === undefined) {
    reader.position = before;
    return null;
  }
  reader.star();
  reader.optional();
  for (let read = 0; read < count; read++) readArgument(reader);
  return reader.source.slice(start, reader.position);
}

/** An argument, which may itself be a command with arguments. */
function readArgument(reader: TexReader): void {
  if (commandWithArguments(reader) === null) reader.argument();
}
