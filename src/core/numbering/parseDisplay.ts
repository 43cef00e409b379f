// What one formula states about its rows, tags, labels and references.
import type { Delimiter } from '../markdown/block.js';
import type { MathEngine, TagMode } from '../site/site.js';
import { definitionPattern } from './commands.js';
import type { Display } from './display.js';
import { readFormula, type FormulaReading } from './formulaParser.js';
import { noMacros, type NumberingMacros } from './macros.js';
import { profileOf } from './profiles.js';

/**
 * `tex` is decoded, without its delimiters; an environment is its own TeX. `macros` are those that
 * stand before it on its page.
 */
export function parseDisplay(
  tex: string,
  delimiter: Delimiter,
  math: MathEngine,
  macros: NumberingMacros = noMacros,
  tags: TagMode = 'ams',
): Display {
  return parseFormula(tex, delimiter, math, macros, tags).display;
}

/** The same, with the macros that hold behind the formula. */
export function parseFormula(
  tex: string,
  delimiter: Delimiter,
  math: MathEngine,
  macros: NumberingMacros,
  tags: TagMode,
): FormulaReading {
  return readFormula(tex, delimiter, profileOf(math, tags), macros);
}

export function mayDefineMacros(tex: string): boolean {
  return definitionPattern.test(tex);
}
