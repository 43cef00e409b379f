// The macros of a post as KaTeX takes them.
import { bodyOf, type Macro, type NumberingMacros } from '../core/numbering/macros.js';
import { usedMacros } from '../core/numbering/macroUse.js';
import type { TexMacros } from './tree.js';

/** Those that the texts use. One that KaTeX would read otherwise is a command that nobody knows. */
export function macrosForKatex(all: NumberingMacros, texts: readonly string[]): TexMacros {
  const macros: Record<string, string> = {};
  for (const [name, macro] of usedMacros(all, texts).commands) {
    macros[`\\${name}`] = katexBody(macro, all) ?? `\\${name}@`;
  }
  return macros;
}

function katexBody(macro: Macro, { commands }: NumberingMacros): string | null {
  // Of an alias KaTeX would expand what a macro has redefined since.
  if (macro.kind === 'alias') return commands.has(macro.name) ? null : `\\${macro.name}`;
  return countsItself(macro) ? bodyOf(macro) : null;
}

/** KaTeX counts the parameters of a body; it knows no optional ones, and no marks between them. */
function countsItself(macro: Macro): boolean {
  if (macro.kind === 'delimiters') return true;
  if (macro.kind !== 'macro' || macro.optional !== null) return false;
  const numbers = Array.from({ length: macro.count }, (_, at) => `#${at + 1}`);
  return numbers.every((number) => macro.body.includes(number));
}
