// The server's half of the commands: check this post, check all posts, evaluate a post.
import type { CancellationToken } from 'vscode-languageserver';
import { describeResult } from '../evaluate/describe.js';
import { evaluationText } from '../evaluate/messages.js';
import type { EvaluationResult } from '../evaluate/result.js';
import type { Translations } from '../checks/messages.js';
import {
  isPostRequest,
  serverNotifications,
  serverRequests,
  type CheckSummary,
  type EvaluatedLine,
} from '../protocol/server.js';
import { toPosition } from './convert.js';
import { answered } from './answered.js';
import type { Server } from './serverParts.js';
import { text } from './texts.js';

export function registerCommands(server: Server): void {
  const { connection, checker, log } = server;
  connection.onRequest(
    serverRequests.checkPost,
    answered(log, 'Checking a post', null, (request: unknown) =>
      isPostRequest(request) ? checker.checkAsked(request.uri) : null,
    ),
  );
  connection.onRequest(
    serverRequests.checkAll,
    answered(log, 'Checking all posts', null, (_: unknown, token?: CancellationToken) =>
      checkAll(server, token),
    ),
  );
  connection.onRequest(
    serverRequests.evaluatePost,
    answered(log, 'Evaluating a post', null, (request: unknown) =>
      isPostRequest(request) ? evaluatePost(server, request.uri) : null,
    ),
  );
}

function checkAll(
  { connection, checker }: Server,
  // A request without parameters comes without a token.
  token: CancellationToken | undefined,
): Promise<CheckSummary | null> {
  let shown = -1;
  return checker.checkAll({
    isCancelled: () => token?.isCancellationRequested === true,
    report: (done, total) => {
      const percent = Math.floor((100 * done) / Math.max(total, 1));
      if (percent === shown) return;
      shown = percent;
      void connection.sendNotification(serverNotifications.checkProgress, { done, total });
    },
  });
}

async function evaluatePost(
  { store, evaluation, options }: Server,
  uri: string,
): Promise<readonly EvaluatedLine[] | null> {
  const post = store.get(uri);
  const results = post && (await evaluation.evaluate(uri, post.snapshot));
  if (!post || !results) return null;
  return results.map((result) => ({
    line: toPosition(post.snapshot.lines, result.span.start).line,
    source: result.source,
    ...describe(result, options().translations),
  }));
}

function describe(
  result: EvaluationResult,
  translations: Translations,
): Pick<EvaluatedLine, 'text' | 'state'> {
  const { state, value, expected, failedRelation, problem } = describeResult(result);
  if (problem !== null)
    return { state: 'problem', text: evaluationText(problem.code, problem.data, translations) };
  const sides = { value, expected, relation: failedRelation };
  if (state === 'fails') return { state, text: text('claimFails', sides, translations) };
  if (result.kind === 'value') return { state: 'value', text: value };
  if (state === 'holds') return { state, text: text('claimHolds', {}, translations) };
  return { state: 'unknown', text: text('claimUnknown', {}, translations) };
}
