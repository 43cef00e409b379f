// engine.eaten-backslash: of commands such as `\,` and `\{` the Markdown engine leaves the sign alone.
import { noMacros } from '../../core/numbering/macros.js';
import type { Snapshot } from '../../core/post/facts.js';
import { shiftSpan } from '../../core/text/span.js';
import { message } from '../messages.js';
import type { Finding, PostRule } from '../rule.js';
import { isError } from './brokenByMarkdown.js';
import { damagedFormulas, type DamagedFormula } from './damagedFormulas.js';
import { mend } from './mend.js';

export const eatenBackslash: PostRule = {
  sees: 'post',
  code: 'engine.eaten-backslash',
  severity: 'error',
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
  { formula, span, damage, block, at, offset }: DamagedFormula,
  post: Snapshot,
): Finding {
  const { eaten, meant } = damage;
  const macros = post.math[at]?.macrosBefore ?? noMacros;
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
    ...(isError(formula.tex.text, formula, macros, post.site) ? {} : { severity: 'warning' }),
    ...(mending && { fix: mending.fix }),
  };
}
