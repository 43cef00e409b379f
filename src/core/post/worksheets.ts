// Which parts of a post are worksheets or marks, and the labels that worksheets name: `\eqref{eq:x}`
// takes the definitions of that display.
import type { Block, Comment, Fence } from '../markdown/block.js';

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

/** Whether the author asks for values: with a worksheet or a mark. */
export function asksForValues(blocks: readonly Block[]): boolean {
  return blocks.some(
    ({ fences, comments }) =>
      fences.some(isWorksheetFence) ||
      comments.some((comment) => isMark(comment) || worksheetStart(comment) !== null),
  );
}

const reference = /\\eqref\s*\{([^{}]*)\}/g;

export function labelsOfWorksheets(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) =>
    worksheetTexts(block).flatMap((text) =>
      [...text.matchAll(reference)].map((found) => found[1] ?? ''),
    ),
  );
}

function worksheetTexts({ fences, comments }: Block): readonly string[] {
  return [
    ...fences.filter(isWorksheetFence).map(({ body }) => body.text),
    ...comments.filter((comment) => worksheetStart(comment) !== null).map(({ text }) => text.text),
  ];
}
