// Which displays of a post are checked row by row: those that a comment marks, or all.
import type { Comment } from '../core/markdown/block.js';
import type { Snapshot } from '../core/post/facts.js';
import { checkStart } from '../core/post/worksheets.js';
import { sectionsApart } from '../core/post/sections.js';
import { sliceMapped, type MappedText } from '../core/text/mapped.js';
import { shiftSpan, type Span } from '../core/text/span.js';
import { formulaText, shiftMapped, type FormulaText } from './formulaText.js';

export interface CheckedDisplay {
  readonly formula: FormulaText;
  /** What the comment declares. */
  readonly domains: MappedText | null;
  /** Whether the writer asked for this display. */
  readonly isAsked: boolean;
  /** Sections that it does not belong to, where nobody asked for it. */
  readonly apart: readonly Span[];
}

interface PlacedComment {
  readonly span: Span;
  readonly domains: MappedText;
}

/** A comment that stands where it asks for nothing, though a display is near or it declares something. */
export interface StrayCheck {
  readonly span: Span;
  /** How far behind a display it stands with nothing between. */
  readonly gap: number | null;
}

export interface Checks {
  readonly checked: readonly CheckedDisplay[];
  readonly stray: readonly StrayCheck[];
}

export function checksOf(snapshot: Snapshot, all: boolean): Checks {
  const comments = checkComments(snapshot);
  if (comments.length === 0 && !all) return { checked: [], stray: [] };
  const displays = displaysOf(snapshot);
  const text = snapshot.lines.join('');
  const claimed = new Map<FormulaText, PlacedComment>();
  const stray: StrayCheck[] = [];
  for (const comment of comments) {
    const display =
      displays.find(({ span }) => isDirectlyBehind(text, span, comment.span)) ??
      displays.find(({ span }) => isAloneBefore(text, comment.span, span));
    if (display !== undefined) claimed.set(display, comment);
    else stray.push(...strayOf(text, comment, displays));
  }
  const checked = displays.flatMap((formula) => {
    const comment = claimed.get(formula);
    if (comment === undefined && !all) return [];
    const isAsked = comment !== undefined;
    const { headings } = snapshot.facts;
    const apart = isAsked ? [] : sectionsApart(headings, formula.span.start, text.length);
    return [{ formula, domains: comment?.domains ?? null, isAsked, apart }];
  });
  return { checked, stray };
}

/** A comment `check` far from displays may be a writer's own note. */
function strayOf(
  text: string,
  { span, domains }: PlacedComment,
  displays: readonly FormulaText[],
): readonly StrayCheck[] {
  const before = displays.find(
    (display) =>
      display.span.end <= span.start && text.slice(display.span.end, span.start).trim() === '',
  );
  const gap = before === undefined ? null : span.start - before.span.end;
  return gap === null && domains.text.trim() === '' ? [] : [{ span, gap }];
}

function checkComments({ blocks }: Snapshot): readonly PlacedComment[] {
  return blocks.blocks.flatMap((block, at) =>
    block.comments.flatMap((comment) => placedComment(comment, blocks.starts[at] ?? 0)),
  );
}

function placedComment(comment: Comment, offset: number): readonly PlacedComment[] {
  const start = checkStart(comment);
  if (start === null) return [];
  const domains = sliceMapped(comment.text, start, comment.text.text.length);
  return [{ span: shiftSpan(comment.span, offset), domains: shiftMapped(domains, offset) }];
}

function displaysOf({ blocks }: Snapshot): readonly FormulaText[] {
  return blocks.blocks.flatMap((block, at) =>
    block.formulas
      .filter(({ display }) => display)
      .map((formula) => formulaText(formula, blocks.starts[at] ?? 0)),
  );
}

/** `$$…$$ <!-- check -->`, on the line where the display ends. */
function isDirectlyBehind(text: string, display: Span, comment: Span): boolean {
  return display.end <= comment.start && /^[ \t]*$/.test(text.slice(display.end, comment.start));
}

/** The comment on a line of its own, then the display, with at most one empty line between. */
function isAloneBefore(text: string, comment: Span, display: Span): boolean {
  if (comment.end > display.start) return false;
  const lineStart =
    Math.max(text.lastIndexOf('\n', comment.start - 1), text.lastIndexOf('\r', comment.start - 1)) +
    1;
  return (
    /^[ \t>]*$/.test(text.slice(lineStart, comment.start)) &&
    /^[ \t]*(?:\r?\n[ \t>]*){1,2}$/.test(text.slice(comment.end, display.start))
  );
}
