// From the TeX that MathJax reads to the TeX that KaTeX typesets, macros of the document expanded.
import { color } from './color.js';
import type { Construct } from './construct.js';
import { definitions } from './definitions.js';
import { droppedCommands } from './dropped.js';
import { environments } from './environments.js';
import { references } from './references.js';
import { renamedCommands } from './renamed.js';
import { rowMarks } from './rowMarks.js';
import { unbraced } from './scripts.js';
import { shapeDisplay } from './shapeDisplay.js';
import { stacked } from './stacked.js';
import type { NumberingMacros } from '../../core/numbering/macros.js';
import { text } from './text.js';
import {
  dialectOf,
  Translator,
  type FormulaReference,
  type TranslatorChoices,
} from './translator.js';
import { unicode } from './unicode.js';

const constructs: readonly Construct[] = [
  definitions,
  rowMarks,
  references,
  text,
  environments,
  unbraced,
  color,
  stacked,
  unicode,
  renamedCommands,
  droppedCommands,
];

const katexDialect = dialectOf(constructs, true);

export interface TranslatedFormula {
  readonly tex: string;
  /** In order; the `n`th stands in the TeX as `\href{eqref:n}{\text{(0)}}`. */
  readonly references: readonly FormulaReference[];
  /** The macros in force behind the formula. */
  readonly macros: NumberingMacros;
}

export interface TranslationChoices extends TranslatorChoices {
  readonly display: boolean;
}

export function translateFormula(tex: string, choices: TranslationChoices): TranslatedFormula {
  const translator = new Translator(katexDialect, choices);
  return {
    tex: choices.display ? translateDisplay(tex, translator) : translator.translate(tex),
    references: translator.references,
    macros: translator.scope.macros,
  };
}

function translateDisplay(tex: string, translator: Translator): string {
  const { open, rows, close } = shapeDisplay(tex);
  const body = rows.map((row) => translator.translate(row.text) + row.behind).join('');
  return rows.length === 1 && body.trim() === '' ? '' : open + body + close;
}
