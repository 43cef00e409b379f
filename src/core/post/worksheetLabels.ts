// The labels that the worksheets of a post name: `\eqref{eq:x}` takes the definitions of that display.
import type { Block } from '../markdown/block.js';

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
    ...fences.filter(({ info }) => info.trim() === 'eval').map(({ body }) => body.text),
    ...comments.map(({ text }) => text.text).filter((text) => /^\s*eval:/.test(text)),
  ];
}
