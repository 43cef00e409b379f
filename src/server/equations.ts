// The server's half of the commands about equations: their list, their pictures, references to them, and numbers for them.
import type { CancellationToken } from 'vscode-languageserver';
import type { Snapshot } from '../core/post/facts.js';
import type { Span } from '../core/text/span.js';
import type { PostChanges, Refused } from '../language/change.js';
import { texOf, withoutLabels } from '../language/equation.js';
import { rowAt } from '../language/equations/equationRow.js';
import { insertReference, type ReferenceRefusal } from '../language/equations/insertReference.js';
import { listEquations } from '../language/equations/listEquations.js';
import { numberRow } from '../language/equations/numberRow.js';
import { shiftsNumbers } from '../language/equations/shiftsNumbers.js';
import { changedPost } from '../language/changedPost.js';
import { isEditRequest, type EditRefusal } from '../protocol/editing.js';
import {
  equationRequests,
  isEquationPlace,
  isEquationsRequest,
  isInsertReferenceRequest,
  type EquationEditAnswer,
  type EquationPlace,
  type InsertReferenceRequest,
} from '../protocol/equations.js';
import { answerRequest } from './answered.js';
import type { Blog } from './blog.js';
import { makeBlogEdit } from './blogEdits.js';
import { answerEdit, editsOf, refusal } from './edits.js';
import { toPosition } from './convert.js';
import { equationsOf } from './equationList.js';
import { formulaPicture } from './formulaPicture.js';
import { registerOutdatedNumbers } from './outdatedNumbers.js';
import type { Server } from './serverParts.js';
import { text, type texts } from './texts.js';

export function registerEquations(server: Server): void {
  const { list, picture, insertReference: refer, numberFormula } = equationRequests;
  answerRequest(server, list, 'Listing equations', isEquationsRequest, (request, token) =>
    equationsOf(server, request, token),
  );
  answerRequest(server, picture, 'A picture of an equation', isEquationPlace, (place, token) =>
    pictureOf(server, place, token),
  );
  answerEdit(
    server,
    refer,
    'Referring to an equation',
    isInsertReferenceRequest,
    (post, selection, request) => referTo(server, request, post, selection),
  );
  answerEdit(
    server,
    numberFormula,
    'Numbering a formula',
    isEditRequest,
    (post, { start }, { uri }) => numberAt(server, uri, post, start),
  );
  registerOutdatedNumbers(server);
}

function numberAt(server: Server, uri: string, post: Snapshot, offset: number): EquationEditAnswer {
  const place = rowAt(post, offset);
  if (!place) return refusal(server, 'noDisplayToNumber');
  const shown = post.facts.displays[place.display]?.rows[place.row]?.shown ?? null;
  if (shown !== null) return refusal(server, 'hasNumber', { subject: shown });
  const answer = numberRow(post, place, null);
  if (answer.kind === 'refused') return refusalOf(server, answer);
  const isShifted = shiftsNumbers(post, answer.post);
  if (isShifted) server.earlier.remember(post, server.blogs.blogOf(uri));
  return { ...editsOf(post, answer.changes), shiftsNumbers: isShifted };
}

async function referTo(
  server: Server,
  { uri, equation }: InsertReferenceRequest,
  post: Snapshot,
  selection: Span,
): Promise<EquationEditAnswer> {
  const blog = server.blogs.blogOf(uri);
  const isOwn = blog.pathOf(equation.uri) === post.path;
  const holder = isOwn ? post : await holderOf(server, blog, equation);
  if (!holder || !isThere(holder, equation)) return refusal(server, 'postChanged');
  const answer = insertReference({ post, blog: blog.index }, selection, holder, equation);
  if (answer.kind === 'refused') return refusalOf(server, answer);
  const [own, ...others] = answer.posts;
  const shifting = answer.posts.filter(isShifting);
  for (const { post } of shifting) server.earlier.remember(post, blog);
  const shifted = shifting.length > 0;
  if (others.every(({ changes }) => changes.length === 0)) {
    const after = changedPost(own.post, own.changes).snapshot;
    const caret = toPosition(after.lines, answer.caret);
    return { ...editsOf(post, own.changes), caret, shiftsNumbers: shifted };
  }
  const label = text('insertReference', {}, server.options().translations);
  const made = await makeBlogEdit(server, uri, label, answer.posts);
  return made.kind === 'made' ? { kind: 'made', shiftsNumbers: shifted } : made;
}

function isShifting({ post, changes }: PostChanges): boolean {
  return shiftsNumbers(post, changedPost(post, changes).snapshot);
}

function holderOf({ blogs }: Server, blog: Blog, { uri }: EquationPlace): Promise<Snapshot | null> {
  return blogs.snapshotOf(blog, blog.pathOf(uri));
}

/** A post that was changed meanwhile may say something else there. */
function isThere(holder: Snapshot, { display, row, tex }: EquationPlace): boolean {
  return listEquations(holder).some(
    (other) => other.display === display && other.row === row && other.tex === tex,
  );
}

async function pictureOf(
  server: Server,
  place: EquationPlace,
  token: CancellationToken,
): Promise<string | null> {
  const holder = await holderOf(server, server.blogs.blogOf(place.uri), place);
  const display = holder?.facts.displays[place.display];
  if (!holder || !display || !isThere(holder, place)) return null;
  const tex = withoutLabels(holder, texOf(holder, display) ?? '');
  return formulaPicture(server, holder, { block: display.block, tex, display: true }, token);
}

function refusalOf(server: Server, { why, subject }: Refused<ReferenceRefusal>): EditRefusal {
  return refusal(server, refusals[why], { subject });
}

const refusals: { readonly [why in ReferenceRefusal]: keyof typeof texts } = {
  'in-error': 'equationInError',
  'unnumbered-site': 'siteNumbersNothing',
  'no-references': 'engineHasNoReferences',
  'not-found': 'postChanged',
  inline: 'noDisplayToNumber',
  'not-read': 'numberNotRead',
  'in-the-way': 'equationIsSelected',
  'link-in-formula': 'linkInFormula',
  'not-seen': 'referenceNotSeen',
};
