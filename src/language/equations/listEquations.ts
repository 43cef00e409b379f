// The equations of a post, row by row, for lists to choose from.
import type { Snapshot } from '../../core/post/facts.js';
import type { Span } from '../../core/text/span.js';
import { summarizeTex } from '../equation.js';
import { isDisplayed, texOfRows, type EquationRow } from './equationRow.js';

export interface ListedEquation extends EquationRow {
  /** As readers see it, `(3)`; `null` where they see none. */
  readonly shown: string | null;
  readonly label: string | null;
  /** On one line. */
  readonly tex: string;
  readonly span: Span;
}

/** Every row of every display, those without a number or a label too. */
export function listEquations(post: Snapshot): readonly ListedEquation[] {
  return post.facts.displays.flatMap((display, at) => {
    if (!isDisplayed(post, display)) return [];
    const texs = texOfRows(post, display);
    return display.rows.flatMap(({ shown, labels: [label = null], span }, row) => {
      const tex = summarizeTex(texs[row] ?? '');
      return tex === '' ? [] : [{ display: at, row, shown, label, tex, span }];
    });
  });
}
