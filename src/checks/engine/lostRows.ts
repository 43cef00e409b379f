// engine.lost-rows: `\\` reaches the math engine as `\`, so that rows run into one and later numbers shift.
import type { Snapshot } from '../../core/post/facts.js';
import { shiftSpan } from '../../core/text/span.js';
import { message } from '../messages.js';
import type { Finding, PostRule } from '../rule.js';
import { automaticRows, damagedFormulas, type DamagedFormula } from './damagedFormulas.js';
import { mend } from './mend.js';

export const lostRows: PostRule = {
  sees: 'post',
  code: 'engine.lost-rows',
  severity: 'error',
  check(context) {
    return damagedFormulas(context)
      .filter(({ damage }) => damage.lostRows.length > 0)
      .map((damaged) => finding(damaged, context.post));
  },
};

function finding(damaged: DamagedFormula, post: Snapshot): Finding {
  const { formula, span, damage, offset } = damaged;
  const { lostRows, eaten, rows, meant } = damage;
  const mending = mend([{ formula, span, meant, runs: [...lostRows, ...eaten] }], post);
  const shift = takesFewerNumbers(damaged, post) ? '.numbers' : '';
  // Where more backslashes than two came to one, more still would not help.
  const isLong = lostRows.some(({ length }) => length > 2);
  const how = mending?.way === 'dollars' || (!mending && isLong) ? '.dollars' : '';
  const { start, length } = lostRows[0] ?? { start: formula.span.start, length: 0 };
  return {
    span: shiftSpan({ start, end: start + length }, offset),
    message: message(`engine.lost-rows${shift}${how}`, {
      seen: String(rows),
      meant: String(rows + lostRows.length),
    }),
    ...(mending && { fix: mending.fix }),
  };
}

function takesFewerNumbers(damaged: DamagedFormula, post: Snapshot): boolean {
  const { formula, damage } = damaged;
  const seen = automaticRows(formula.tex.text, damaged, post);
  return seen.length < automaticRows(damage.meant, damaged, post).length;
}
