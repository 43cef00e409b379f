// Insert Result as Table: what is at the caret, or what the selection holds, as a table below its worksheet.
import { insertedComment, statementName } from '../../core/post/insertedResults.js';
import type { Snapshot } from '../../core/post/facts.js';
import type { Span } from '../../core/text/span.js';
import { resultsIn, type EvaluationResult } from '../../evaluate/result.js';
import { refused, type ChangeAnswer } from '../change.js';
import { resultsAt } from '../valueAt.js';
import { keepAlignments, writeTable } from './markdownTable.js';
import { matchedResults } from './matched.js';
import { lineEndOf, writeBelow } from './placeBelow.js';
import { isTabular, MOST_TABLE_CELLS, tableOf } from './resultTable.js';
import { sourceText } from '../sourceText.js';

export type TableRefusal = 'no-table' | 'table-size';

/** Those that a table may be made of. */
export function tabularResults(results: readonly EvaluationResult[]): readonly EvaluationResult[] {
  return results.filter(isTabular);
}

/** What is meant at a selection; empty where the writer has to choose. */
export function tabularAt(
  results: readonly EvaluationResult[],
  selection: Span,
): readonly EvaluationResult[] {
  const found = resultsAt(resultsIn('post', results).filter(isTabular), selection);
  const inOrder = [...found].sort((left, right) => left.span.start - right.span.start);
  return selection.start === selection.end ? inOrder.slice(0, 1) : inOrder;
}

/** `near` is where it goes if its worksheet is not in the post. */
export function insertTable(
  post: Snapshot,
  all: readonly EvaluationResult[],
  chosen: readonly EvaluationResult[],
  near: number,
): ChangeAnswer<TableRefusal> {
  const [first] = chosen;
  if (first === undefined) return refused('no-table');
  const content = tableOf(chosen);
  if (content === null) return refused('table-size', String(MOST_TABLE_CELLS));
  const table = writeTable(content, post.site, lineEndOf(post));
  const statements = chosen.map(({ source }) => source);
  const shown = tableOn(post, all, statements);
  if (shown !== null) {
    const text = keepAlignments(table, sourceText(post, shown));
    return { kind: 'changes', changes: [{ span: shown, text }] };
  }
  const place = first.file === 'post' ? Math.max(...chosen.map(({ span }) => span.start)) : near;
  const change = writeBelow(post, place, [insertedComment(statements), table]);
  return { kind: 'changes', changes: [change] };
}

/** Where the same statements have their table already. */
function tableOn(
  post: Snapshot,
  all: readonly EvaluationResult[],
  statements: readonly string[],
): Span | null {
  const names = JSON.stringify(statements.map(statementName));
  const there = matchedResults(post, all).find(
    ({ inserted, isRenamed }) => !isRenamed && JSON.stringify(inserted.statements) === names,
  )?.inserted.shown;
  return there?.kind === 'table' ? there.span : null;
}
