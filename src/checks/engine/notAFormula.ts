// engine.not-a-formula: the Markdown engine takes a formula apart, so that readers see its source.
import type { Snapshot } from '../../core/post/facts.js';
import { message, type MessageCode } from '../messages.js';
import type { Finding, PostRule } from '../rule.js';
import { lostFormulas, type LossCause, type LostFormula } from './lostFormulas.js';
import { mend } from './mend.js';

export const notAFormula: PostRule = {
  sees: 'post',
  code: 'engine.not-a-formula',
  severity: 'error',
  check({ post, assumed }) {
    if (assumed.markdown) return [];
    return lostFormulas(post).map((lost) => finding(lost, post));
  },
};

function finding({ formula, span, cause, mark }: LostFormula, post: Snapshot): Finding {
  const mending = mend({ formula, span, meant: formula.tex.text }, post);
  return {
    span,
    message: message(codes[cause], { mark: mark.text }),
    related: [{ span: mark.span, message: message('engine.not-a-formula.mark') }],
    ...(mending && { fix: mending.fix }),
  };
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
