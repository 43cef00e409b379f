// Gives a number to the row of a label, or moves the label to a row that has one.
import { message } from '../../checks/messages.js';
import type { DisplayFacts, LabelFacts, Snapshot } from '../../core/post/facts.js';
import { texOfRows, type EquationRow } from '../equations/equationRow.js';
import { numberRow } from '../equations/numberRow.js';
import { summarizeTex } from '../equation.js';
import { withLabelMoved } from './movedLabel.js';
import { fixHere, type Fixer, type FixContext, type QuickFix } from './quickFix.js';

export const numberedLabel: Fixer = {
  rules: ['label.without-number'],
  fixes: (context) => {
    const { post, finding } = context;
    const label = post.facts.labels.find(({ keySpan }) => keySpan.start === finding.span.start);
    const display = label && post.facts.displays[label.display];
    if (!label || !display) return [];
    return [...numbered(context, label), ...moved(context, label, display)];
  },
};

function numbered(context: FixContext, { key, display, row, fault }: LabelFacts): QuickFix[] {
  if (fault !== 'row-without-number' && fault !== 'moved-to-next-row') return [];
  const answer = numberRow(context.post, { display, row }, null);
  if (answer.kind === 'refused' || answer.changes.length === 0) return [];
  const data = { label: `\\label{${key}}`, shown: answer.shown };
  return [fixHere(context, message('fix.number-row', data), answer.changes)];
}

function moved(context: FixContext, label: LabelFacts, display: DisplayFacts): readonly QuickFix[] {
  const { post } = context;
  return rowsFor(label, display).flatMap((row) => {
    const changes = withLabelMoved(post, label, { display: label.display, row });
    if (changes === null) return [];
    const data = { label: `\\label{${label.key}}`, ...rowData(post, display, row) };
    const keepsPage = label.fault === 'moved-to-next-row';
    return [fixHere(context, message('fix.move-label', data), changes, keepsPage)];
  });
}

/** Where it belongs: the row that its number goes to, the one around it, or those next to it. */
function rowsFor(label: LabelFacts, { rows }: DisplayFacts): readonly EquationRow['row'][] {
  const { key, fault, row } = label;
  switch (fault) {
    case 'moved-to-next-row':
      return [rows.findIndex(({ labels, number }) => number !== null && labels.includes(key))];
    case 'inner-environment':
      return [row];
    case 'row-without-number':
      return [row - 1, row + 1].filter((at) => {
        const next = rows[at];
        return next && next.shown !== null && next.labels.length === 0;
      });
    case 'inline':
    case 'display-in-error':
    case null:
      return [];
  }
}

function rowData(post: Snapshot, display: DisplayFacts, row: number): Record<string, string> {
  const tex = summarizeTex(texOfRows(post, display)[row] ?? '');
  return { shown: display.rows[row]?.shown ?? '', tex };
}
