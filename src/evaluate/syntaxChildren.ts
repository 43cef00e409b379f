// One walk over what a formula says: the parts of a node, for all that looks through formulas.
import type { Binder, Index, NameSyntax, NormOrder, Syntax } from './syntax.js';

/** The expressions that stand directly in one, as they are written. */
export function partsOf(syntax: Syntax): readonly Syntax[] {
  return (PARTS[syntax.kind] as PartsOf<Syntax>)(syntax);
}

type PartsOf<Kind extends Syntax> = (syntax: Kind) => readonly Syntax[];

const none = (): readonly Syntax[] => [];

const PARTS: { readonly [Kind in Syntax['kind']]: PartsOf<Syntax & { kind: Kind }> } = {
  number: none,
  name: none,
  constant: none,
  dots: none,
  file: none,
  sum: ({ terms }) => terms.map(({ body }) => body),
  product: ({ factors }) => factors.map(({ body }) => body),
  quotient: ({ numerator, denominator }) => [numerator, denominator],
  remainder: ({ left, right }) => [left, right],
  inner: ({ left, right }) => [left, right],
  power: ({ base, exponent }) => [base, exponent],
  transpose: ({ base }) => [base],
  positivePart: ({ base }) => [base],
  factorial: ({ base }) => [base],
  indexed: ({ base, indices }) => [base, ...(indices ?? []).flatMap(partsOfIndex)],
  group: ({ items }) => items,
  set: ({ items, conditions }) => [...items, ...(conditions ?? [])],
  bars: ({ body, order }) => [body, ...(order === null ? [] : partsOfIndex(order))],
  floor: ({ body }) => [body],
  ceiling: ({ body }) => [body],
  count: ({ body }) => [body],
  root: ({ degree, radicand }) => [...optional(degree), radicand],
  function: ({ base, power, argument }) => [...optional(base), ...optional(power), argument],
  derivative: ({ variables, body }) => [...(variables ?? []), body],
  integral: ({ variable, range, body }) => [variable, ...(range ?? []), body],
  limit: ({ variable, point, body }) => [variable, point, body],
  substitution: ({ values, body }) => [...values.flatMap(({ name, value }) => [name, value]), body],
  recurrence: ({ index, start, step }) => [index, start, step],
  solution: ({ time, unknowns, slopes, begin, starts }) => [
    time,
    ...unknowns,
    ...slopes,
    begin,
    ...starts,
  ],
  big: ({ binder, body }) => [...partsOfBinder(binder), body],
  statistic: ({ binder, body }) => [...partsOfBinder(binder), body],
  cases: ({ branches }) =>
    branches.flatMap(({ value, conditions }) => [value, ...(conditions ?? [])]),
  matrix: ({ rows }) => rows.flat(),
  indicator: ({ conditions }) => conditions,
  ones: ({ length }) => optional(length),
  relation: ({ operands }) => operands,
  call: ({ callee, group }) => [callee, group],
};

function optional(syntax: Syntax | null): readonly Syntax[] {
  return syntax === null ? [] : [syntax];
}

function partsOfIndex(index: Index | NormOrder): readonly Syntax[] {
  return index.kind === 'expression' || index.kind === 'order' ? [index.body] : [];
}

export function partsOfBinder(binder: Binder | null): readonly Syntax[] {
  switch (binder?.kind) {
    case undefined:
      return [];
    case 'range':
      return [binder.index, ...optional(binder.from), binder.to];
    case 'indices':
      return binder.names;
    case 'condition':
      return binder.conditions;
  }
}

/** Visits an expression and all that stands in it. */
export function visitSyntax(syntax: Syntax, visit: (node: Syntax) => void): void {
  visit(syntax);
  for (const part of partsOf(syntax)) visitSyntax(part, visit);
}

export function visitBinders(syntax: Syntax, visit: (binder: Binder) => void): void {
  visitSyntax(syntax, (node) => {
    if ((node.kind === 'big' || node.kind === 'statistic') && node.binder !== null)
      visit(node.binder);
  });
}

/** The names that a node binds in all that stands in it. */
export function boundNames(syntax: Syntax): readonly NameSyntax[] {
  if (syntax.kind === 'integral' || syntax.kind === 'limit') return [syntax.variable];
  if (syntax.kind === 'substitution') return syntax.values.map(({ name }) => name);
  if (syntax.kind === 'recurrence') return [syntax.index];
  if (syntax.kind === 'solution') return [syntax.time, ...syntax.unknowns];
  if ((syntax.kind !== 'big' && syntax.kind !== 'statistic') || syntax.binder === null) return [];
  const { binder } = syntax;
  if (binder.kind === 'range') return [binder.index];
  return binder.kind === 'indices' ? binder.names : [];
}
