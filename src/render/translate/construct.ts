// What MathJax accepts and KaTeX lacks, and how each is rewritten: one construct a file.
import type { Macro, MacroScope } from '../../core/numbering/macros.js';
import type { TexReader } from '../../core/text/texReader.js';

/** A command, or several of one kind, and the TeX that takes their place. */
export interface Construct {
  /** Without the backslash. */
  readonly commands: readonly string[];
  /** Reads the command's arguments and gives the TeX for it; `null` leaves the command as it is. */
  rewrite(command: string, reader: TexReader, formula: FormulaContext): string | null;
}

/** The formula that is being translated, as far as a construct may see and change it. */
export interface FormulaContext {
  readonly inText: boolean;
  /** `\color{red}{x}` colours one argument, as in MathJax 2. */
  readonly colorTakesArgument: boolean;
  translate(tex: string): string;
  translateText(tex: string): string;
  /** What is defined where the formula is read, and by it. */
  readonly scope: MacroScope;
  /** A place for the text of a reference. */
  reference(command: 'ref' | 'eqref', key: string): string;
  /** What a use of a macro becomes, its arguments read; `null` where the formula may expand no more. */
  expand(macro: Macro, reader: TexReader): string | null;
}
