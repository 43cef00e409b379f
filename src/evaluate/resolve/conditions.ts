// Conditions of sums, cases, indicators and sets: relations between numbers, and membership.
import type { Span } from '../../core/text/span.js';
import type { Comparison, Condition, Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import type { Relation, RelationSyntax, Syntax } from '../syntax.js';
import { compare, unary } from './construct.js';
import { requireScalar, resolveIn, type Context } from './context.js';
import { resolveSet, type SetMeaning } from './sets.js';

/** All of them have to hold. */
export function resolveConditions(
  conditions: readonly Syntax[],
  context: Context,
): readonly Condition[] {
  return conditions.flatMap((condition) => {
    if (condition.kind !== 'relation') refuse('condition.not-a-relation', condition.span);
    return resolveRelations(condition, context, (operand) =>
      requireScalar(resolveIn(context, operand)),
    );
  });
}

/** One comparison for each relation of a chain. */
export function resolveRelations(
  { operands, relations }: RelationSyntax,
  context: Context,
  resolveOperand: (operand: Syntax) => Expression,
): readonly Condition[] {
  return relations.flatMap((relation, at) => {
    const left = operands[at];
    const right = operands[at + 1];
    if (left === undefined || right === undefined) refuse('syntax.operand-missing', relation.span);
    if (relation.operator === '\\in' || relation.operator === '\\notin')
      return membership(resolveOperand(left), resolveSet(right, context), relation);
    return [comparisonOf(resolveOperand(left), resolveOperand(right), relation)];
  });
}

function comparisonOf(
  left: Expression,
  right: Expression,
  { operator, span }: Relation,
): Comparison {
  switch (operator) {
    case '=':
    case '\\ne':
    case '<':
    case '>':
    case '\\le':
    case '\\ge':
      return compare(operator, left, right);
    default:
      return refuse('condition.relation', span, { relation: operator });
  }
}

function membership(body: Expression, set: SetMeaning, relation: Relation): readonly Condition[] {
  const negated = relation.operator === '\\notin';
  switch (set.kind) {
    case 'elements':
      return [{ kind: 'membership', body, elements: set.elements, negated }];
    case 'interval':
      if (negated) refuse('condition.relation', relation.span, { relation: '\\notin' });
      return intervalConditions(body, set);
    case 'range': {
      if (negated) refuse('condition.relation', relation.span, { relation: '\\notin' });
      return [
        isWhole(body, relation.span),
        ...intervalConditions(body, { ...set, openFrom: false, openTo: false }),
      ];
    }
    case 'numbers':
      return refuse('condition.relation', relation.span, { relation: relation.operator });
  }
}

/** `[n]` and `1,…,n` hold whole numbers only. */
function isWhole(body: Expression, span: Span): Condition {
  return compare('=', body, unary('floor', body, span));
}

function intervalConditions(
  body: Expression,
  set: {
    readonly from: Expression;
    readonly to: Expression;
    readonly openFrom: boolean;
    readonly openTo: boolean;
  },
): readonly Condition[] {
  return [
    compare(set.openFrom ? '>' : '\\ge', body, set.from),
    compare(set.openTo ? '<' : '\\le', body, set.to),
  ];
}
