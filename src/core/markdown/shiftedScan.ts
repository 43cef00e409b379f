// What a part of a text holds, with its offsets in the whole text.
import type { InlineScan } from './inlineScan.js';
import type { InlineToken } from './inlineToken.js';
import type { InlineFormula, InlineReference } from './visibleMath.js';

interface Extent {
  readonly start: number;
  readonly end: number;
}

export function shiftedScan({ formulas, references, tokens }: InlineScan, by: number): InlineScan {
  return {
    formulas: formulas.map((formula) => shiftedFormula(formula, by)),
    references: references.map((reference) => shiftedReference(reference, by)),
    tokens: tokens.map((token) => shiftedToken(token, by)),
  };
}

function shifted<T extends Extent>(extent: T, by: number): T {
  return { ...extent, start: extent.start + by, end: extent.end + by };
}

function shiftedFormula(formula: InlineFormula, by: number): InlineFormula {
  const { text, pieces } = formula.tex;
  const tex = { text, pieces: pieces.map(({ at, source }) => ({ at, source: source + by })) };
  return { ...shifted(formula, by), tex };
}

function shiftedReference(reference: InlineReference, by: number): InlineReference {
  const { keyStart, keyEnd } = reference;
  return { ...shifted(reference, by), keyStart: keyStart + by, keyEnd: keyEnd + by };
}

export function shiftedToken(token: InlineToken, by: number): InlineToken {
  switch (token.kind) {
    case 'formula': {
      const { texStart, texEnd } = token.formula;
      const tex = { texStart: texStart + by, texEnd: texEnd + by };
      return { ...shifted(token, by), formula: { ...shifted(token.formula, by), ...tex } };
    }
    case 'reference':
      return { ...shifted(token, by), key: shifted(token.key, by) };
    case 'link':
    case 'image':
      return {
        ...shifted(token, by),
        labelStart: token.labelStart + by,
        labelEnd: token.labelEnd + by,
        targetStart: token.targetStart + by,
        targetEnd: token.targetEnd + by,
      };
    default:
      return shifted(token, by);
  }
}
