// What the formulas and references of one block say to the numbering of the page.
import type { Block, Formula, ProseReference } from '../markdown/block.js';
import type { Display } from '../numbering/display.js';
import { bodyOf, type NumberingMacros } from '../numbering/macros.js';
import { mayDefineMacros, parseFormula } from '../numbering/parseDisplay.js';
import { signatureOf } from '../numbering/signature.js';
import { remembered } from '../remembered.js';
import type { Site } from '../site/site.js';

/** A pure function of the block, the site and the macros before it. */
export interface BlockMath {
  /** In the order of the source. */
  readonly entries: readonly MathEntry[];
  readonly macrosBefore: NumberingMacros;
  readonly macrosBehind: NumberingMacros;
}

export type MathEntry =
  | {
      readonly kind: 'formula';
      readonly formula: Formula;
      /** Its index among the formulas of the block. */
      readonly index: number;
      readonly display: Display;
    }
  | { readonly kind: 'reference'; readonly reference: ProseReference; readonly display: Display };

const none: readonly MathEntry[] = [];

export function readBlockMath(
  block: Pick<Block, 'formulas' | 'references'>,
  site: Site,
  macros: NumberingMacros,
): BlockMath {
  if (block.formulas.length === 0 && block.references.length === 0) {
    return { entries: none, macrosBefore: macros, macrosBehind: macros };
  }
  const entries: MathEntry[] = [];
  let macrosBehind = macros;
  for (const part of inOrder(block)) {
    if (part.kind === 'reference') entries.push(part);
    else {
      const reading = readFormula(part.formula, part.index, site, macrosBehind);
      if (reading === null) continue;
      macrosBehind = reading.macros;
      if (counts(reading.entry)) entries.push(reading.entry);
    }
  }
  return { entries, macrosBefore: macros, macrosBehind };
}

/** Posts whose blocks have the same signatures, in the same order, have the same numbers. */
export function blockSignature({ entries }: BlockMath): string {
  return entries.map(({ display }) => signatureOf(display)).join(';');
}

type Part =
  | { readonly kind: 'formula'; readonly formula: Formula; readonly index: number }
  | Extract<MathEntry, { kind: 'reference' }>;

function inOrder(block: Pick<Block, 'formulas' | 'references'>): Part[] {
  const parts: Part[] = block.formulas.map((formula, index) => ({
    kind: 'formula',
    formula,
    index,
  }));
  if (block.references.length === 0) return parts;
  for (const reference of block.references) {
    parts.push({ kind: 'reference', reference, display: displayOfReference(reference) });
  }
  return parts.sort((left, right) => startOf(left) - startOf(right));
}

function startOf(part: Part): number {
  return part.kind === 'formula' ? part.formula.span.start : part.reference.span.start;
}

/** A reference in prose is a formula of its own to MathJax. */
function displayOfReference({ command, key, span, keySpan }: ProseReference): Display {
  return {
    environment: '',
    rows: [],
    references: [{ command, key, span, keySpan }],
    error: null,
    otherError: null,
  };
}

const numberingPattern = /\\(?:label|tag|ref|eqref|begin)(?![a-zA-Z])/;

function readFormula(
  formula: Formula,
  index: number,
  site: Site,
  macros: NumberingMacros,
): { readonly entry: Extract<MathEntry, { kind: 'formula' }>; macros: NumberingMacros } | null {
  const { text } = formula.tex;
  const defines = mayDefineMacros(text);
  if (!formula.display && !defines && !numberingPattern.test(text) && !touchesNumbering(macros)) {
    return null;
  }
  const reading = parseFormula(text, delimiterOf(formula), site.math, macros, site.tags);
  return {
    entry: { kind: 'formula', formula, index, display: reading.display },
    macros: defines ? reading.macros : macros,
  };
}

/** kramdown makes `$$…$$` inside a paragraph an inline formula. */
function delimiterOf({ delimiter, display }: Formula): Formula['delimiter'] {
  return display || delimiter === '$' ? delimiter : '\\(';
}

/** An inline formula counts for the page where it has a number, a label or a reference. */
function counts({ formula, display }: Extract<MathEntry, { kind: 'formula' }>): boolean {
  return (
    formula.display ||
    display.references.length > 0 ||
    display.rows.some(({ numbering, labels }) => numbering.kind !== 'none' || labels.length > 0)
  );
}

/** Whether any macro in force may expand to what numbers or refers. */
const touchesNumbering = remembered(
  ({ commands, environments }: NumberingMacros) =>
    environments.size > 0 ||
    [...commands.values()].some((macro) =>
      numberingPattern.test(macro.kind === 'alias' ? `\\${macro.name}` : (bodyOf(macro) ?? '')),
    ),
);
