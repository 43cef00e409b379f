// Which parts of a post are worksheets or marks, and the labels that worksheets name: `\eqref{eq:x}`
// takes the definitions of that display.
import type { Block, Comment, Fence } from '../markdown/block.js';
import { spanToSource, type MappedText } from '../text/mapped.js';
import type { Span } from '../text/span.js';

/** A fenced block whose info word is exactly `eval`. */
export function isWorksheetFence({ info }: Fence): boolean {
  return info.trim() === 'eval';
}

/** Where the statements of a one-line comment `<!-- eval: … -->` begin; `null` for any other comment. */
export function worksheetStart({ text: { text } }: Comment): number | null {
  const opening = /^\s*eval:/.exec(text);
  return opening === null || /[\r\n]/.test(text) ? null : opening[0].length;
}

/** `<!--= … -->` behind a formula or a number. */
export function isMark({ text: { text } }: Comment): boolean {
  return text.startsWith('=');
}

/**
 * Where the domains of `<!-- check: x \\in \\mathbb{R}^n -->` begin, which asks for the check of a display;
 * `null` for any other comment.
 */
export function checkStart({ text: { text } }: Comment): number | null {
  const opening = /^\s*check\s*(?::|$)/.exec(text);
  return opening === null || /[\r\n]/.test(text) ? null : opening[0].length;
}

/** Whether the author asks for values: with a worksheet, a mark or a check. */
export function asksForValues(blocks: readonly Block[]): boolean {
  return blocks.some(
    ({ fences, comments }) =>
      fences.some(isWorksheetFence) ||
      comments.some(
        (comment) =>
          isMark(comment) || worksheetStart(comment) !== null || checkStart(comment) !== null,
      ),
  );
}

/** A label that a worksheet names, and where. */
export interface WorksheetReference {
  readonly key: string;
  readonly span: Span;
  readonly keySpan: Span;
}

const reference = /\\eqref\s*\{([^{}]*)\}/g;

/** Places count from the block's start. */
export function worksheetReferences(block: Block): readonly WorksheetReference[] {
  return worksheetTexts(block).flatMap(referencesIn);
}

export function referencesIn(worksheet: MappedText): readonly WorksheetReference[] {
  return [...worksheet.text.matchAll(reference)].map(({ 0: whole, 1: inner = '', index }) => {
    const place = (start: number, end: number): Span => spanToSource(worksheet, { start, end });
    const key = inner.trim();
    const end = index + whole.length;
    const keyStart = end - 1 - inner.trimStart().length;
    return { key, span: place(index, end), keySpan: place(keyStart, keyStart + key.length) };
  });
}

function worksheetTexts({ fences, comments }: Block): readonly MappedText[] {
  return [
    ...fences.filter(isWorksheetFence).map(({ body }) => body),
    ...comments
      .filter((comment) => worksheetStart(comment) !== null || checkStart(comment) !== null)
      .map(({ text }) => text),
  ];
}
