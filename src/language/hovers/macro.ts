// Hover on a macro in a formula: its definition, and where it stands.
import { offsetInBlock } from '../../core/markdown/blockList.js';
import type { Macro } from '../../core/numbering/macros.js';
import { definitionOf } from '../../core/numbering/macroUse.js';
import type { Snapshot } from '../../core/post/facts.js';
import { reaches, type Span } from '../../core/text/span.js';

export interface MacroHover {
  readonly span: Span;
  /** As LaTeX defines it. */
  readonly definition: string;
  /** A use of it, to be shown; `null` where it takes more than braces. */
  readonly sample: string | null;
  readonly block: number;
  /** The line of the formula's block that defines it, from zero; `null` for a macro of the blog. */
  readonly line: number | null;
}

const command = /\\(?:[a-zA-Z]+|[^a-zA-Z\s])/g;

export function macroHover(post: Snapshot, offset: number): MacroHover | null {
  const { index: block, block: own, start, at } = offsetInBlock(post.blocks, offset);
  const formula = own?.formulas.find(({ span }) => reaches(span, at));
  if (!own || !formula) return null;
  const source = own.text.slice(formula.span.start, formula.span.end);
  for (const { 0: name, index } of source.matchAll(command)) {
    const from = start + formula.span.start + index;
    const span = { start: from, end: from + name.length };
    if (!reaches(span, offset)) continue;
    const macro = post.math[block]?.macrosBehind.commands.get(name.slice(1));
    if (!macro) return null;
    return { span, block, ...describe(post, block, name.slice(1), macro) };
  }
  return null;
}

function describe(
  post: Snapshot,
  block: number,
  name: string,
  macro: Macro,
): Pick<MacroHover, 'definition' | 'sample' | 'line'> {
  return {
    definition: definitionOf(name, macro),
    sample: sampleOf(name, macro),
    line: definingLine(post, block, name),
  };
}

/** The last block up to this one behind which the macro is another than before. */
function definingLine({ math, blocks }: Snapshot, block: number, name: string): number | null {
  for (let at = block; at >= 0; at--) {
    const { macrosBefore, macrosBehind } = math[at] ?? {};
    if (macrosBefore?.commands.get(name) !== macrosBehind?.commands.get(name)) {
      return blocks.firstLines[at] ?? null;
    }
  }
  return null;
}

function sampleOf(name: string, macro: Macro): string | null {
  switch (macro.kind) {
    case 'macro': {
      const count = macro.count - (macro.optional === null ? 0 : 1);
      const values = Array.from({ length: count }, (_, at) => `{\\#${at + 1}}`);
      return `\\${name}${values.join('')}`;
    }
    case 'delimiters':
      return `\\${name}{\\#1}`;
    case 'alias':
      return `\\${name}`;
    case 'template':
      return null;
  }
}
