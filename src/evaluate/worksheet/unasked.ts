// Displays that nobody asked about: what is said of them where all displays of a post are checked.
import type { Span } from '../../core/text/span.js';
import type { EvaluationResult } from '../result.js';
import { visitSyntax } from '../syntaxChildren.js';
import type { Note } from './results.js';
import type { Statement } from './statements.js';

/** The names that worksheets define or declare, as a display sees them. */
interface Known {
  readonly all: ReadonlySet<string>;
  /** Those that worksheets of other sections alone speak of. */
  readonly apart: ReadonlySet<string>;
}

export function knownFor(worksheets: readonly Statement[], apart: readonly Span[]): Known {
  const isApart = ({ namedAt }: Statement): boolean =>
    apart.some(({ start, end }) => start <= namedAt && namedAt < end);
  const near = namesIn(worksheets.filter((statement) => !isApart(statement)));
  const all = namesIn(worksheets);
  return { all, apart: new Set([...all].filter((name) => !near.has(name))) };
}

function namesIn(worksheets: readonly Statement[]): ReadonlySet<string> {
  const names = worksheets.flatMap(({ content }) => {
    if (content.kind === 'domains') return content.domains.map(({ name }) => name.name.plain);
    if (content.kind === 'slide') return [content.slide.name.name.plain];
    if (content.kind !== 'relation' || content.left === null) return [];
    const { left } = content;
    return left.kind === 'indexed' ? [left.name.plain, left.base.plain] : [left.name.plain];
  });
  return new Set(names);
}

export function speaksOf(statement: Statement, names: ReadonlySet<string>): boolean {
  return namesMet(statement, names).size > 0;
}

function namesMet({ content }: Statement, names: ReadonlySet<string>): ReadonlySet<string> {
  const met = new Set<string>();
  if (content.kind !== 'relation') return met;
  visitSyntax(content.relation, (node) => {
    if (node.kind === 'name') met.add(node.name.plain);
    if (node.kind === 'indexed' && node.full !== null) met.add(node.full.plain);
  });
  return new Set([...met].filter((name) => names.has(name)));
}

/**
 * What speaks of nothing that the worksheets know may be meant in another way: `(12)(23)` of permutations,
 * x = 1 and x = -1 of the roots of an equation. So may a letter that has its value in another section.
 */
export function asUnasked(
  result: EvaluationResult,
  statement: Statement,
  known: Known,
): EvaluationResult {
  const quiet = { ...result, quiet: true };
  if (result.verdict !== 'fails') return quiet;
  if (!speaksOf(statement, known.all)) return { ...quiet, verdict: 'unknown' };
  const names = [...namesMet(statement, known.apart)].join(', ');
  if (names === '') return quiet;
  const note: Note = { code: 'check.other-section', data: { names } };
  return { ...quiet, verdict: 'unknown', notes: [...result.notes, note] };
}
