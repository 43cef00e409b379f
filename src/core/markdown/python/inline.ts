// All that Python-Markdown makes of the text of one paragraph, heading or cell.
import type { EngineRules } from '../../site/engine.js';
import { raw } from '../../site/raw.js';
import { composeMapped } from '../../text/mapped.js';
import { pageTokens } from '../pageTokens.js';
import type { InlineScan } from '../inlineScan.js';
import type { TextPlace } from '../textPlace.js';
import { scanVisible, type InlineFormula, type InlineReference } from '../visibleMath.js';
import { visibleTexts } from '../visibleText.js';
import { hidden, TakenParts } from './masked.js';
import { pageOf } from './page.js';
import { readPatterns } from './patterns.js';
import { withoutUnread } from './readElements.js';
import { tokensOf } from './tokens.js';

const nothing: InlineScan = { formulas: [], references: [], tokens: [] };

export function scanPython(text: string, rules: EngineRules, place: TextPlace): InlineScan {
  const parts = new TakenParts();
  const masked = readPatterns({ text: text.replaceAll(hidden, ' '), start: 0 }, rules, parts);
  if (parts.isSpent) return nothing;
  const tokens = tokensOf(text, masked, parts);
  if (!/[$\\&]/.test(text)) return { ...nothing, tokens };
  const page = pageOf(text, masked, parts, place, (part) => readPatterns(part, rules, parts));
  const found = pageTokens(page.text);
  const read = rules.readsOnlyProtected ? withoutUnread(page.text, found) : found;
  const formulas: InlineFormula[] = [];
  const references: InlineReference[] = [];
  for (const visible of visibleTexts(page.text, read, raw, place))
    scanVisible(text, composeMapped(visible, page), formulas, references);
  if (!rules.readsOnlyProtected) return { formulas, references, tokens };
  return { formulas: formulas.map((one) => asWritten(text, one)), references: [], tokens };
}

/** The page has `\(` where the post may have dollars. */
function asWritten(text: string, formula: InlineFormula): InlineFormula {
  const start = text.startsWith('\\$', formula.start) ? formula.start + 1 : formula.start;
  if (formula.delimiter !== '\\(' || text.charCodeAt(start) !== 36) return { ...formula, start };
  return { ...formula, start, delimiter: text.charCodeAt(start + 1) === 36 ? '$$' : '$' };
}
