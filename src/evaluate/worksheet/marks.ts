// Marks: `$…$<!--= -->` shows the value of the formula, `<!--= 1.1083 -->` also states it.
import { parseMappedTex } from '../../tex/parse.js';
import type { TexMacros } from '../../tex/tree.js';
import type { MappedText } from '../../core/text/mapped.js';
import { touches, type Span } from '../../core/text/span.js';
import { problemOf } from '../messages.js';
import type { Mark } from '../postInput.js';
import { readSyntax } from '../read/read.js';
import { attempt, refuse, type Attempt } from '../refusal.js';
import type { EvaluationResult } from '../result.js';
import type { RelationSyntax, Syntax } from '../syntax.js';
import { shortened } from './definitions.js';
import type { Evaluator } from './evaluator.js';
import { statedOf } from './literals.js';
import { piecesOf, refuseNumberComma, rowsOf, type Piece } from './pieces.js';
import { failedResult, type Subject } from './results.js';
import { spanOf } from './sources.js';
import type { Statement } from './statements.js';

/** Results of one mark: the claims of its formula, then its value. */
export function markResults(
  mark: Mark,
  position: number,
  evaluator: Evaluator,
  macros: TexMacros,
): readonly EvaluationResult[] {
  const subject = subjectOf(mark, evaluator);
  const read = attempt(() => readMark(mark, macros), mark.span);
  if (!read.ok) return [failedResult(subject, 'value', read.refusal)];
  const { formula, content } = read.value;
  if (formula === null) return [ofContent(mark, content, position, evaluator, subject)];
  const claims =
    formula.kind === 'relation' ? knownClaims(formula, position, evaluator, subject) : [];
  // The last side of what is false is not its value.
  if (content === null && claims.some(({ verdict }) => verdict === 'fails')) return claims;
  const place = { span: spanOf(mark.content), kind: 'empty' } as const;
  const value = ofFormula(formula, content, position, evaluator, { ...subject, stated: place });
  return [
    ...claims,
    mark.asPython === true ? withPython(value, formula, position, evaluator) : value,
  ];
}

function withPython(
  value: EvaluationResult,
  formula: Syntax,
  position: number,
  evaluator: Evaluator,
): EvaluationResult {
  const computing = lastComputing(formula, position, evaluator);
  const python = computing.ok ? evaluator.python(computing.value, position) : null;
  return python === null ? value : { ...value, python };
}

/** What keeps a mark from its value far from it is told at the mark too. */
export function toldAtMark(
  result: EvaluationResult,
  { formula, span }: Mark,
  statements: readonly Statement[],
): EvaluationResult {
  const [first] = result.problems;
  const start = Math.min(formula?.span.start ?? span.start, result.span.start);
  if (first === undefined || result.problems.some((one) => touches(one.span, { ...span, start })))
    return result;
  const place = statements.find((statement) => touches(statement.span, first.span));
  if (place === undefined) return result;
  const data = { definition: shortened(place.source) };
  return {
    ...result,
    problems: [...result.problems, problemOf({ code: 'mark.rests-on', span, data })],
  };
}

function subjectOf({ formula, span, numberBefore, content }: Mark, { scope }: Evaluator): Subject {
  const { digits } = scope.conventions;
  if (formula !== null)
    return {
      span: formula.span,
      showAt: formula.span.end,
      source: formula.tex.text.trim(),
      informative: false,
      digits,
    };
  const place = numberBefore === null ? span : { ...spanOf(numberBefore), end: span.end };
  return { span: place, showAt: span.end, source: content.text.trim(), informative: false, digits };
}

interface MarkContent {
  readonly formula: Syntax | null;
  readonly content: Syntax | null;
}

function readMark({ formula, content, at }: Mark, macros: TexMacros): MarkContent {
  refusePercent(content);
  return {
    formula: formula === null ? null : readFormula(formula.tex, macros, at),
    content: content.text.trim() === '' ? null : readFormula(content, macros),
  };
}

/** `<!--= 20% -->` would state 20. */
function refusePercent(content: MappedText): void {
  const percent = /([\d.]+)\s*%/.exec(content.text);
  if (percent !== null) refuse('mark.percent', spanOf(content), { number: percent[1] ?? '' });
}

/** A formula of one statement, or the one at a place: an expression or a chain of relations. */
export function readFormula(text: MappedText, macros: TexMacros, at?: number): Syntax {
  const { tree, problems } = parseMappedTex(text, macros);
  const [problem] = problems;
  if (problem !== undefined) refuse(problem.code, problem.span, { detail: problem.detail });
  const row = oneOf(rowsOf(tree), at, spanOf(text));
  refuseNumberComma(row.nodes);
  const piece = oneOf(piecesOf(row.nodes), at, row.span);
  return readSyntax(piece.nodes, piece.span);
}

/** The only one; with a place, the one that holds it, or the last before it. */
function oneOf(pieces: readonly Piece[], at: number | undefined, whole: Span): Piece {
  const [first, second] = pieces;
  if (first === undefined) return refuse('syntax.operand-missing', whole);
  if (at !== undefined) return pieces.filter(({ span }) => span.start <= at).at(-1) ?? first;
  if (second !== undefined) refuse('mark.several-rows', second.span);
  return first;
}

/**
 * `0.99<!--= S(x) -->`: the value of the mark's own expression, held against the number before it. A number
 * in a mark that stands apart from its formula would be held against nothing.
 */
function ofContent(
  mark: Mark,
  content: Syntax | null,
  position: number,
  evaluator: Evaluator,
  subject: Subject,
): EvaluationResult {
  const number = mark.numberBefore;
  const isDetached = number === null && content !== null && statedOf(content) !== null;
  if (content === null || content.kind === 'relation' || isDetached)
    return failedResult(subject, 'value', {
      code: 'mark.no-expression',
      span: mark.span,
      data: {},
    });
  if (number === null) return evaluator.valueResult(content, position, subject);
  const stated = attempt(() => readFormula(number, {}), mark.span);
  const place = { span: spanOf(number), kind: 'prose' } as const;
  return stated.ok
    ? evaluator.statedResult(content, stated.value, position, { ...subject, stated: place })
    : failedResult(subject, 'value', stated.refusal);
}

function ofFormula(
  formula: Syntax,
  content: Syntax | null,
  position: number,
  evaluator: Evaluator,
  subject: Subject,
): EvaluationResult {
  const computing = lastComputing(formula, position, evaluator);
  if (!computing.ok) return failedResult(subject, 'value', computing.refusal);
  if (content === null) return evaluator.valueResult(computing.value, position, subject);
  // A number in dollars is what was stated for the expression of the mark.
  const swapped = statedOf(formula) !== null && statedOf(content) === null;
  const [value, stated] = swapped ? [content, formula] : [computing.value, content];
  const place = statedOf(stated) === null ? null : ({ span: stated.span, kind: 'tex' } as const);
  return evaluator.statedResult(value, stated, position, { ...subject, stated: place });
}

/** Of a relation, its last side that computes. */
function lastComputing(formula: Syntax, position: number, evaluator: Evaluator): Attempt<Syntax> {
  if (formula.kind !== 'relation') return { ok: true, value: formula };
  let failure: Attempt<Syntax> | null = null;
  for (const side of [...formula.operands].reverse()) {
    const computed = evaluator.value(side, position);
    if (computed.ok) return { ok: true, value: side };
    failure ??= computed;
  }
  return failure ?? attempt(() => refuse('syntax.operand-missing', formula.span), formula.span);
}

/** A left side that only gives the formula its name claims nothing. */
function knownClaims(
  { operands, relations, span }: RelationSyntax,
  position: number,
  evaluator: Evaluator,
  subject: Subject,
): readonly EvaluationResult[] {
  const [first] = operands;
  const named = first !== undefined && !evaluator.value(first, position).ok && relations.length > 0;
  const from = named ? 1 : 0;
  const rest: RelationSyntax = {
    kind: 'relation',
    operands: operands.slice(from),
    relations: relations.slice(from),
    span,
  };
  return evaluator.claimResults(rest, position, subject);
}
