// Completion: the kinds of things that are completed, and how many of them are offered at once.
import { blockAtLine } from '../../core/markdown/blockList.js';
import { lineStarts, withoutTerminator, type Position } from '../../core/text/lines.js';
import type { LanguageContext } from '../context.js';
import { hasLetters } from '../lettersInOrder.js';
import { commands } from './commands.js';
import { environments } from './environments.js';
import type { CompletionAnswer, CompletionKind } from './item.js';
import { labels } from './labels.js';
import { linkFragments } from './linkFragments.js';
import { missingLabels } from './missingLabels.js';
import { titles } from './titles.js';

/** The first that has an answer gives it. */
const kinds: readonly CompletionKind[] = [
  labels,
  missingLabels,
  environments,
  linkFragments,
  titles,
  commands,
];

export const completionTriggers: readonly string[] = [
  ...new Set(kinds.flatMap(({ triggers }) => triggers)),
];

/** More than that nobody reads; editors take time for each. */
const mostItems = 200;

export function completion(context: LanguageContext, position: Position): CompletionAnswer | null {
  const { post } = context;
  const { line, column } = position;
  if (post.blocks.blocks[blockAtLine(post.blocks, line)]?.kind === 'code') return null;
  const text = withoutTerminator(post.lines[line] ?? '');
  const [before, after] = [text.slice(0, column), text.slice(column)];
  const offset = (lineStarts(post.lines)[line] ?? 0) + before.length;
  for (const kind of kinds) {
    const answer = kind.complete({ context, offset, before, after });
    if (answer) return limited(answer, before.slice(answer.start));
  }
  return null;
}

/** Of many items, those that what was typed can become, up to a limit. */
function limited(answer: CompletionAnswer, typed: string): CompletionAnswer {
  if (answer.items.length <= mostItems) return answer;
  const letters = typed.toLowerCase();
  const items = answer.items.filter(({ filter }) => hasLetters(letters, filter));
  return { ...answer, items: items.slice(0, mostItems), isIncomplete: true };
}
