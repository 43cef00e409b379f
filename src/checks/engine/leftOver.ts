// engine.left-over: `\\\\` of which the Markdown engine takes nothing makes an empty row, which may take a number.
import type { Snapshot } from '../../core/post/facts.js';
import { shiftSpan } from '../../core/text/span.js';
import { message } from '../messages.js';
import type { Finding, PostRule } from '../rule.js';
import { automaticRows, damagedFormulas, type DamagedFormula } from './damagedFormulas.js';

export const leftOver: PostRule = {
  sees: 'post',
  code: 'engine.left-over',
  severity: 'warning',
  check(context) {
    return damagedFormulas(context)
      .filter(({ damage }) => damage.leftOver.length > 0)
      .map((damaged) => finding(damaged, context.post));
  },
};

function finding(damaged: DamagedFormula, post: Snapshot): Finding {
  const { formula, damage, block, offset } = damaged;
  const places = damage.leftOver.map(({ start, length }) => ({ start, end: start + length }));
  const first = places[0] ?? formula.span;
  const all = { start: first.start, end: (places.at(-1) ?? first).end };
  const numbered = emptyNumberedRows(damaged, post);
  return {
    span: shiftSpan(first, offset),
    message: numbered
      ? message('engine.left-over.numbers', { count: String(numbered) })
      : message('engine.left-over'),
    // Without a number the row may be wanted, for its space.
    ...(numbered ? {} : { severity: 'info' as const }),
    fix: {
      span: shiftSpan(all, offset),
      text: halved(block.text.slice(all.start, all.end)),
      title: message('fix.halve-backslashes'),
    },
  };
}

/** Backslashes that are not four stay as they are. */
function halved(source: string): string {
  return source.replace(/\\+/g, (run) => (run.length === 4 ? '\\\\' : run));
}

function emptyNumberedRows(damaged: DamagedFormula, post: Snapshot): number {
  const { text } = damaged.formula.tex;
  return automaticRows(text, damaged, post).filter(
    ({ span }) => text.slice(span.start, span.end).replaceAll('\\\\', '').trim() === '',
  ).length;
}
