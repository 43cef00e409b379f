// number.stale: a number written by hand whose equation has another number by now.
import type { PostFacts } from '../core/post/facts.js';
import { staleNumbers, type StaleNumber } from './earlierNumbers.js';
import { message, type Message } from './messages.js';
import { referenceInPlace } from './referenceInPlace.js';
import type { BlogRule, Fix } from './rule.js';

export const staleNumber: BlogRule = {
  sees: 'blog',
  code: 'number.stale',
  severity: 'warning',
  check(context) {
    return staleNumbers(context).map((stale) => ({
      span: stale.written.span,
      message: messageOf(stale),
      related: [],
      fix: fixOf(stale, context.facts, context.site.math === 'katex'),
    }));
  },
};

function messageOf({ written: { number }, now, post }: StaleNumber): Message {
  return post === null
    ? message('number.stale', { number, now })
    : message('number.stale.elsewhere', { number, now, post });
}

function fixOf({ written, now, label }: StaleNumber, facts: PostFacts, isKatex: boolean): Fix {
  return label === null || isKatex
    ? { span: written.numberSpan, text: now }
    : { span: written.span, text: referenceInPlace(label, written, facts) };
}
