// Completion of labels: in `\ref{` and `\eqref{` those that exist, in `\label{` those that are missing.
import { blockAtLine } from '../core/markdown/blockList.js';
import type { LabelFacts, Snapshot } from '../core/post/facts.js';
import type { Position } from '../core/text/lines.js';
import { withoutTerminator } from '../core/text/lines.js';
import type { LanguageContext } from './context.js';
import { summarizeTex, texOf } from './equation.js';

export interface CompletionAnswer {
  /** The columns of the cursor's line that an item replaces. */
  readonly start: number;
  readonly end: number;
  readonly items: readonly CompletionItem[];
}

export interface CompletionItem {
  readonly kind: 'label' | 'missing-label' | 'command';
  readonly text: string;
  /** What typing is compared with: the name, and the number too. */
  readonly filter: string;
  readonly number: string | null;
  readonly tex: string | null;
}

export const completionTriggers = ['\\', '{', ':'] as const;

export function completion(
  { post }: LanguageContext,
  { line, column }: Position,
): CompletionAnswer | null {
  if (post.blocks.blocks[blockAtLine(post.blocks, line)]?.kind === 'code') return null;
  const text = withoutTerminator(post.lines[line] ?? '');
  const before = text.slice(0, column);
  const argument = /\\(ref|eqref|label)\{([^{}\\$]*)$/.exec(before);
  if (argument) {
    const [, command = '', typed = ''] = argument;
    const items = command === 'label' ? missingLabels(post) : existingLabels(post);
    return { start: column - typed.length, end: column + restOfKey(text.slice(column)), items };
  }
  const command = /\\([a-z]{0,5})$/.exec(before);
  if (!command || before.endsWith('\\\\')) return null;
  const items = commands.filter((item) => item.text.startsWith(`\\${command[1] ?? ''}`));
  if (items.length === 0 || post.facts.labels.length === 0) return null;
  return { start: column - command[0].length, end: column, items };
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
  const tex = display ? texOf(post, display) : null;
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
