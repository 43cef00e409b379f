// The macros that hold before a post begins: of the user's settings, of the blog's files, of its configuration.
import { readMacroFile, type MacroProblem } from '../numbering/macroFile.js';
import { macrosFromTable, noMacros, type NumberingMacros } from '../numbering/macros.js';
import type { Config } from './config.js';

/** A file that a configuration names, and what it holds. */
export interface MacroFile {
  readonly path: string;
  readonly text: string;
}

export interface BlogMacros {
  readonly macros: NumberingMacros;
  readonly problems: readonly (MacroProblem & { readonly path: string })[];
}

/** Larger files hold more than macros. In megabytes. */
export const maxMacroFileSize = 1;

/** By its name: what else a folder holds is not for us to read. */
export function isMacroFile(path: string): boolean {
  return /\.(?:tex|sty)$/i.test(path);
}

/** Later ones win: settings, then files in their order, then those of the configuration itself. */
export function blogMacros(
  settings: NumberingMacros,
  files: readonly MacroFile[],
  { macros: table }: Pick<Config, 'macros'>,
): BlogMacros {
  let macros = settings;
  const problems: BlogMacros['problems'][number][] = [];
  for (const { path, text } of files) {
    const reading = readMacroFile(text, macros);
    macros = reading.macros;
    problems.push(...reading.problems.map((problem) => ({ ...problem, path })));
  }
  return { macros: joinMacros(macros, macrosFromTable(table)), problems };
}

function joinMacros(before: NumberingMacros, after: NumberingMacros): NumberingMacros {
  if (after === noMacros) return before;
  if (before === noMacros) return after;
  return {
    commands: new Map([...before.commands, ...after.commands]),
    environments: new Map([...before.environments, ...after.environments]),
  };
}
