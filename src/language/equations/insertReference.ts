// Insert Equation Reference: refers to any equation of the blog, which gets a label and a number where it had none.
import {
  addressOfFragment,
  labelAddress,
  relativePath,
  resolveLink,
  writeLink,
} from '../../core/blog/links.js';
import type { Snapshot } from '../../core/post/facts.js';
import type { Span } from '../../core/text/span.js';
import { refused, type Change, type PostChanges, type Refused } from '../change.js';
import type { LanguageContext } from '../context.js';
import { changedPost } from '../changedPost.js';
import { isInFormula } from '../environmentNames.js';
import { lineAround } from '../sourceText.js';
import { aroundText, isInTag } from './aroundReference.js';
import { findRow, type EquationRow } from './equationRow.js';
import { labelName } from './labelName.js';
import { numberRow, type NumberedRow, type NumberRefusal } from './numberRow.js';
import { referenceForms, writeReference } from './referenceForm.js';

/**
 * `in-the-way`: what is selected holds what would get the label; `link-in-formula`: an equation of another
 * post can only be linked to, and not out of a formula; `not-seen`: readers would see no reference there.
 */
export type ReferenceRefusal = NumberRefusal | 'in-the-way' | 'link-in-formula' | 'not-seen';

export interface InsertedReference {
  readonly kind: 'inserted';
  /** The post that is written in comes first. */
  readonly posts: readonly [PostChanges, ...PostChanges[]];
  /** Where the writer goes on, in the post with the changes. */
  readonly caret: number;
}

/** `holder` is the post of the equation: the one that is written in, or another one. */
export function insertReference(
  context: LanguageContext,
  selection: Span,
  holder: Snapshot,
  place: EquationRow,
): InsertedReference | Refused<ReferenceRefusal> {
  const { post, blog } = context;
  const display = findRow(holder, place)?.display;
  if (!display) return refused('not-found');
  const numbered = numberRow(holder, place, labelName(holder, blog, display));
  if (numbered.kind === 'refused') return numbered;
  return holder.path === post.path
    ? refer(context, selection, numbered)
    : link(context, selection, holder, numbered);
}

function refer(
  context: LanguageContext,
  selection: Span,
  { changes, label, post: named }: NumberedRow,
): InsertedReference | Refused<ReferenceRefusal> {
  const { post } = context;
  const isFree = changes.every(
    ({ span }) => span.end <= selection.start || selection.end <= span.start,
  );
  if (!isFree || label === null) return refused('in-the-way');
  if (isInside(post, selection.start)) return refused('not-seen');
  const without = withoutSelected(named, post, changes, selection);
  for (const form of referenceForms(context, selection.start)) {
    const text = writeReference(form, label, { post, offset: selection.start });
    const all = joined(changes, { span: selection, text });
    if (isRead(without, changedPost(post, all).snapshot, label)) {
      return inserted(post, all, selection, text);
    }
  }
  return refused('not-seen');
}

/** The post with the changes and without what is selected; `named` is the one with the changes. */
function withoutSelected(
  named: Snapshot,
  post: Snapshot,
  changes: readonly Change[],
  selection: Span,
): Snapshot {
  if (selection.start === selection.end) return named;
  return changedPost(post, joined(changes, { span: selection, text: '' })).snapshot;
}

function isInside(post: Snapshot, offset: number): boolean {
  return isInCommand(post, offset) || isInTag(post, offset);
}

/** Between the backslash of a command and the end of its name, or in the name of an environment. */
function isInCommand(post: Snapshot, offset: number): boolean {
  const line = lineAround(post, { start: offset, end: offset });
  const before = line.before.slice(-longestCommand);
  const isInName = /\\[a-zA-Z]+$/.test(before) && /^[a-zA-Z]/.test(line.behind);
  return isInName || /(?<!\\)(?:\\\\)*\\$/.test(before) || /\\(?:begin|end)\{[^{}]*$/.test(before);
}

const longestCommand = 60;

/** `before` has the label and not the reference. */
function isRead(before: Snapshot, after: Snapshot, label: string): boolean {
  return (
    resolvedTo(after, label) === resolvedTo(before, label) + 1 &&
    restOf(after, label, null) === restOf(before, label, null)
  );
}

/** What neither names the label nor is the link that begins at `own`. */
function restOf(post: Snapshot, label: string | null, own: number | null): string {
  return [
    othersThan(post, label),
    numbersOf(post),
    formulasOf(post, label),
    aroundText(post, own),
  ].join('\n\n');
}

function resolvedTo({ facts }: Snapshot, label: string): number {
  return facts.references.filter(({ key, number }) => key === label && number !== null).length;
}

function othersThan({ facts }: Snapshot, label: string | null): string {
  return facts.references
    .filter(({ key }) => key !== label)
    .map(({ key, number }) => `${key} ${number}`)
    .join('\n');
}

/** Without references to the label, and without formulas that are nothing else. */
function formulasOf({ blocks }: Snapshot, label: string | null): string {
  return blocks.blocks
    .flatMap(({ formulas }) => formulas)
    .map(({ tex }) =>
      tex.text.replaceAll(`\\ref{${label}}`, '').replaceAll(`\\eqref{${label}}`, ''),
    )
    .filter((tex) => /[^()]/.test(tex))
    .join('\n');
}

function numbersOf({ facts }: Snapshot): string {
  return facts.displays
    .map(({ rows, error }) => `${error?.code} ${rows.map(({ number }) => String(number)).join()}`)
    .join(';');
}

function link(
  { post }: LanguageContext,
  selection: Span,
  holder: Snapshot,
  { changes, label, shown }: NumberedRow,
): InsertedReference | Refused<ReferenceRefusal> {
  if (label === null) return refused('not-found');
  if (isInFormula(post, selection.start)) return refused('link-in-formula');
  if (isInside(post, selection.start)) return refused('not-seen');
  const path = relativePath(post.path, holder.path);
  const text = `[${shown}](${writeLink({ path, fragment: labelAddress(label) })})`;
  const change = { span: selection, text };
  const after = changedPost(post, [change]).snapshot;
  const isLink = after.facts.links.some(({ span, target }) => {
    const meant = span.start === selection.start ? resolveLink(post.path, target) : null;
    return meant?.path === holder.path && addressOfFragment(meant.fragment) === labelAddress(label);
  });
  const without = withoutSelected(post, post, [], selection);
  const keepsRest = restOf(after, null, selection.start) === restOf(without, null, null);
  if (!isLink || !keepsRest) return refused('not-seen');
  const { posts, caret } = inserted(post, [change], selection, text);
  return { kind: 'inserted', posts: [posts[0], { post: holder, changes }], caret };
}

function inserted(
  post: Snapshot,
  changes: readonly Change[],
  selection: Span,
  text: string,
): InsertedReference {
  let caret = selection.start + text.length;
  for (const { span, text: written } of changes) {
    if (span === selection || span.end > selection.start) continue;
    caret += written.length - (span.end - span.start);
  }
  return { kind: 'inserted', posts: [{ post, changes }], caret };
}

/** A label that is written at the very place comes first: it belongs to the formula before it. */
function joined(changes: readonly Change[], reference: Change): readonly Change[] {
  const before = changes.filter(({ span }) => span.end <= reference.span.start);
  const behind = changes.filter(({ span }) => span.end > reference.span.start);
  return [...before, reference, ...behind];
}
