// The server's half of Insert Plot as SVG and Insert Result as Table.
import type { Snapshot } from '../core/post/facts.js';
import type { Span } from '../core/text/span.js';
import type { EvaluationResult } from '../evaluate/result.js';
import { insertPlot, plotAt, plotsOf, type PlotRefusal } from '../language/inserted/insertPlot.js';
import {
  insertTable,
  tabularAt,
  tabularResults,
  type TableRefusal,
} from '../language/inserted/insertTable.js';
import {
  editRequests,
  isInsertResultRequest,
  type ChoicesAnswer,
  type EditAnswer,
  type InsertResultRequest,
} from '../protocol/editing.js';
import { answerEdit, editsOf, refusal, withFiles } from './edits.js';
import type { Server } from './serverParts.js';
import type { texts } from './texts.js';
import { schemeOf } from './uri.js';

type Answer = EditAnswer | ChoicesAnswer | null;

interface Asked {
  readonly request: InsertResultRequest;
  readonly post: Snapshot;
  readonly selection: Span;
  readonly results: readonly EvaluationResult[];
}

export function registerInsertResults(server: Server): void {
  const insert = (method: string, doing: string, answer: (asked: Asked) => Promise<Answer>) => {
    answerEdit(server, method, doing, isInsertResultRequest, async (post, selection, request) => {
      await server.blogs.loaded();
      const results = await server.evaluation.evaluate(request.uri, post);
      return results && answer({ request, post, selection, results });
    });
  };
  insert(editRequests.insertPlot, 'Inserting a plot', (asked) => plotAnswer(server, asked));
  insert(editRequests.insertTable, 'Inserting a table', (asked) =>
    Promise.resolve(tableAnswer(server, asked)),
  );
}

async function plotAnswer(server: Server, asked: Asked): Promise<Answer> {
  const { request, post, selection, results } = asked;
  const { uri, choice } = request;
  if (schemeOf(uri) === 'untitled') return refusal(server, 'savePostFirst');
  if (server.blogs.workspaceFolderOf(uri) === null) return refusal(server, 'postOutsideFolder');
  const plots = plotsOf(results);
  const chosen = choice === null ? plotAt(results, selection) : (plots[choice] ?? null);
  if (chosen === null && plots.length > 0) return choicesOf(plots);
  const around = server.pictureFinder.around(uri, post);
  const answer = await insertPlot(post, chosen, selection.end, around);
  if (answer.kind === 'refused') return refusal(server, refusals[answer.why]);
  return withFiles(server, uri, editsOf(post, answer.changes), answer.files);
}

function tableAnswer(server: Server, asked: Asked): Answer {
  const { request, post, selection, results } = asked;
  const tabular = tabularResults(results);
  const picked = request.choice === null ? null : tabular[request.choice];
  const chosen = picked ? [picked] : tabularAt(results, selection);
  if (chosen.length === 0 && tabular.length > 0) return choicesOf(tabular);
  const answer = insertTable(post, results, chosen, selection.end);
  if (answer.kind === 'refused')
    return refusal(server, refusals[answer.why], { limit: answer.subject });
  return editsOf(post, answer.changes);
}

function choicesOf(results: readonly EvaluationResult[]): ChoicesAnswer {
  return { kind: 'choices', names: results.map(({ source }) => source.replace(/\s+/g, ' ')) };
}

const refusals: { readonly [why in PlotRefusal | TableRefusal]: keyof typeof texts } = {
  'no-plot': 'noPlot',
  'not-drawn': 'plotNotDrawn',
  'no-place': 'noPlaceForPicture',
  'no-table': 'noResultForTable',
  'table-size': 'noTableOfResults',
};
