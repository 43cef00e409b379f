// Gives the client the picture of the formula at a place of a post.
import type { CancellationToken } from 'vscode-languageserver';
import { formulaAt } from '../language/formulaAt.js';
import { isFormulaAtRequest, serverRequests, type FormulaPicture } from '../protocol/server.js';
import { toOffset, toRange } from './convert.js';
import { answered } from './answered.js';
import { formulaPicture } from './formulaPicture.js';
import type { Server } from './serverParts.js';

export function registerFormulaAt(server: Server): void {
  server.connection.onRequest(
    serverRequests.formulaAt,
    answered(server.log, 'The formula at the caret', null, (request, token: CancellationToken) =>
      pictureAt(server, request, token),
    ),
  );
}

async function pictureAt(
  server: Server,
  request: unknown,
  token: CancellationToken,
): Promise<FormulaPicture | null> {
  if (!isFormulaAtRequest(request)) return null;
  const post = server.store.get(request.uri)?.snapshot;
  const formula = post && formulaAt(post, toOffset(post.lines, request.position));
  if (!post || !formula) return null;
  const picture = await formulaPicture(server, post, formula, token);
  return { picture, ...toRange(post.lines, formula.span) };
}
