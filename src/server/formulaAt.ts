// Gives the client the picture of the formula at a place of a post.
import type { CancellationToken } from 'vscode-languageserver';
import { formulaAt } from '../language/formulaAt.js';
import {
  isFormulaAtRequest,
  serverRequests,
  type FormulaAtRequest,
  type FormulaPicture,
} from '../protocol/server.js';
import { toOffset, toRange } from './convert.js';
import { answerRequest } from './answered.js';
import { formulaPicture } from './formulaPicture.js';
import type { Server } from './serverParts.js';

export function registerFormulaAt(server: Server): void {
  answerRequest(
    server,
    serverRequests.formulaAt,
    'The formula at the caret',
    isFormulaAtRequest,
    (request, token) => pictureAt(server, request, token),
  );
}

async function pictureAt(
  server: Server,
  request: FormulaAtRequest,
  token: CancellationToken,
): Promise<FormulaPicture | null> {
  const post = server.store.get(request.uri)?.snapshot;
  const formula = post && formulaAt(post, toOffset(post.lines, request.position));
  if (!post || !formula) return null;
  const picture = await formulaPicture(server, post, formula, token);
  return { picture, ...toRange(post.lines, formula.span) };
}
