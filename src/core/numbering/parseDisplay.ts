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
  const profile = profileOf(math, tags);
  const isTheirs = !macros.commands.has('ref') && !macros.commands.has('eqref');
  const alone = isTheirs && profile.knowsLabels ? referenceAlone(tex, delimiter) : null;
  return alone === null ? readFormula(tex, delimiter, profile, macros) : { display: alone, macros };
}

const onlyReference = /^\\(ref|eqref)\{([^{}\\]*)\}$/;

/** `$\eqref{key}$` is what most references are, so it is read without a parser. */
function referenceAlone(tex: string, delimiter: Delimiter): Display | null {
  const match = delimiter === '$' ? onlyReference.exec(tex) : null;
  if (match === null) return null;
  const command = match[1] === 'ref' ? 'ref' : 'eqref';
  const key = match[2] ?? '';
  const span = { start: 0, end: tex.length };
  const keySpan = { start: tex.length - 1 - key.length, end: tex.length - 1 };
  return {
    environment: delimiter,
    rows: [{ span, numbering: { kind: 'none' }, labels: [], names: [] }],
    references: [{ command, key, span, keySpan }],
    error: null,
    otherError: null,
  };
}

export function mayDefineMacros(tex: string): boolean {
  return definitionPattern.test(tex);
}
