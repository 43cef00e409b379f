// engine.not-a-formula: the Markdown engine takes formulas apart, so that readers see their source.
import type { Formula } from '../../core/markdown/block.js';
import type { Snapshot } from '../../core/post/facts.js';
import type { Span } from '../../core/text/span.js';
import { message, type MessageCode } from '../messages.js';
import type { Finding, PostRule } from '../rule.js';
import { lostFormulas, type LossCause, type LostFormula } from './lostFormulas.js';
import { fourBackslashes, mend } from './mend.js';

export const notAFormula: PostRule = {
  sees: 'post',
  code: 'engine.not-a-formula',
  severity: 'error',
  check({ post, assumed }) {
    if (assumed.markdown) return [];
    return grouped(lostFormulas(post)).map((group) => finding(group, post));
  },
};

type Group = readonly [LostFormula, ...LostFormula[]];

/** Emphasis from one formula to another breaks those between, too: what it breaks of a block is one finding. */
function grouped(lost: readonly LostFormula[]): readonly Group[] {
  const groups: [LostFormula, ...LostFormula[]][] = [];
  for (const formula of lost) {
    const last = groups.at(-1);
    const isSame = last?.[0].block === formula.block && last[0].cause === formula.cause;
    if (last && isSame && formula.cause === 'emphasis') last.push(formula);
    else groups.push([formula]);
  }
  return groups;
}

function finding(group: Group, post: Snapshot): Finding {
  const [{ formula, span, cause, mark }, ...others] = group;
  const mending = mend(
    group.map(({ formula, span }) => ({
      formula,
      span,
      meant: formula.tex.text.replace(fourBackslashes, '\\\\'),
    })),
    post,
  );
  const count = String(group.length);
  const code = group.length > 1 ? 'engine.not-a-formula.emphasis.several' : codes[cause];
  return {
    span: firstLine(span, formula),
    message: message(code, { mark: mark.text, count }),
    related: [
      { span: mark.span, message: message('engine.not-a-formula.mark') },
      ...others.map((other) => ({
        span: other.span,
        message: message('engine.not-a-formula.other'),
      })),
    ],
    ...(mending && { fix: mending.fix }),
  };
}

/** A display that is marked to its end hides what is marked in it. */
function firstLine({ start, end }: Span, { delimiter, tex }: Formula): Span {
  const length = tex.text.search(/\r?\n/);
  const opening = delimiter === 'environment' ? 0 : delimiter.length;
  return { start, end: length < 0 ? end : start + opening + length };
}

const codes: Readonly<Record<LossCause, MessageCode>> = {
  delimiter: 'engine.not-a-formula.delimiter',
  brace: 'engine.not-a-formula.brace',
  blankLine: 'engine.not-a-formula.blank-line',
  line: 'engine.not-a-formula.line',
  pipe: 'engine.not-a-formula.pipe',
  html: 'engine.not-a-formula.html',
  link: 'engine.not-a-formula.link',
  emphasis: 'engine.not-a-formula.emphasis',
};
