// Tables and pictures that were inserted into a post from its results, each behind a comment that names its statements.
import type { Block, Comment } from '../markdown/block.js';
import { shiftSpan, type Span } from '../text/span.js';
import type { Snapshot } from './facts.js';

export interface InsertedResult {
  /** As the comment has them: by `statementName`. */
  readonly statements: readonly string[];
  /** The comment. */
  readonly span: Span;
  /** What stands below it; `null` where that is something else. */
  readonly shown: ShownResult | null;
}

/** `span` is without the blank lines below it. */
export type ShownResult =
  | { readonly kind: 'picture'; readonly span: Span; readonly target: string }
  | { readonly kind: 'table'; readonly span: Span };

const COMMENT_START = /^\s*eval-result:/;
const BETWEEN = ' ;; ';

/** Those that stand by themselves, not in quotes or lists. */
export function insertedResultsOf({
  blocks: { blocks, starts },
}: Snapshot): readonly InsertedResult[] {
  return blocks.flatMap((block, at) => {
    const [comment] = block.comments;
    const statements = comment === undefined ? null : statementsIn(block, comment);
    if (comment === undefined || statements === null) return [];
    const below = (starts[at] ?? 0) + block.text.length;
    const span = shiftSpan(comment.span, starts[at] ?? 0);
    return [{ statements, span, shown: shownIn(blocks[at + 1], below) }];
  });
}

/** The comment before what is inserted. */
export function insertedComment(statements: readonly string[]): string {
  return `<!-- eval-result: ${statements.map(statementName).join(BETWEEN)} -->`;
}

/**
 * A statement on one line, as it may stand in a comment of any engine: `--` could end one, and `{{` is what
 * generators fill in. Blanks between say the same to LaTeX.
 */
export function statementName(source: string): string {
  return source
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/-(?=-)/g, '- ')
    .replace(/\{(?=[{%#])/g, '{ ')
    .replace(/\}(?=\})/g, '} ')
    .replace(/;(?=;)/g, '; ');
}

/** Equal for statements that say the same: blanks count only where they part a command from a letter. */
export function statementKey(source: string): string {
  return statementName(source)
    .replace(/(?<!\\)(?<!\\[a-zA-Z]+(?= [a-zA-Z])) /g, '')
    .replace(/[.,;，]+$/, '');
}

/** `null` where the comment is another one, or does not stand alone. */
function statementsIn(
  { kind, text }: Block,
  { text: { text: inner }, span }: Comment,
): readonly string[] | null {
  const start = COMMENT_START.exec(inner);
  if (start === null || kind !== 'html') return null;
  if (text.trim().length !== span.end - span.start || /[\r\n]/.test(inner)) return null;
  return inner.slice(start[0].length).trim().split(BETWEEN);
}

function shownIn(block: Block | undefined, start: number): ShownResult | null {
  if (block === undefined) return null;
  const { kind, text, links } = block;
  const lead = text.length - text.trimStart().length;
  const span = { start: start + lead, end: start + text.trimEnd().length };
  if (kind === 'table')
    return { kind: 'table', span: { ...span, end: start + lead + rowsIn(text.slice(lead)) } };
  const [link] = links;
  if (kind !== 'paragraph' || link?.kind !== 'image' || link.byLabel) return null;
  const isAlone = link.span.end - link.span.start === span.end - span.start;
  return isAlone ? { kind: 'picture', span, target: link.target } : null;
}

/** How far the rows of a table reach: engines take a caption or attributes below it for one more. */
function rowsIn(table: string): number {
  const isRow = table.startsWith('|') ? /^\s*\|/ : /\|/;
  let end = 0;
  for (const [line] of table.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    if (!isRow.test(line)) break;
    end += line.length;
  }
  return table.slice(0, end).trimEnd().length;
}
