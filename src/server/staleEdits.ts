// The server's half of what brings a post up to date: values that marks state, tables and pictures that were inserted.
import type { Snapshot } from '../core/post/facts.js';
import { touches, type Span } from '../core/text/span.js';
import { evaluationText } from '../evaluate/messages.js';
import { staleValues } from '../language/staleValues.js';
import { editRequests, isEditRequest, type EditAnswer } from '../protocol/editing.js';
import { answerEdit, editsOf, refusal, withFiles } from './edits.js';
import type { Server } from './serverParts.js';

export function registerStaleEdits(server: Server): void {
  const { updateStale, updateInserted } = editRequests;
  answerEdit(server, updateStale, 'Updating values', isEditRequest, (post, _, { uri }) =>
    staleEdits(server, uri, post),
  );
  answerEdit(
    server,
    updateInserted,
    'Updating what was inserted',
    isEditRequest,
    (post, place, { uri }) => insertedEdits(server, uri, post, place),
  );
}

/** The one at a place. */
async function insertedEdits(
  server: Server,
  uri: string,
  post: Snapshot,
  place: Span,
): Promise<EditAnswer | null> {
  const results = await server.evaluation.evaluate(uri, post);
  const found = server.evaluation
    .staleInserted(uri, post)
    .find(({ inserted }) => touches(inserted.span, place));
  if (!results || !found) return null;
  return withFiles(server, uri, editsOf(post, found.changes), found.files);
}

async function staleEdits(server: Server, uri: string, post: Snapshot): Promise<EditAnswer | null> {
  const { evaluation, options } = server;
  const results = await evaluation.evaluate(uri, post);
  if (!results) return null;
  const values = staleValues(post, results).map(({ change }) => change);
  const inserted = evaluation.staleInserted(uri, post);
  const changes = [...values, ...inserted.flatMap((one) => one.changes)];
  const files = inserted.flatMap((one) => one.files);
  if (changes.length + files.length > 0)
    return withFiles(server, uri, editsOf(post, changes), files);
  const [beyondUs] = inserted;
  if (beyondUs)
    return {
      kind: 'refused',
      message: evaluationText(beyondUs.code, beyondUs.data, options().translations),
    };
  const isStale = results.some(({ verdict, stated }) => verdict === 'fails' && stated !== null);
  const why = isStale ? 'noStatableValue' : 'noStaleValue';
  return refusal(server, why);
}
