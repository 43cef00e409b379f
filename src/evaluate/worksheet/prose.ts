// Relations of numbers in the prose without a mark: they see no bindings, and their failure is information.
import type { FormulaText } from '../postInput.js';
import type { EvaluationResult } from '../result.js';
import { attempt } from '../refusal.js';
import { visitSyntax, type RelationOperator, type RelationSyntax, type Syntax } from '../syntax.js';
import type { TexMacros } from '../../tex/tree.js';
import type { Evaluator } from './evaluator.js';
import { powerOfTen } from './literals.js';
import { readFormula } from './marks.js';

/** `evaluator` knows no definitions. What is not a claim about numbers gives nothing. */
export function proseResults(
  formula: FormulaText,
  evaluator: Evaluator,
  macros: TexMacros,
): readonly EvaluationResult[] {
  if (!mayBeClaim(formula.tex.text)) return [];
  const read = attempt(() => readFormula(formula.tex, macros), formula.span);
  if (!read.ok || read.value.kind !== 'relation' || !isClosed(read.value)) return [];
  const subject = {
    span: formula.span,
    showAt: formula.span.end,
    source: formula.tex.text.trim(),
    informative: true,
    digits: evaluator.scope.conventions.digits,
  };
  const results = evaluator.claimResults(withoutMagnitudes(read.value), 0, subject);
  return results.filter(
    (result) =>
      result.problems.length === 0 && result.verdict !== 'unknown' && !isWholeDivision(result),
  );
}

/** A cheap look: most formulas of a post hold letters or no number. */
function mayBeClaim(tex: string): boolean {
  if (!/\d/.test(tex) || !/[=<>]|\\(?:[lg]eq?|ne|neq|approx)/.test(tex)) return false;
  const letters = tex.replace(/\\(?:begin|end)\{[a-z*]*\}|\\[a-zA-Z]+/g, ' ');
  return !/[a-df-zA-Z\u0370-\uffff]/.test(letters);
}

const CLAIMED: ReadonlySet<RelationOperator> = new Set([
  '=',
  '<',
  '>',
  '\\le',
  '\\ge',
  '\\ne',
  '\\approx',
]);

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

/** `5/4=1`: division as programs do it. */
function isWholeDivision({ source, value, expected, verdict }: EvaluationResult): boolean {
  return (
    verdict === 'fails' &&
    typeof value === 'number' &&
    Number.isInteger(expected) &&
    Math.trunc(value) === expected &&
    /\/|\\[dt]?frac|\\div/.test(source)
  );
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
