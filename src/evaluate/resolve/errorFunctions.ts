// The error function by the tail of the normal law (Abramowitz & Stegun 1964, 26.2.29): erf x = 1 − 2Q(√2·x).
import type { Span } from '../../core/text/span.js';
import { SCALAR, type Expression } from '../expression.js';
import { word } from '../read/names.js';
import { refuse } from '../refusal.js';
import type { BuiltIn } from './builtIn.js';
import { algorithmOf, constant, mapArrays, multiply, subtract, unary } from './construct.js';

export const ERROR_FUNCTIONS: readonly BuiltIn[] = [
  entrywise('erf', (value, span) => subtract(constant(1, span), complement(value, span), span)),
  entrywise('erfc', complement),
];

function entrywise(name: string, apply: (value: Expression, span: Span) => Expression): BuiltIn {
  return {
    names: [word(name)],
    arguments: 1,
    bar: null,
    resolve: ([value], span, context) =>
      value === undefined
        ? refuse('syntax.operand-missing', span)
        : mapArrays(context, [value], span, ([entry = value]) => apply(entry, span)),
  };
}

function complement(value: Expression, span: Span): Expression {
  const two = constant(2, span);
  const place = multiply([unary('sqrt', two, span), value], span);
  return multiply([two, algorithmOf('normalTail', [place], SCALAR, span)], span);
}
