// Gives the client the picture of the formula at a place of a post.
import type { CancellationToken } from 'vscode-languageserver';
import { formulaAt } from '../language/formulaAt.js';
import { isFormulaAtRequest, serverRequests, type FormulaPicture } from '../protocol/server.js';
import { toOffset, toPosition } from './convert.js';
import { answered } from './answered.js';
import { preambleOf } from './preamble.js';
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
  { store, pictures, options }: Server,
  request: unknown,
  token: CancellationToken,
): Promise<FormulaPicture | null> {
  if (!isFormulaAtRequest(request)) return null;
  const post = store.get(request.uri)?.snapshot;
  const formula = post && formulaAt(post, toOffset(post.lines, request.position));
  if (!post || !formula) return null;
  const { tex, display, span, block } = formula;
  const picture = await pictures.picture(
    { tex, display, preamble: preambleOf(post, block, tex), colour: options().foreground },
    (cancel) => token.onCancellationRequested(cancel),
  );
  return {
    picture,
    start: toPosition(post.lines, span.start),
    end: toPosition(post.lines, span.end),
  };
}
