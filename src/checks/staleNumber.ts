// number.stale: a number written by hand whose equation has another number by now.
import { mendedNumber } from './mendedNumber.js';
import { message, type Message } from './messages.js';
import type { BlogContext, BlogRule, RelatedPlace } from './rule.js';
import { staleNumbers, type StaleNumber } from './staleNumbers.js';

export const staleNumber: BlogRule = {
  sees: 'blog',
  code: 'number.stale',
  severity: 'warning',
  check(context) {
    return staleNumbers(context).map((stale) => ({
      span: stale.written.span,
      message: messageOf(stale, context),
      related: stale.post === context.path ? [equationOf(stale)] : [],
      fix: mendedNumber(stale, context),
      ofChange: stale.ofChange,
    }));
  },
};

function messageOf(
  { written, equation, post, isLink }: StaleNumber,
  { path }: BlogContext,
): Message {
  const data = { number: written.number, now: equation.number };
  const code = isLink ? 'number.stale.link' : 'number.stale';
  return post === path ? message(code, data) : message(`${code}.elsewhere`, { ...data, post });
}

function equationOf({ equation: { number, span } }: StaleNumber): RelatedPlace {
  return { span, message: message('number.stale.equation', { number }) };
}
