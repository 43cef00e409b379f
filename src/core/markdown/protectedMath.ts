// What MathJax finds in what an engine knows as math and writes anew: as a display.
import { FormulaMatcher } from './formula.js';
import { displayInside } from './protectedBlocks.js';
import { blanksTrimmed } from './protectedTexts.js';
import { scanVisible, type InlineFormula, type InlineReference } from './visibleMath.js';
import { identityText, MappedBuilder, sliceMapped, type MappedText } from '../text/mapped.js';
import { decodeEntities } from '../site/decode.js';
import type { Protection } from '../site/engine.js';

interface InlineMath {
  readonly formulas: readonly InlineFormula[];
  readonly references: readonly InlineReference[];
}

/** The content of a block that the engine knows as a display. */
export function scanDisplay(text: string, protection: Protection): InlineMath {
  const whole = displayOf(text, protection);
  if (whole !== null) return { formulas: [whole], references: [] };
  const formulas: InlineFormula[] = [];
  const references: InlineReference[] = [];
  scanVisible(text, displayPage(text, protection), formulas, references);
  return { formulas, references };
}

/** The display that is all of such a block; `null` where the math engine finds something else in it. */
export function displayOf(text: string, protection: Protection): InlineFormula | null {
  const page = displayPage(text, protection);
  const found = new FormulaMatcher(page.text, null).match(0);
  if (found?.display !== true || found.end !== page.text.length) return null;
  const isEnvironment = protection.open === '\\begin';
  return {
    start: 0,
    end: text.length,
    delimiter: isEnvironment ? 'environment' : protection.open === '$$' ? '$$' : found.delimiter,
    display: true,
    tex: sliceMapped(page, found.texStart, found.texEnd),
  };
}

/** The text that such a block is in the page. */
export function displayPage(text: string, protection: Protection): MappedText {
  const whole = identityText(text, 0);
  if (!isRewritten(protection)) return whole;
  const [start, end] = displayInside(text, protection);
  if (protection.written === 'element')
    return rewritten(decodeEntities(sliceMapped(whole, start, end)), text.length);
  const { texStart, texEnd } = blanksTrimmed(text, { texStart: start, texEnd: end });
  return rewritten(sliceMapped(whole, texStart, texEnd), text.length);
}

/** A formula of the engine's as the page has it. */
function rewritten(tex: MappedText, end: number): MappedText {
  const builder = new MappedBuilder();
  builder.append('\\[', 0);
  builder.appendPart(tex, 0, tex.text.length);
  builder.append('\\]', end - 2);
  return builder.build(0);
}

function isRewritten(protection: Protection | null): boolean {
  return protection?.written === 'round' || protection?.written === 'element';
}
