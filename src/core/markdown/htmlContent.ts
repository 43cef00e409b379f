// What an HTML block holds: its comments, and the formulas that the math engine finds in its text.
// To the math engine it is a page already, whatever the Markdown engine: tags cut the text.
import type { EngineRules } from '../site/engine.js';
import { raw } from '../site/raw.js';
import { scanVisibleTexts } from './inline.js';
import type { InlineScan } from './inlineScan.js';
import { pageTokens } from './pageTokens.js';
import { xmlTokens } from './xmlBlocks.js';

export function scanHtml(
  content: string,
  { readsOnlyProtected, htmlBlocks }: EngineRules,
): InlineScan {
  const text = content.trimEnd();
  const tokens = htmlBlocks === 'xml' ? xmlTokens(text) : pageTokens(text);
  if (readsOnlyProtected) return { formulas: [], references: [], tokens };
  return { ...scanVisibleTexts(text, tokens, raw), tokens };
}
