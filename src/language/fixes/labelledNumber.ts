// Puts a reference in place of a number written by hand; the equation gets the label that it lacks.
import { message, type Message } from '../../checks/messages.js';
import { isInHeading, referenceInPlace } from '../../checks/referenceInPlace.js';
import type { NumberFacts, PostFacts, Snapshot } from '../../core/post/facts.js';
import { hasReferences } from '../../core/site/site.js';
import { touches, type Span } from '../../core/text/span.js';
import type { LanguageContext } from '../context.js';
import { inOrder, type Change } from '../change.js';
import { changedPost } from '../changedPost.js';
import { findRow, type EquationRow } from '../equations/equationRow.js';
import { labelName } from '../equations/labelName.js';
import { numberRow } from '../equations/numberRow.js';
import { fixHere, type Fixer, type QuickFix } from './quickFix.js';

export const labelledNumber: Fixer = {
  rules: ['number.stale'],
  fixes: (context) => {
    const { post, finding } = context;
    const now = finding.message.data['now'] ?? '';
    const written = post.facts.numbers.find(({ span }) => span.start === finding.span.start);
    if (!written || finding.message.code !== 'number.stale') return [];
    return referring(context, written, now, false);
  },
};

/** Where nothing is wrong yet: the number is right, and would stay as it is when equations come or go. */
export function labelledNumbersAt(context: LanguageContext, range: Span): readonly QuickFix[] {
  const written = context.post.facts.numbers.find(({ span }) => touches(span, range));
  return written && !isInHeading(written, context.post.facts)
    ? referring(context, written, written.number, true)
    : [];
}

/** Of an equation that has a label, a rule speaks. */
function referring(
  context: LanguageContext,
  written: NumberFacts,
  number: string,
  keepsPage: boolean,
): readonly QuickFix[] {
  const { post, blog } = context;
  const place = rowNumbered(post.facts, number);
  const found = place && findRow(post, place);
  if (!found || written.of !== 'own' || !hasReferences(post.site.math)) return [];
  if (found.row.tagged || found.row.labels.length > 0) return [];
  const labelled = numberRow(post, place, labelName(post, blog, found.display));
  if (labelled.kind === 'refused' || labelled.label === null) return [];
  const { span } = written;
  const text = referenceInPlace(labelled.label, written, post);
  const changes = inOrder([...labelled.changes, { span, text }]);
  if (!isRead(post, changes, labelled.label)) return [];
  return [fixHere(context, titleOf(written, text), changes, keepsPage)];
}

function titleOf({ number }: NumberFacts, text: string): Message {
  return message('fix.label-and-refer', { old: `(${number})`, text });
}

/** `null` where none has the number, or where a reader cannot tell which of several is meant. */
function rowNumbered({ displays }: PostFacts, number: string): EquationRow | null {
  const places = displays.flatMap(({ rows }, display) =>
    rows.flatMap((one, row) =>
      one.shown !== null && one.number === number ? [{ display, row }] : [],
    ),
  );
  const [place, ...others] = places;
  return others.length === 0 ? (place ?? null) : null;
}

/** Emphasis or code around the number may keep a reference from being one. */
function isRead(post: Snapshot, changes: readonly Change[], label: string): boolean {
  const { references } = changedPost(post, changes).snapshot.facts;
  return references.some(({ key, number }) => key === label && number !== null);
}
