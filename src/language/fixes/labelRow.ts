// Gives the label that a reference misses to an equation near it that has a number and no label.
import { message, type Message } from '../../checks/messages.js';
import type { Span } from '../../core/text/span.js';
import { listEquations, type ListedEquation } from '../equations/listEquations.js';
import { numberRow } from '../equations/numberRow.js';
import { fixHere, type Fixer } from './quickFix.js';

/** A menu of all equations of a post would bury what else can be done. */
const mostRows = 3;

export const labelRow: Fixer = {
  rules: ['label.undefined'],
  fixes: (context) => {
    const { post, finding } = context;
    const key = finding.message.data['key'] ?? '';
    // A list names several, and each wants a row of its own.
    if (finding.message.code === 'label.undefined.elsewhere' || key.includes(',')) return [];
    const rows = listEquations(post).filter(({ shown, label }) => shown !== null && label === null);
    return nearest(rows, finding.span).flatMap((row) => {
      const labelled = numberRow(post, row, key);
      if (labelled.kind === 'refused') return [];
      return [fixHere(context, titleOf(key, row), labelled.changes)];
    });
  },
};

/** In the order of the post. */
function nearest(rows: readonly ListedEquation[], to: Span): readonly ListedEquation[] {
  const away = ({ span }: ListedEquation): number => Math.abs(span.start - to.start);
  const near = [...rows].sort((left, right) => away(left) - away(right)).slice(0, mostRows);
  return near.sort((left, right) => left.span.start - right.span.start);
}

function titleOf(key: string, { shown, tex }: ListedEquation): Message {
  return message('fix.label-row', { label: `\\label{${key}}`, shown: shown ?? '', tex });
}
