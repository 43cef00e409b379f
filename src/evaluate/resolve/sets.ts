// Finite sets of numbers, intervals and ranges of whole numbers.
import { compareFractions, toNumber } from '../compute/fraction.js';
import type { ElementSet, Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import type { GroupSyntax, SetSyntax, Syntax } from '../syntax.js';
import { showName } from '../read/names.js';
import { constant, staticFraction, staticNumber } from './construct.js';
import { findMeaning, requireScalar, resolveIn, type Context } from './context.js';

export type SetMeaning =
  | { readonly kind: 'elements'; readonly elements: ElementSet }
  | {
      readonly kind: 'interval';
      readonly from: Expression;
      readonly to: Expression;
      readonly openFrom: boolean;
      readonly openTo: boolean;
    }
  /** Whole numbers, both ends included. */
  | { readonly kind: 'range'; readonly from: Expression; readonly to: Expression }
  /** `\mathbb{R}` and its like. */
  | { readonly kind: 'numbers' };

/** What stands behind `\in`. */
export function resolveSet(syntax: Syntax, context: Context): SetMeaning {
  switch (syntax.kind) {
    case 'name': {
      const meaning = findMeaning(context, syntax.name);
      if (meaning?.kind === 'set') return { kind: 'elements', elements: meaning.elements };
      if (/^\\mathbb\{[RNZQC]\}$/.test(syntax.name.key)) return { kind: 'numbers' };
      if (meaning !== null) refuse('set.expected', syntax.span);
      return refuse('set.unbound', syntax.span, { name: showName(syntax.name) });
    }
    case 'group':
      return groupAsSet(syntax, context);
    case 'set':
      return setLiteral(syntax, context);
    case 'power':
    case 'indexed':
      return indexedSet(syntax, context);
    default:
      return refuse('set.expected', syntax.span);
  }
}

/** `\Omega_{neg}` as a name of its own. */
function indexedSet(
  syntax: Extract<Syntax, { kind: 'power' | 'indexed' }>,
  context: Context,
): SetMeaning {
  if (syntax.kind === 'indexed' && syntax.full !== null) {
    const meaning = findMeaning(context, syntax.full);
    if (meaning?.kind === 'set') return { kind: 'elements', elements: meaning.elements };
    if (meaning === null) refuse('set.unbound', syntax.span, { name: showName(syntax.full) });
  }
  return refuse('set.expected', syntax.span);
}

/** `[0,1)` is an interval, `[n]` is 1 to n. */
function groupAsSet({ items, open, close, bar, span }: GroupSyntax, context: Context): SetMeaning {
  const [from, to] = items;
  if (bar !== null || from === undefined) refuse('set.expected', span);
  const start = requireScalar(resolveIn(context, from));
  if (items.length === 1 && open === '[' && close === ']')
    return { kind: 'range', from: constant(1, span), to: start };
  if (items.length !== 2 || to === undefined) refuse('set.expected', span);
  const end = requireScalar(resolveIn(context, to));
  return { kind: 'interval', from: start, to: end, openFrom: open === '(', openTo: close === ')' };
}

/** `\{1,3\}`, `\{1,\dots,n\}`. */
export function setLiteral(syntax: SetSyntax, context: Context): SetMeaning {
  const { items, conditions, span } = syntax;
  if (conditions !== null) refuse('set.builder-here', span);
  const dots = items.findIndex((item) => item.kind === 'dots');
  if (dots >= 0) return dottedRange(syntax, dots, context);
  const elements = items.map((item) => {
    const exact = staticFraction(requireScalar(resolveIn(context, item)));
    return exact ?? refuse('set.element-unknown', item.span);
  });
  const exact = elements
    .sort(compareFractions)
    .filter((each, at, all) => at === 0 || compareFractions(each, all[at - 1] ?? each) !== 0);
  return { kind: 'elements', elements: { values: Float64Array.from(exact, toNumber), exact } };
}

/** `1, …, n` or `1, 2, …, n`. */
function dottedRange({ items, span }: SetSyntax, dots: number, context: Context): SetMeaning {
  const last = items[dots + 1];
  const before = items.slice(0, dots).map((item) => staticNumber(resolveIn(context, item)));
  const counts = before.every((value, at) => value !== null && value === (before[0] ?? 0) + at);
  const [first] = items;
  if (!counts || before.length === 0 || last === undefined || items.length !== dots + 2)
    refuse('unsupported.dots', span);
  if (first === undefined) refuse('unsupported.dots', span);
  return {
    kind: 'range',
    from: resolveIn(context, first),
    to: requireScalar(resolveIn(context, last)),
  };
}
