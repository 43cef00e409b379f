// The formulas of a post without macros and comments: definitions show nothing, and uses are what they expand to.
import type { NumberingMacros } from '../../core/numbering/macros.js';
import { definitions } from '../../render/translate/definitions.js';
import { ownEnvironments } from '../../render/translate/ownEnvironments.js';
import { dialectOf, Translator } from '../../render/translate/translator.js';
import { keptArguments } from './keptArguments.js';

interface ExpandedFormula {
  readonly tex: string;
  /** Whether all of it was expanded: a macro may grow without end. */
  readonly isWhole: boolean;
}

const dialect = dialectOf([definitions, ownEnvironments, keptArguments], false);

/** Formulas are given in the order of the post: each may define macros for those behind it. */
export class MacroExpander {
  #macros: NumberingMacros;

  constructor(macros: NumberingMacros) {
    this.#macros = macros;
  }

  expand(tex: string): ExpandedFormula {
    const translator = new Translator(dialect, { macros: this.#macros, colorTakesArgument: false });
    const expanded = translator.translate(tex);
    this.#macros = translator.scope.macros;
    return { tex: expanded, isWhole: !translator.ranOut };
  }
}
