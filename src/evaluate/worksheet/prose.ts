// Relations of numbers in the prose without a mark: they see no bindings, and their failure is information.
import type { FormulaText } from '../formulaText.js';
import type { EvaluationResult } from '../result.js';
import { attempt } from '../refusal.js';
import type { RelationOperator, RelationSyntax, Syntax } from '../syntax.js';
import { visitSyntax } from '../syntaxChildren.js';
import type { TexMacros } from '../../tex/tree.js';
import type { Evaluator } from './evaluator.js';
import { powerOfTen, statedOf } from './literals.js';
import { readFormula } from './marks.js';
import { mayBeMeantOtherwise } from './otherReadings.js';

/** `evaluator` knows no definitions. What is not a claim about numbers gives nothing. */
export function proseResults(
  formula: FormulaText,
  evaluator: Evaluator,
  macros: TexMacros,
): readonly EvaluationResult[] {
  const read = attempt(() => readFormula(formula.tex, macros), formula.span);
  if (!read.ok || read.value.kind !== 'relation' || !isClosed(read.value)) return [];
  const subject = {
    span: formula.span,
    showAt: formula.span.end,
    source: formula.tex.text.trim(),
    informative: true,
    digits: evaluator.scope.conventions.digits,
  };
  const relation = withoutMagnitudes(read.value);
  const results = evaluator.claimResults(relation, 0, subject);
  return results.filter((result, at) => isCertain(result, relation, at));
}

/** Only what was computed, and fails only where no common reading would let it hold. */
function isCertain(
  { verdict, value, expected }: EvaluationResult,
  { operands, relations }: RelationSyntax,
  at: number,
): boolean {
  const [left, right, relation] = [operands[at], operands[at + 1], relations[at]];
  if (left === undefined || right === undefined || relation === undefined) return false;
  // Two literals compute nothing: `0=1` is what a proof by contradiction arrives at.
  if (statedOf(left) !== null && statedOf(right) !== null) return false;
  if (verdict !== 'fails') return verdict === 'holds';
  if (typeof value !== 'number' || typeof expected !== 'number') return false;
  const { operator } = relation;
  return !mayBeMeantOtherwise({ left, right, operator, leftValue: value, rightValue: expected });
}

const CLAIMED: ReadonlySet<RelationOperator> = new Set(['=', '<', '>', '\\le', '\\ge', '\\approx']);

/** Only numbers, e, π and functions. */
function isClosed(relation: RelationSyntax): boolean {
  if (!relation.relations.every(({ operator }) => CLAIMED.has(operator))) return false;
  const isExact = relation.relations.every(({ operator }) => operator !== '\\approx');
  if (relation.operands.some((side) => isNameOfTheAuthor(side, isExact))) return false;
  let closed = true;
  visitSyntax(relation, (node) => {
    if (node.kind === 'name' && node.name.key !== 'e' && node.name.key !== '\\pi') closed = false;
    if (node.kind === 'big' || node.kind === 'statistic') closed = false;
  });
  return closed;
}

/**
 * Where a whole side is e or π, the author has named something so: an edge `e`, a length `|e|`, a
 * prefix function `\pi[1]`. Only `\pi\approx 3.14` means the number.
 */
function isNameOfTheAuthor(side: Syntax, isExact: boolean): boolean {
  switch (side.kind) {
    case 'name':
      return isExact;
    case 'bars':
      return side.body.kind === 'name';
    case 'product': {
      const [first, second] = side.factors;
      return first?.body.kind === 'name' && second?.body.kind === 'group';
    }
    default:
      return false;
  }
}

/** A power of ten alone on a side is an order of magnitude, and its relations claim nothing. */
function withoutMagnitudes({ operands, relations, span }: RelationSyntax): RelationSyntax {
  const isMagnitude = (side: Syntax | undefined): boolean =>
    side !== undefined && powerOfTen(side) !== null;
  const end = relations.findIndex(
    (_, at) => isMagnitude(operands[at]) || isMagnitude(operands[at + 1]),
  );
  if (end < 0) return { kind: 'relation', operands, relations, span };
  return {
    kind: 'relation',
    operands: operands.slice(0, end + 1),
    relations: relations.slice(0, end),
    span,
  };
}
