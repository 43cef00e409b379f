// engine.eaten-backslash: of commands such as `\,` and `\{` the Markdown engine leaves the sign alone.
import type { Snapshot } from '../../core/post/facts.js';
import { shiftSpan } from '../../core/text/span.js';
import { message } from '../messages.js';
import type { Finding, PostRule } from '../rule.js';
import { damagedFormulas, type DamagedFormula } from './damagedFormulas.js';
import { mend } from './mend.js';

export const eatenBackslash: PostRule = {
  sees: 'post',
  code: 'engine.eaten-backslash',
  severity: 'warning',
  check(context) {
    return (
      damagedFormulas(context)
        // What mends lost rows mends these, too.
        .filter(({ damage }) => damage.lostRows.length === 0 && damage.eaten.length > 0)
        .map((damaged) => finding(damaged, context.post))
    );
  },
};

function finding(
  { formula, span, damage, block, offset }: DamagedFormula,
  post: Snapshot,
): Finding {
  const { eaten, meant } = damage;
  const mending = mend([{ formula, span, meant, runs: eaten }], post);
  const signs = [...new Set(eaten.map(({ start }) => block.text.charAt(start + 1)))];
  const start = eaten[0]?.start ?? formula.span.start;
  const effect = signs.includes('%') ? '.comment' : '';
  const how = mending?.way === 'dollars' ? '.dollars' : '';
  return {
    span: shiftSpan({ start, end: start + 2 }, offset),
    message: message(`engine.eaten-backslash${effect}${how}`, {
      commands: signs.map((sign) => `\\${sign}`).join(' '),
      signs: signs.join(' '),
    }),
    related: [],
    ...(mending && { fix: mending.fix }),
  };
}
