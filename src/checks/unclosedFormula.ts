// tex.unclosed: a formula that begins and never ends, so that readers see its source.
import type { UnclosedFormula } from '../core/markdown/block.js';
import { shiftSpan } from '../core/text/span.js';
import { type Message, message } from './messages.js';
import type { PostRule } from './rule.js';

export const unclosedFormula: PostRule = {
  sees: 'post',
  code: 'tex.unclosed',
  severity: 'error',
  check({ post }) {
    return post.blocks.blocks.flatMap(({ unclosed }, at) =>
      unclosed.map((formula) => ({
        span: shiftSpan(formula.span, post.blocks.starts[at] ?? 0),
        message: messageOf(formula),
      })),
    );
  },
};

function messageOf({ lacks, subject }: UnclosedFormula): Message {
  if (lacks === 'brace') return message('tex.unclosed.brace');
  return subject === '$$'
    ? message('tex.unclosed.dollars')
    : message('tex.unclosed.environment', { environment: subject });
}
