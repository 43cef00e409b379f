// Which commands KaTeX knows by itself, asked of KaTeX.
import { katexClasses, type KatexExpander } from './katexInternals.js';

let expander: KatexExpander | null = null;

/** `name` is without its backslash. What a row may end with, `\cr`, is known only inside of its environment. */
export function isKnownToKatex(name: string): boolean {
  expander ??= emptyExpander();
  return expander.isDefined(`\\${name}`);
}

function emptyExpander(): KatexExpander {
  const { Parser, Settings } = katexClasses();
  return new Parser('', new Settings({ macros: {} })).gullet;
}
