// Binds names and finds shapes: the one switch over what a formula can say.
import { fractionOf } from '../compute/fraction.js';
import { decimalText } from '../decimal.js';
import { shapeOf, describeShape, type Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import type {
  CasesSyntax,
  CountSyntax,
  IndicatorSyntax,
  NumberSyntax,
  QuotientSyntax,
  RemainderSyntax,
  SumSyntax,
  Syntax,
} from '../syntax.js';
import { resolveCall } from './calls.js';
import { resolveDerivative } from './derivatives.js';
import { resolveConditions, resolveRelations } from './conditions.js';
import { addTerms, constant, exactConstant, indicatorOf, mapArrays } from './construct.js';
import { resolveIn, type Context } from './context.js';
import { expandTermDots } from './dots.js';
import { resolveIntegral } from './integrals.js';
import { resolveLimit } from './limits.js';
import { resolveGroup, resolveMatrix } from './lists.js';
import { resolveBig } from './loops.js';
import { resolveIndexed, resolveName } from './names.js';
import { resolveBars, resolveInner } from './norms.js';
import { PASSES_SIZE, resolveAlike, resolveOnes, withFit } from './openSizes.js';
import {
  resolveFunction,
  resolveMarked,
  resolvePower,
  resolveRoot,
  resolveRound,
} from './powers.js';
import { quotientOf, resolveProduct } from './products.js';
import { countOf } from './builders.js';
import { resolveRecurrence } from './recurrences.js';
import { resolveSolution } from './solutions.js';
import { stableComplement } from './stable.js';
import { resolveStatistic } from './statistics.js';
import { resolveSubstitution } from './substitutions.js';

export function resolve(syntax: Syntax, context: Context): Expression {
  if (--context.shared.room.nodes < 0) refuse('limit.nodes', syntax.span);
  const fitted = context.fits === null || PASSES_SIZE.has(syntax.kind);
  const inside = fitted ? context : withFit(context, null);
  return (RESOLVERS[syntax.kind] as Resolver<Syntax>)(syntax, inside);
}

type Resolver<Kind extends Syntax> = (syntax: Kind, context: Context) => Expression;

const RESOLVERS: { readonly [Kind in Syntax['kind']]: Resolver<Syntax & { kind: Kind }> } = {
  number: resolveNumber,
  constant: ({ constant: name, span }) => constant(name === 'e' ? Math.E : Infinity, span),
  name: resolveName,
  indexed: resolveIndexed,
  sum: resolveSum,
  product: resolveProduct,
  remainder: resolveRemainder,
  quotient: resolveQuotient,
  power: resolvePower,
  transpose: resolveMarked,
  positivePart: resolveMarked,
  factorial: resolveMarked,
  group: resolveGroup,
  bars: resolveBars,
  floor: resolveRound,
  ceiling: resolveRound,
  inner: resolveInner,
  root: resolveRoot,
  function: resolveFunction,
  derivative: resolveDerivative,
  integral: resolveIntegral,
  limit: resolveLimit,
  substitution: resolveSubstitution,
  recurrence: resolveRecurrence,
  solution: resolveSolution,
  big: resolveBig,
  statistic: resolveStatistic,
  call: resolveCall,
  count: resolveCount,
  cases: resolveCases,
  matrix: resolveMatrix,
  indicator: resolveIndicator,
  ones: resolveOnes,
  set: ({ span }) => refuse('value.set', span),
  relation: ({ span }) => refuse('value.relation', span),
  dots: ({ span }) => refuse('unsupported.dots', span),
  file: ({ span }) => refuse('data.alone', span),
};

function resolveNumber(number: NumberSyntax): Expression {
  const exact = fractionOf(decimalText(number));
  return exact === null ? constant(number.value, number.span) : exactConstant(exact, number.span);
}

function resolveCount({ body, span }: CountSyntax, context: Context): Expression {
  return body.kind === 'set'
    ? countOf(body, span, context)
    : refuse('syntax.count-of-no-set', span);
}

function resolveSum({ terms, span }: SumSyntax, context: Context): Expression {
  const expanded = expandTermDots(terms, span);
  const values = resolveAlike(
    expanded.map(({ body }) => body),
    context,
  );
  const matrix = values.find((value) => shapeOf(value).rank === 2);
  const number = values.find((value) => shapeOf(value).rank === 0);
  if (matrix !== undefined && number !== undefined)
    refuse('shape.number-plus-matrix', number.span, { found: describeShape(shapeOf(matrix)) });
  return mapArrays(context, values, span, (entries) => {
    const terms = entries.map((body, at) => ({ negative: expanded[at]?.negative ?? false, body }));
    const stable = stableComplement(terms, span);
    if (stable !== null) context.shared.notes.add('stable.complement');
    return stable ?? addTerms(terms, span);
  });
}

function resolveRemainder({ left, right, span }: RemainderSyntax, context: Context): Expression {
  const values = [resolveIn(context, left), resolveIn(context, right)];
  return mapArrays(context, values, span, ([dividend, divisor]) => ({
    kind: 'remainder',
    left: dividend ?? constant(NaN, span),
    right: divisor ?? constant(NaN, span),
    span,
  }));
}

function resolveQuotient(
  { numerator, denominator, span }: QuotientSyntax,
  context: Context,
): Expression {
  return quotientOf(resolveIn(context, numerator), resolveIn(context, denominator), span, context);
}

/** The first case that holds; a vector takes its case entry by entry only in the values. */
function resolveCases({ branches, span }: CasesSyntax, context: Context): Expression {
  const values = branches.map(({ value }) => resolveIn(context, value));
  const conditions = branches.map((branch) =>
    branch.conditions === null ? null : resolveConditions(branch.conditions, context),
  );
  const otherwise = conditions.indexOf(null);
  if (otherwise >= 0 && otherwise < branches.length - 1)
    refuse('syntax.otherwise-not-last', branches[otherwise]?.value.span ?? span);
  return mapArrays(context, values, span, (entries) => ({
    kind: 'choose',
    branches: conditions.flatMap((held, at) => {
      const value = entries[at];
      return held === null || value === undefined ? [] : [{ conditions: held, value }];
    }),
    otherwise: otherwise < 0 ? null : (entries[otherwise] ?? null),
    span,
  }));
}

/** 1 or 0; for a vector, entry by entry. */
function resolveIndicator({ conditions, span }: IndicatorSyntax, context: Context): Expression {
  const operands: Expression[] = [];
  const held = conditions.flatMap((condition) => {
    if (condition.kind !== 'relation') refuse('condition.not-a-relation', condition.span);
    return resolveRelations(condition, context, (operand) => {
      const value = resolveIn(context, operand);
      operands.push(value);
      return value;
    });
  });
  if (operands.every((operand) => shapeOf(operand).rank === 0)) return indicatorOf(held, span);
  return mapArrays(context, operands, span, (entries) => {
    const places = new Map(operands.map((operand, at) => [operand, entries[at] ?? operand]));
    const at = (side: Expression): Expression => places.get(side) ?? side;
    return indicatorOf(
      held.map((condition) =>
        condition.kind === 'membership'
          ? { ...condition, body: at(condition.body) }
          : { ...condition, left: at(condition.left), right: at(condition.right) },
      ),
      span,
    );
  });
}
