// The formula that a command asks about: the one around the caret, or the worksheet line that it stands on.
import { offsetInBlock } from '../core/markdown/blockList.js';
import { isWorksheetFence, worksheetStart } from '../core/post/worksheets.js';
import type { Snapshot } from '../core/post/facts.js';
import { sliceMapped, type MappedText } from '../core/text/mapped.js';
import { shiftSpan, touches, type Span } from '../core/text/span.js';
import { formulaText, type FormulaText } from '../evaluate/formulaText.js';
import { splitStatements } from '../evaluate/worksheet/lines.js';
import { spanOf } from '../evaluate/worksheet/sources.js';
import { formulaAround } from './formulaAt.js';

export function formulaInQuestion(post: Snapshot, place: Span): FormulaText | null {
  const placed = formulaAround(post, place);
  if (!placed) return statementAt(post, place);
  return formulaText(placed.formula, placed.span.start - placed.formula.span.start);
}

function statementAt(post: Snapshot, place: Span): FormulaText | null {
  const { block, start: offset } = offsetInBlock(post.blocks, place.start);
  if (!block) return null;
  const inBlock = shiftSpan(place, -offset);
  const sheets: readonly MappedText[] = [
    ...block.fences.filter(isWorksheetFence).map(({ body }) => body),
    ...block.comments.flatMap(({ text }) => {
      const start = worksheetStart({ text, span: inBlock });
      return start === null ? [] : [sliceMapped(text, start, text.text.length)];
    }),
  ];
  const statements = sheets.flatMap((sheet) => splitStatements(sheet).map(({ text }) => text));
  const tex = statements.find((text) => touches(spanOf(text), inBlock));
  return tex
    ? formulaText({ tex, display: false, span: spanOf(tex), delimiter: '$' }, offset)
    : null;
}
