// The server's half of the commands that write into a post.
import type { Snapshot } from '../core/post/facts.js';
import type { ChangeAnswer, Refused } from '../language/change.js';
import { environmentEnd } from '../language/environmentEnd.js';
import { insertFormula } from '../language/insertFormula.js';
import { toggleStar, type StarRefusal } from '../language/toggleStar.js';
import { wrapChoices, wrapInEnvironment } from '../language/wrapInEnvironment.js';
import type { WrapRefusal } from '../language/wrapTarget.js';
import { newWorksheet, type WrittenLine } from '../language/worksheetLine.js';
import {
  editRequests,
  isEditRequest,
  isInsertRequest,
  isWrapRequest,
  type EditAnswer,
  type EditRefusal,
  type EditRequest,
} from '../protocol/editing.js';
import { isInsertFormulaRequest, libraryRequests } from '../protocol/library.js';
import { toOffset } from './convert.js';
import { answerRequest } from './answered.js';
import { caretBehind } from './evaluationActions.js';
import { answerEdit, editsOf, refusal } from './edits.js';
import { entryOf } from './library.js';
import { registerInsertResults } from './insertResults.js';
import type { Server } from './serverParts.js';
import { registerStaleEdits } from './staleEdits.js';
import type { texts } from './texts.js';

export function registerEditing(server: Server): void {
  const { toggleStar: star, wrapChoices: choices, wrap, environmentEnd: end } = editRequests;
  answerEdit(server, star, 'Toggling a star', isEditRequest, (post, { start }) =>
    answerOf(server, post, toggleStar(post, start)),
  );
  answerEdit(server, choices, 'Wrapping in an environment', isEditRequest, (post, selection) => {
    const answer = wrapChoices(post, selection);
    return answer.kind === 'refused' ? refusalOf(server, answer) : answer;
  });
  answerEdit(server, wrap, 'Wrapping in an environment', isWrapRequest, (post, place, { name }) =>
    answerOf(server, post, wrapInEnvironment(post, place, name)),
  );
  answerRequest(server, end, 'Ending an environment', isEditRequest, (request) =>
    endOf(server, request),
  );
  registerStaleEdits(server);
  registerInserting(server);
  registerInsertResults(server);
}

function registerInserting(server: Server): void {
  const { insertWorksheet } = editRequests;
  answerEdit(
    server,
    insertWorksheet,
    'Inserting a worksheet',
    isInsertRequest,
    (post, { end }, { form }) => insertion(post, newWorksheet(post, end, '', form)),
  );
  const { insert } = libraryRequests;
  answerEdit(
    server,
    insert,
    'Inserting a formula',
    isInsertFormulaRequest,
    (post, { end }, request) => {
      const entry = entryOf(request);
      return entry && insertion(post, insertFormula(post, end, entry, request.form));
    },
  );
}

function insertion(post: Snapshot, { change, caret }: WrittenLine): EditAnswer {
  return { ...editsOf(post, [change]), caret: caretBehind(post, change, caret) };
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
