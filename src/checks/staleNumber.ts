// number.stale: a number written by hand whose equation has another number by now.
import { hasReferences } from '../core/site/site.js';
import { staleNumbers, type StaleNumber } from './earlierNumbers.js';
import { message, type Message } from './messages.js';
import { referenceInPlace } from './referenceInPlace.js';
import { replacement } from './replacement.js';
import type { BlogContext, BlogRule, Fix, RelatedPlace } from './rule.js';

export const staleNumber: BlogRule = {
  sees: 'blog',
  code: 'number.stale',
  severity: 'warning',
  check(context) {
    return staleNumbers(context).map((stale) => ({
      span: stale.written.span,
      message: messageOf(stale, context),
      related: stale.post === context.path ? [equationOf(stale)] : [],
      fix: fixOf(stale, context),
      ofChange: true,
    }));
  },
};

function messageOf({ written, equation, post }: StaleNumber, { path }: BlogContext): Message {
  const data = { number: written.number, now: equation.number };
  return post === path
    ? message('number.stale', data)
    : message('number.stale.elsewhere', { ...data, post });
}

function equationOf({ equation: { number, span } }: StaleNumber): RelatedPlace {
  return { span, message: message('number.stale.equation', { number }) };
}

function fixOf({ written, equation, post }: StaleNumber, context: BlogContext): Fix {
  const { path, site } = context;
  const [label] = equation.labels;
  // References do not reach across pages.
  return label === undefined || post !== path || !hasReferences(site.math)
    ? replacement(written.number, written.numberSpan, equation.number)
    : replacement(`(${written.number})`, written.span, referenceInPlace(label, written, context));
}
