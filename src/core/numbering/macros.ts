// The macros and environments that a page defines, and what they expand to.
import type { ArgumentReading, TexInput } from './texInput.js';

export type Macro =
  | {
      readonly kind: 'macro';
      readonly count: number;
      readonly optional: string | null;
      readonly body: string;
    }
  /** `\def` with marks between its parameters: `marks[n]` stands behind parameter n. */
  | { readonly kind: 'template'; readonly marks: readonly string[]; readonly body: string }
  /** `\DeclarePairedDelimiter`: `\name{x}`, `\name*{x}` and `\name[\big]{x}`. */
  | { readonly kind: 'delimiters'; readonly open: string; readonly close: string }
  /** `\let`: another name of a command that no page defined. */
  | { readonly kind: 'alias'; readonly name: string };

export function macroOf(body: string, count = 0, optional: string | null = null): Macro {
  return { kind: 'macro', count, optional, body };
}

/** What a use becomes; `null` for an alias, which becomes nothing but another name. */
export function bodyOf(macro: Macro): string | null {
  switch (macro.kind) {
    case 'macro':
    case 'template':
      return macro.body;
    case 'delimiters':
      return `${macro.open} #1 ${macro.close}`;
    case 'alias':
      return null;
  }
}

export interface UserEnvironment {
  readonly count: number;
  readonly optional: string | null;
  readonly begin: string;
  readonly end: string;
}

/** All that is defined at one place of a page. Never changed: a definition makes a new one. */
export interface NumberingMacros {
  readonly commands: ReadonlyMap<string, Macro>;
  readonly environments: ReadonlyMap<string, UserEnvironment>;
}

export const noMacros: NumberingMacros = { commands: new Map(), environments: new Map() };

/** The macros while a formula is read: one copy takes all its definitions. */
export class MacroScope {
  readonly #before: NumberingMacros;
  #commands: Map<string, Macro> | null = null;
  #environments: Map<string, UserEnvironment> | null = null;

  constructor(before: NumberingMacros) {
    this.#before = before;
  }

  command(name: string): Macro | undefined {
    return (this.#commands ?? this.#before.commands).get(name);
  }

  environment(name: string): UserEnvironment | undefined {
    return (this.#environments ?? this.#before.environments).get(name);
  }

  define(name: string, macro: Macro): void {
    this.#commands ??= new Map(this.#before.commands);
    this.#commands.set(name, macro);
  }

  defineEnvironment(name: string, environment: UserEnvironment): void {
    this.#environments ??= new Map(this.#before.environments);
    this.#environments.set(name, environment);
  }

  get macros(): NumberingMacros {
    if (this.#commands === null && this.#environments === null) return this.#before;
    return {
      commands: this.#commands ?? this.#before.commands,
      environments: this.#environments ?? this.#before.environments,
    };
  }
}

/** Macros by name, as a blog's configuration lists them: `#1` and the like are their arguments. */
export function macrosFromTable(table: Readonly<Record<string, string>>): NumberingMacros {
  const commands = new Map<string, Macro>();
  for (const [name, body] of Object.entries(table)) {
    const numbers = [...body.matchAll(/#([1-9])/g)].map((match) => Number(match[1]));
    commands.set(name, macroOf(body, Math.max(0, ...numbers)));
  }
  return commands.size === 0 ? noMacros : { commands, environments: new Map() };
}

/** Reads the definition whose command has just been read; one that is not well made defines nothing. */
export function readDefinition(
  command: string,
  input: TexInput,
  floor: number,
  scope: MacroScope,
): void {
  switch (command) {
    case 'newcommand':
    case 'renewcommand':
      return readNewCommand(input, floor, scope);
    case 'newenvironment':
    case 'renewenvironment':
      return readNewEnvironment(input, floor, scope);
    case 'DeclareMathOperator':
      return readOperator(input, floor, scope);
    case 'def':
      return readDef(input, floor, scope);
    default:
      return readLet(input, floor, scope);
  }
}

export const definitionCommands: ReadonlySet<string> = new Set([
  ...['newcommand', 'renewcommand', 'newenvironment', 'renewenvironment'],
  ...['DeclareMathOperator', 'def', 'let'],
]);

/** More than MathJax reads. */
const longestExpansion = 200_000;

/** The body with its parameters filled in; `null` where it names one that does not exist. */
export function substitute(body: string, args: readonly string[]): string | null {
  if (!body.includes('#')) return body;
  let text = '';
  for (let at = 0; at < body.length && text.length < longestExpansion; at++) {
    const char = body.charAt(at);
    if (char === '\\') text += char + body.charAt(++at);
    else if (char !== '#') text += char;
    else if (body.charAt(++at) === '#') text += '#';
    else {
      const argument = args[Number.parseInt(body.charAt(at), 10) - 1];
      if (argument === undefined) return null;
      text = joinTex(text, argument);
    }
  }
  return text;
}

/** What the use of a macro becomes, its arguments read; `null` where one is missing. */
export function expansionOf(
  macro: Exclude<Macro, { kind: 'alias' }>,
  input: TexInput,
  floor: number,
): string | null {
  const args = readMacroArguments(macro, input, floor);
  return args === null ? null : substitute(bodyOf(macro) ?? '', args);
}

function readMacroArguments(
  macro: Exclude<Macro, { kind: 'alias' }>,
  input: TexInput,
  floor: number,
): readonly string[] | null {
  switch (macro.kind) {
    case 'macro':
      return readArguments(input, floor, macro.count, macro.optional);
    case 'template':
      return readTemplate(input, floor, macro.marks);
    case 'delimiters':
      input.readStar();
      input.readBrackets(floor);
      return readArguments(input, floor, 1, null);
  }
}

/** Arguments of a macro's use, in order; `null` where one is missing. */
export function readArguments(
  input: TexInput,
  floor: number,
  count: number,
  optional: string | null,
): readonly string[] | null {
  const args: string[] = [];
  if (optional !== null && count > 0) args.push(textOf(input.readBrackets(floor)) ?? optional);
  while (args.length < count) {
    const text = textOf(input.readArgument(floor));
    if (text === null) return null;
    args.push(text);
  }
  return args;
}

/** Arguments of the use of a `\def` with marks. */
function readTemplate(
  input: TexInput,
  floor: number,
  marks: readonly string[],
): readonly string[] | null {
  input.skipSpaces();
  if (!input.readExactly(marks[0] ?? '')) return null;
  const args: string[] = [];
  for (const mark of marks.slice(1)) {
    const text = mark === '' ? textOf(input.readArgument(floor)) : input.readUpTo(mark);
    if (text === null) return null;
    args.push(withoutBraces(text));
  }
  return args;
}

function readNewCommand(input: TexInput, floor: number, scope: MacroScope): void {
  const name = commandName(textOf(input.readArgument(floor)));
  const count = argumentCount(input, floor);
  const optional = textOf(input.readBrackets(floor));
  const body = textOf(input.readArgument(floor));
  if (name === null || count === null || body === null) return;
  scope.define(name, macroOf(body, count, optional));
}

function readNewEnvironment(input: TexInput, floor: number, scope: MacroScope): void {
  const name = textOf(input.readArgument(floor))?.trim() ?? null;
  const count = argumentCount(input, floor);
  const optional = textOf(input.readBrackets(floor));
  const begin = textOf(input.readArgument(floor));
  const end = textOf(input.readArgument(floor));
  if (name === null || count === null || begin === null || end === null) return;
  scope.defineEnvironment(name, { count, optional, begin, end });
}

function readOperator(input: TexInput, floor: number, scope: MacroScope): void {
  const star = input.readStar() ? '*' : '';
  const name = commandName(textOf(input.readArgument(floor)));
  const operator = textOf(input.readArgument(floor));
  if (name === null || operator === null) return;
  scope.define(name, macroOf(`\\operatorname${star}{${operator}}`));
}

function readDef(input: TexInput, floor: number, scope: MacroScope): void {
  const name = controlSequence(input, floor);
  const parameters = readParameters(input);
  const body = textOf(input.readArgument(floor));
  if (name === null || parameters === null || body === null) return;
  const plain = parameters.every((mark) => mark === '');
  scope.define(
    name,
    plain ? macroOf(body, parameters.length - 1) : { kind: 'template', marks: parameters, body },
  );
}

function readLet(input: TexInput, floor: number, scope: MacroScope): void {
  const name = controlSequence(input, floor);
  input.skipSpaces();
  if (input.peek() === 61) input.skip(1);
  const value = textOf(input.readArgument(floor));
  if (name === null || value === null) return;
  if (!value.startsWith('\\')) {
    scope.define(name, macroOf(value));
    return;
  }
  const target = value.slice(1);
  if (target === name) return;
  scope.define(name, scope.command(target) ?? { kind: 'alias', name: target });
}

/** `\name` or `name`, as `\newcommand` takes both. */
function commandName(text: string | null): string | null {
  if (text === null) return null;
  const name = text.trim().replace(/^\\/, '');
  return /^(?:.|[a-zA-Z]+)$/.test(name) ? name : null;
}

function controlSequence(input: TexInput, floor: number): string | null {
  input.skipSpaces();
  if (input.peek() !== 92) return null;
  return textOf(input.readArgument(floor))?.slice(1) ?? null;
}

/** What stands before `#1`, behind `#1`, behind `#2`, …, up to the body. */
function readParameters(input: TexInput): readonly string[] | null {
  const marks: string[] = [''];
  for (;;) {
    const code = input.peek();
    if (code === -1) return null;
    if (code === 123) return marks.map((mark) => mark.trim());
    input.skip(1);
    if (code === 35) {
      input.skip(1);
      marks.push('');
    } else {
      marks.push((marks.pop() ?? '') + String.fromCharCode(code));
    }
  }
}

function argumentCount(input: TexInput, floor: number): number | null {
  const text = textOf(input.readBrackets(floor));
  if (text === null) return 0;
  return /^\s*[0-9]+\s*$/.test(text) ? Number.parseInt(text, 10) : null;
}

function textOf(reading: ArgumentReading): string | null {
  return reading === null || reading === 'unclosed' ? null : reading.text;
}

function withoutBraces(text: string): string {
  return /^\{[^{}]*\}$/.test(text) ? text.slice(1, -1) : text;
}

/** A space keeps a control word and a letter behind it apart. */
function joinTex(left: string, right: string): string {
  const word = /^[a-zA-Z]/.test(right) && /(?:^|[^\\])(?:\\\\)*\\[a-zA-Z]+$/.test(left.slice(-100));
  return word ? `${left} ${right}` : left + right;
}
