// The server's half of the commands that write into a post.
import type { Snapshot } from '../core/post/facts.js';
import type { ChangeAnswer, Refused } from '../language/change.js';
import { environmentEnd } from '../language/environmentEnd.js';
import { insertFormula } from '../language/insertFormula.js';
import { toggleStar, type StarRefusal } from '../language/toggleStar.js';
import { wrapChoices, wrapInEnvironment, type WrapRefusal } from '../language/wrapInEnvironment.js';
import { newWorksheet } from '../language/worksheetLine.js';
import {
  editRequests,
  isEditRequest,
  isInsertRequest,
  isWrapRequest,
  type ChoicesAnswer,
  type EditAnswer,
  type EditRefusal,
  type EditRequest,
} from '../protocol/editing.js';
import { isInsertFormulaRequest, libraryRequests } from '../protocol/library.js';
import { toOffset } from './convert.js';
import { answered } from './answered.js';
import { caretBehind } from './evaluationActions.js';
import { askingOf, editsOf, refusal } from './edits.js';
import { entryOf } from './library.js';
import { registerInsertResults } from './insertResults.js';
import type { Server } from './serverParts.js';
import { registerStaleEdits } from './staleEdits.js';
import type { texts } from './texts.js';

export function registerEditing(server: Server): void {
  const { connection, log } = server;
  const asked = askingOf(server);
  connection.onRequest(
    editRequests.toggleStar,
    answered(log, 'Toggling a star', null, (request: unknown) =>
      isEditRequest(request)
        ? asked(request, (post, { start }) => answerOf(server, post, toggleStar(post, start)))
        : null,
    ),
  );
  connection.onRequest(
    editRequests.wrapChoices,
    answered(log, 'Wrapping in an environment', null, (request: unknown) =>
      isEditRequest(request)
        ? asked(request, (post, selection): ChoicesAnswer => {
            const answer = wrapChoices(post, selection);
            return answer.kind === 'refused' ? refusalOf(server, answer) : answer;
          })
        : null,
    ),
  );
  connection.onRequest(
    editRequests.wrap,
    answered(log, 'Wrapping in an environment', null, (request: unknown) =>
      isWrapRequest(request)
        ? asked(request, (post, selection) =>
            answerOf(server, post, wrapInEnvironment(post, selection, request.name)),
          )
        : null,
    ),
  );
  connection.onRequest(
    editRequests.environmentEnd,
    answered(log, 'Ending an environment', null, (request: unknown) =>
      isEditRequest(request) ? endOf(server, request) : null,
    ),
  );
  registerStaleEdits(server);
  registerInserting(server);
  registerInsertResults(server);
}

function registerInserting(server: Server): void {
  const { connection, log } = server;
  const asked = askingOf(server);
  connection.onRequest(
    editRequests.insertWorksheet,
    answered(log, 'Inserting a worksheet', null, (request: unknown) =>
      isInsertRequest(request)
        ? asked(request, (post, { end }): EditAnswer => {
            const { change, caret } = newWorksheet(post, end, '', request.form);
            return { ...editsOf(post, [change]), caret: caretBehind(post, change, caret) };
          })
        : null,
    ),
  );
  connection.onRequest(
    libraryRequests.insert,
    answered(log, 'Inserting a formula', null, (request: unknown) => {
      const entry = entryOf(request);
      return isInsertFormulaRequest(request) && entry !== null
        ? asked(request, (post, { end }): EditAnswer => {
            const { change, caret } = insertFormula(post, end, entry, request.form);
            return { ...editsOf(post, [change]), caret: caretBehind(post, change, caret) };
          })
        : null;
    }),
  );
}

/** Nothing is said where the post has changed since: whoever types on did not ask for anything. */
function endOf({ store }: Server, request: EditRequest): string | null {
  const post = store.get(request.uri)?.snapshot;
  if (post?.version !== request.version) return null;
  return environmentEnd(post, toOffset(post.lines, request.start));
}

type Refusal = StarRefusal | WrapRefusal;

function answerOf(server: Server, post: Snapshot, answer: ChangeAnswer<Refusal>): EditAnswer {
  if (answer.kind === 'refused') return refusalOf(server, answer);
  return editsOf(post, answer.changes);
}

function refusalOf(server: Server, { why, subject }: Refused<Refusal>): EditRefusal {
  return refusal(server, refusals[why], { subject });
}

const refusals: { readonly [why in Refusal]: keyof typeof texts } = {
  'no-environment': 'noEnvironment',
  delimiters: 'delimitersHaveNoStar',
  'no-star': 'noStar',
  'no-display': 'noDisplay',
  inline: 'inlineFormula',
  mixed: 'mixedSelection',
  unbalanced: 'unbalancedSelection',
  'taken-apart': 'takenApart',
};
