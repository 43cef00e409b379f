// The server's half of the commands: check this post, check all posts, evaluate a post.
import type { CancellationToken } from 'vscode-languageserver';
import {
  isPostRequest,
  serverNotifications,
  serverRequests,
  type CheckSummary,
  type EvaluatedLine,
} from '../protocol/server.js';
import { answered, answerRequest } from './answered.js';
import { evaluatedLine } from './evaluatedLine.js';
import type { Server } from './serverParts.js';

export function registerCommands(server: Server): void {
  const { connection, checker, log } = server;
  answerRequest(server, serverRequests.checkPost, 'Checking a post', isPostRequest, (request) =>
    checker.checkAsked(request.uri),
  );
  connection.onRequest(
    serverRequests.checkAll,
    answered(log, 'Checking all posts', null, (_: unknown, token?: CancellationToken) =>
      checkAll(server, token),
    ),
  );
  answerRequest(
    server,
    serverRequests.evaluatePost,
    'Evaluating a post',
    isPostRequest,
    (request) => evaluatePost(server, request.uri),
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
  { store, blogs, evaluation, worksheets, options }: Server,
  uri: string,
): Promise<readonly EvaluatedLine[] | null> {
  await blogs.loaded();
  const post = store.get(uri);
  const results = post && (await evaluation.evaluate(uri, post.snapshot));
  if (!post || !results) return null;
  const { translations } = options();
  const own = { uri, lines: post.snapshot.lines };
  const beside = worksheets.known(uri) ?? own;
  return results.map((result) =>
    evaluatedLine(result.file === 'post' ? own : beside, result, translations),
  );
}
