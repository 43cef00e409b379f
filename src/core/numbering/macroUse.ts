// Which macros a piece of TeX uses, directly or through others, and how they are written as TeX again.
import {
  bodyOf,
  noMacros,
  type Macro,
  type NumberingMacros,
  type UserEnvironment,
} from './macros.js';

/** Those alone: a file may define thousands, and a formula uses a few. */
export function usedMacros(macros: NumberingMacros, texts: readonly string[]): NumberingMacros {
  if (macros.commands.size === 0 && macros.environments.size === 0) return noMacros;
  const commands = new Map<string, Macro>();
  const environments = new Map<string, UserEnvironment>();
  const waiting = [...texts];
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    for (const [name, macro] of found(text, /\\([a-zA-Z]+|.)/gsu, macros.commands)) {
      if (commands.has(name)) continue;
      commands.set(name, macro);
      waiting.push(bodyOf(macro) ?? '', macro.kind === 'macro' ? (macro.optional ?? '') : '');
    }
    for (const [name, macro] of found(text, /\\begin\s*\{([^{}]*)\}/g, macros.environments)) {
      if (environments.has(name)) continue;
      environments.set(name, macro);
      waiting.push(macro.begin, macro.end, macro.optional ?? '');
    }
  }
  return { commands, environments };
}

function found<Value>(
  text: string,
  pattern: RegExp,
  table: ReadonlyMap<string, Value>,
): readonly (readonly [string, Value])[] {
  return [...text.matchAll(pattern)].flatMap(([, name = '']) => {
    const value = table.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
}

/** What aliases mean is saved first: other macros may take its name, and others may stand for one another. */
export function definitionsOf({ commands, environments }: NumberingMacros): readonly string[] {
  const saved: string[] = [];
  const definitions: string[] = [];
  for (const [name, macro] of commands) {
    if (macro.kind !== 'alias') definitions.push(definitionOf(name, macro));
    else {
      const keeper = `\\keeper${letters(saved.length)}`;
      saved.push(`\\let${keeper}=\\${macro.name}`);
      definitions.push(`\\let\\${name}=${keeper}`);
    }
  }
  for (const [name, { count, optional, begin, end }] of environments) {
    const head = `\\newenvironment{${name}}${parameters(count, optional)}`;
    definitions.push(`${head}{${begin}}{${end}}`);
  }
  return [...saved, ...definitions];
}

/** Names of commands have no digits. */
function letters(number: number): string {
  return String(number).replace(/\d/g, (digit) => String.fromCharCode(65 + Number(digit)));
}

/** Of one macro, as LaTeX defines it. */
export function definitionOf(name: string, macro: Macro): string {
  switch (macro.kind) {
    case 'macro':
      return `\\newcommand{\\${name}}${parameters(macro.count, macro.optional)}{${macro.body}}`;
    case 'template':
      return `\\def\\${name}${templateOf(macro.marks)}{${macro.body}}`;
    case 'delimiters':
      return `\\DeclarePairedDelimiter{\\${name}}{${macro.open}}{${macro.close}}`;
    case 'alias':
      return `\\let\\${name}=\\${macro.name}`;
  }
}

function parameters(count: number, optional: string | null): string {
  if (count === 0) return '';
  return `[${count}]${optional === null ? '' : `[${optional}]`}`;
}

function templateOf(marks: readonly string[]): string {
  return marks.map((mark, at) => (at === 0 ? mark : `#${at}${mark}`)).join('');
}
