// Whether a post has the formulas that it had, but for labels and references: a dollar sign that comes or goes
// may pair with one that the Markdown engine has left alone.
import type { Block } from '../../core/markdown/block.js';
import type { Snapshot } from '../../core/post/facts.js';

export function keepsFormulas(before: Snapshot, after: Snapshot): boolean {
  const [was, is] = [before.blocks.blocks, after.blocks.blocks];
  const length = Math.min(was.length, is.length);
  let from = 0;
  while (from < length && was[from] === is[from]) from++;
  let kept = 0;
  while (kept < length - from && was.at(-1 - kept) === is.at(-1 - kept)) kept++;
  return (
    formulasOf(was.slice(from, was.length - kept)) === formulasOf(is.slice(from, is.length - kept))
  );
}

function formulasOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap(({ formulas }) => formulas.map(({ display, tex }) => `${display} ${bare(tex.text)}`))
    .filter((formula) => !/^\S+ \\(?:eq)?ref\{[^{}]*\}$/.test(formula))
    .join('\n');
}

function bare(tex: string): string {
  return tex.replace(/\\label\s*\{[^{}]*\}/g, '').replace(/\s+/g, '');
}
