// Tables and pictures in a post that do not show what its formulas give now, and what would.
import {
  insertedComment,
  statementKey,
  type InsertedResult,
} from '../../core/post/insertedResults.js';
import { blockAtOffset } from '../../core/markdown/blockList.js';
import type { Snapshot } from '../../core/post/facts.js';
import type { INSERTED_FAULTS } from '../../evaluate/messages/inserted.js';
import { plotDigest } from '../../evaluate/plot/plotDigest.js';
import type { EvaluatedPlot, EvaluationResult } from '../../evaluate/result.js';
import { resultOf } from '../../evaluate/worksheet/results.js';
import { plotFile } from '../../render/plots/plotFile.js';
import type { Change } from '../change.js';
import { sourceText } from '../sourceText.js';
import { haveCommonHeading, isSameTable, keepAlignments, writeTable } from './markdownTable.js';
import { matchedResults } from './matched.js';
import type { InsertedPictures } from './pictureFiles.js';
import { lineEndOf, writeBehind } from './placeBelow.js';
import { plotTitle } from './plotTitle.js';
import { tableOf } from './resultTable.js';

/** A file of the blog, by its path in it. */
export interface WrittenFile {
  readonly path: string;
  readonly text: string;
}

export interface StaleInserted {
  readonly inserted: InsertedResult;
  readonly code: keyof typeof INSERTED_FAULTS;
  readonly data: Readonly<Record<string, string>>;
  readonly kind: 'plot' | 'table';
  /** What makes it fresh; both are empty where only the writer can. */
  readonly changes: readonly Change[];
  readonly files: readonly WrittenFile[];
}

/** Pictures are written where the plots of the results were drawn. */
export function staleInserted(
  post: Snapshot,
  results: readonly EvaluationResult[],
  pictures: InsertedPictures,
): readonly StaleInserted[] {
  return matchedResults(post, results).flatMap(({ inserted, results: shown, isRenamed }) => {
    const statement = inserted.statements.join(', ');
    const isPlot = /^(?:plot|histogram|heat)\b/.test(statement);
    const kind = isPlot ? 'plot' : 'table';
    if (shown === null) return [faultOf(inserted, kind, 'inserted.unsaid', { statement })];
    const [first] = shown;
    // What could not be computed is told where it stands.
    if (first === undefined || shown.some(({ value }) => value === null)) return [];
    const found = first.plot
      ? stalePlot(inserted, { ...first, plot: first.plot }, pictures)
      : staleTable(post, inserted, shown, isRenamed);
    if (!isRenamed) return found === null ? [] : [found];
    return [renamed(inserted, kind, first, found)];
  });
}

/** As results: each fails, at its comment. */
export function insertedFaults(stale: readonly StaleInserted[]): readonly EvaluationResult[] {
  return stale.map(({ inserted: { span, statements }, kind, code, data }) => {
    const subject = {
      span,
      showAt: span.end,
      source: statements.join(', '),
      informative: false,
      digits: 6,
    };
    const nothing = { value: null, expected: null, relation: null, notes: [], problems: [] };
    const result = resultOf(subject, { kind, verdict: 'fails', ...nothing });
    return { ...result, notes: [{ code, data }] };
  });
}

type Fault = Pick<StaleInserted, 'code' | 'data'>;

function faultOf(
  inserted: InsertedResult,
  kind: StaleInserted['kind'],
  code: Fault['code'],
  data: Fault['data'] = {},
): StaleInserted {
  return { inserted, kind, code, data, changes: [], files: [] };
}

function stalePlot(
  inserted: InsertedResult,
  { plot, source }: { readonly plot: EvaluatedPlot; readonly source: string },
  pictures: InsertedPictures,
): StaleInserted | null {
  const { shown } = inserted;
  const picture = shown?.kind === 'picture' ? pictures.get(shown.target) : undefined;
  if (picture === undefined) return faultOf(inserted, 'plot', 'inserted.no-link');
  const { path: file } = picture;
  if (picture.kind === 'foreign') return faultOf(inserted, 'plot', 'inserted.foreign', { file });
  if (picture.kind === 'ours') {
    const { digest, statement } = picture.mark;
    const said = [source, ...inserted.statements].map(statementKey);
    if (!said.includes(statementKey(statement)))
      return faultOf(inserted, 'plot', 'inserted.other-plot', { file, statement });
    if (digest === plotDigest(plot)) return null;
  }
  const code = picture.kind === 'none' ? 'inserted.no-picture' : 'inserted.plot-changed';
  const text = plotFile(plot, source, plotTitle(source));
  const files = text === null ? [] : [{ path: file, text }];
  return { ...faultOf(inserted, 'plot', code, { file }), files };
}

function staleTable(
  post: Snapshot,
  inserted: InsertedResult,
  results: readonly EvaluationResult[],
  isRenamed: boolean,
): StaleInserted | null {
  const { shown } = inserted;
  const content = tableOf(results);
  const text = content && writeTable(content, post.site, lineEndOf(post));
  if (text === null) {
    const statement = inserted.statements.join(', ');
    return faultOf(inserted, 'table', 'inserted.not-tabular', { statement });
  }
  const before = shown?.kind === 'table' ? sourceText(post, shown.span) : '';
  if (shown?.kind !== 'table' || (!isRenamed && !haveCommonHeading(before, text))) {
    const change = writeBehind(post, blockAtOffset(post.blocks, inserted.span.start), [text]);
    return { ...faultOf(inserted, 'table', 'inserted.no-table'), changes: [change] };
  }
  if (isSameTable(before, text)) return null;
  const change = { span: shown.span, text: keepAlignments(text, before) };
  return { ...faultOf(inserted, 'table', 'inserted.table-changed'), changes: [change] };
}

/** The comment follows the worksheet; what stands below may show the same as before. */
function renamed(
  inserted: InsertedResult,
  kind: StaleInserted['kind'],
  { source }: EvaluationResult,
  found: StaleInserted | null,
): StaleInserted {
  if (found !== null && BEYOND_US.has(found.code)) return found;
  const data = { now: source.replace(/\s+/g, ' '), statement: inserted.statements.join(', ') };
  const comment: Change = { span: inserted.span, text: insertedComment([source]) };
  return {
    ...faultOf(inserted, kind, 'inserted.said-otherwise', data),
    changes: [comment, ...(found?.changes ?? [])],
    files: found?.files ?? [],
  };
}

/** Only the writer mends these. */
const BEYOND_US: ReadonlySet<Fault['code']> = new Set([
  'inserted.no-link',
  'inserted.foreign',
  'inserted.other-plot',
  'inserted.unsaid',
  'inserted.not-tabular',
]);
