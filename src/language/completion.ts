// Completion of labels: in `\ref{` and `\eqref{` those that exist, in `\label{` those that are missing,
// in a link behind `post.md#` those of that post; and of environments in `\begin{` and `\end{`.
import { labelAddress, resolveLink } from '../core/blog/links.js';
import { blockAtLine } from '../core/markdown/blockList.js';
import type { LabelFacts, Snapshot } from '../core/post/facts.js';
import type { Position } from '../core/text/lines.js';
import { lineStarts, withoutTerminator } from '../core/text/lines.js';
import type { LanguageContext } from './context.js';
import { environmentNames, environmentsAt, openEnvironment } from './environmentNames.js';
import { summarizeTex, texOf } from './equation.js';

export interface CompletionAnswer {
  /** The columns of the cursor's line that an item replaces. */
  readonly start: number;
  readonly end: number;
  readonly items: readonly CompletionItem[];
}

export interface CompletionItem {
  readonly kind: 'label' | 'missing-label' | 'command' | 'environment';
  readonly text: string;
  /** What typing is compared with: the name, and the number too. */
  readonly filter: string;
  readonly number: string | null;
  readonly tex: string | null;
  /** What is inserted where it is not the text: a snippet, `$0` where the cursor goes. */
  readonly snippet?: string;
}

export const completionTriggers = ['\\', '{', ':', '#'] as const;

export function completion(context: LanguageContext, position: Position): CompletionAnswer | null {
  const { post } = context;
  const { line, column } = position;
  if (post.blocks.blocks[blockAtLine(post.blocks, line)]?.kind === 'code') return null;
  const text = withoutTerminator(post.lines[line] ?? '');
  const before = text.slice(0, column);
  const argument = /\\(ref|eqref|label)\{([^{}\\$]*)$/.exec(before);
  if (argument) {
    const [, command = '', typed = ''] = argument;
    const items = command === 'label' ? missingLabels(post) : existingLabels(post);
    return { start: column - typed.length, end: column + restOfKey(text.slice(column)), items };
  }
  return (
    completionOfEnvironment(post, position, text) ??
    completionOfLink(context, text, column) ??
    completionOfCommand(post, before)
  );
}

/** The brace that the editor has closed by itself is replaced too: the item closes it. */
function completionOfEnvironment(
  post: Snapshot,
  { line, column }: Position,
  text: string,
): CompletionAnswer | null {
  const argument = /\\(begin|end)\{([a-zA-Z*]*)$/.exec(text.slice(0, column));
  if (!argument) return null;
  const [whole, command, typed = ''] = argument;
  const offset = (lineStarts(post.lines)[line] ?? 0) + column;
  const start = column - typed.length;
  const end = column + (/^[a-zA-Z*]*\}?/.exec(text.slice(column))?.[0].length ?? 0);
  if (command === 'begin') {
    // With an end of its own it is only named anew.
    const isEnded = environmentNames(post, offset) !== null;
    const names = environmentsAt(post, offset - whole.length);
    const item = (name: string): CompletionItem =>
      environmentItem(name, isEnded ? `${name}}` : `${name}}\n\t$0\n\\end{${name}}`);
    return { start, end, items: names.map(item) };
  }
  const open = openEnvironment(post, offset - whole.length);
  return open === null ? null : { start, end, items: [environmentItem(open, `${open}}`)] };
}

function environmentItem(name: string, snippet: string): CompletionItem {
  return { kind: 'environment', text: name, filter: name, number: null, tex: null, snippet };
}

function completionOfLink(
  context: LanguageContext,
  text: string,
  column: number,
): CompletionAnswer | null {
  const link = /\]\(<?([^()\s<>#]*#)([^()\s<>#]*)$/.exec(text.slice(0, column));
  if (!link) return null;
  const [, target = '', typed = ''] = link;
  const items = labelsOfLinked(context, target);
  if (items.length === 0) return null;
  return { start: column - typed.length, end: column + restOfAddress(text.slice(column)), items };
}

function completionOfCommand(post: Snapshot, before: string): CompletionAnswer | null {
  const command = /\\([a-z]{0,5})$/.exec(before);
  if (!command || before.endsWith('\\\\')) return null;
  const items = commands.filter((item) => item.text.startsWith(`\\${command[1] ?? ''}`));
  if (items.length === 0 || post.facts.labels.length === 0) return null;
  return { start: before.length - command[0].length, end: before.length, items };
}

const commands: readonly CompletionItem[] = ['\\eqref', '\\ref'].map((text) => ({
  kind: 'command',
  text,
  filter: text,
  number: null,
  tex: null,
}));

/** Of a name that is already closed, the part behind the cursor is replaced too. */
function restOfKey(after: string): number {
  const rest = /^[^{}\\$\s]*(?=\})/.exec(after);
  return rest ? rest[0].length : 0;
}

function restOfAddress(after: string): number {
  const rest = /^[^()\s<>#]*(?=[)>])/.exec(after);
  return rest ? rest[0].length : 0;
}

/** What a link must write: no spaces, and no brackets, which would end it. */
function labelsOfLinked(
  { post, blog }: LanguageContext,
  target: string,
): readonly CompletionItem[] {
  const path = resolveLink(post.path, target)?.path;
  if (path === undefined) return [];
  if (path === post.path) return existingLabels(post).map(addressed);
  const items = new Map<string, CompletionItem>();
  for (const label of blog.facts(path)?.labels ?? []) {
    if (!items.has(label.key) || label.number !== null) items.set(label.key, itemOf(label, null));
  }
  return [...items.values()].map(addressed);
}

function addressed(item: CompletionItem): CompletionItem {
  const text = labelAddress(item.text).replace(/[%()<>]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return { ...item, text, filter: text + item.filter.slice(item.text.length) };
}

function existingLabels(post: Snapshot): readonly CompletionItem[] {
  const items = new Map<string, CompletionItem>();
  for (const label of post.facts.labels) {
    if (items.has(label.key) && label.number === null) continue;
    items.set(label.key, labelItem(post, label));
  }
  return [...items.values()];
}

function labelItem(post: Snapshot, label: LabelFacts): CompletionItem {
  const display = post.facts.displays[label.display];
  return itemOf(label, display ? texOf(post, display) : null);
}

function itemOf(label: LabelFacts, tex: string | null): CompletionItem {
  return {
    kind: 'label',
    text: label.key,
    filter: label.number === null ? label.key : `${label.key} ${label.number}`,
    number: label.number,
    tex: tex === null ? null : summarizeTex(tex),
  };
}

function missingLabels(post: Snapshot): readonly CompletionItem[] {
  const defined = new Set(post.facts.labels.map((label) => label.key));
  const missing = new Set(post.facts.references.map((reference) => reference.key));
  return [...missing]
    .filter((key) => !defined.has(key))
    .map((key) => ({ kind: 'missing-label', text: key, filter: key, number: null, tex: null }));
}
