// What each statement of a worksheet gives: values, claims, and definitions only where they are in error.
import { shapeOf, type Expression, type Shape } from '../expression.js';
import { showName } from '../read/names.js';
import { attempt, refuse, type Attempt, type Refusal } from '../refusal.js';
import { findMeaning, type Meaning } from '../resolve/context.js';
import type { EvaluationProblem, EvaluationResult } from '../result.js';
import type { RelationSyntax } from '../syntax.js';
import { valueOf } from '../value.js';
import type { Domain } from './domains.js';
import type { Sign, Size } from './domainSets.js';
import type { Evaluator } from './evaluator.js';
import type { Definition, Task } from './definitions.js';
import { failedResult, type Note, type Subject } from './results.js';
import { pairSizes, sizesOf } from './sizes.js';
import { sourceOf } from './sources.js';
import type { Statement } from './statements.js';
import { checkResult } from './checkResults.js';
import { tableResult } from './tableResults.js';
import { formatValue } from '../format.js';

export function taskResults(
  statement: Statement,
  task: Task | undefined,
  position: number,
  evaluator: Evaluator,
): readonly EvaluationResult[] {
  const subject = subjectOf(statement, evaluator);
  if (statement.content.kind === 'problem')
    return [failedResult(subject, 'value', statement.content.problem)];
  switch (task?.kind) {
    case 'claim':
      return claims(task.relation, statement, position, evaluator, task.note);
    case 'define': {
      const outcome = outcomeOf(task.definition, evaluator);
      if (!outcome.ok)
        return definitionFailure(statement, task.definition, outcome.refusal, subject);
      return task.rest === null ? [] : claims(task.rest, statement, position, evaluator);
    }
    case 'problem':
      return statement.origin === 'display' ? [] : [failedResult(subject, 'value', task.problem)];
    case 'query':
    case 'table':
    case 'domains':
      return statement.origin === 'sheet'
        ? sheetResults(task, statement, position, evaluator, subject)
        : [];
    case 'nothing':
    case undefined:
      return [];
  }
}

/** What only a worksheet asks for. */
function sheetResults(
  task: Extract<Task, { kind: 'query' | 'table' | 'domains' }>,
  statement: Statement,
  position: number,
  evaluator: Evaluator,
  subject: Subject,
): readonly EvaluationResult[] {
  switch (task.kind) {
    case 'query':
      return [evaluator.valueResult(task.syntax, position, subject)];
    case 'table':
      return [tableResult(task.table, position, evaluator, subject)];
    case 'domains':
      return domainResults(task.domains, statement, position, evaluator);
  }
}

/** What is defined by a random variable is one too; what a display says of sizes (`n \sim m`) draws nothing. */
function definitionFailure(
  { origin }: Statement,
  { form }: Definition,
  refusal: Refusal,
  subject: Subject,
): readonly EvaluationResult[] {
  const isRandom = form !== 'random' && refusal.code === 'law.alone';
  return isRandom || (form === 'random' && origin === 'display')
    ? []
    : [failedResult(subject, 'value', refusal)];
}

function subjectOf({ span, source }: Statement, { scope }: Evaluator): Subject {
  const { digits } = scope.conventions;
  return { span, showAt: span.end, source, informative: false, digits };
}

/** What depends on symbols without values has none either, and is no problem. */
function outcomeOf(definition: Definition, evaluator: Evaluator): Attempt<Meaning> {
  const { scope } = evaluator;
  const outcome = scope.outcome(definition);
  if (outcome.ok || scope.openDomains().length === 0) return outcome;
  const open = evaluator.checkerUnder(scope).outcome(definition);
  return open.ok ? open : outcome;
}

/** A display that is only named claims only what can be computed: its other rows speak of all values. */
function claims(
  relation: RelationSyntax,
  statement: Statement,
  position: number,
  evaluator: Evaluator,
  note: Note | null = null,
): readonly EvaluationResult[] {
  const isStep = statement.origin === 'checked';
  const whole = subjectOf(statement, evaluator);
  const results = evaluator.claimResults(relation, position, whole).map((claim, at) => {
    const subject = isStep ? stepSubject(relation, at, statement, whole) : whole;
    if (claim.problems.length === 0 || statement.origin === 'display')
      return { ...claim, ...subject };
    const isAsked = isStep || claim.problems.some(restsOnOther);
    return (
      openCheck(relation, at, position, subject, evaluator, isAsked) ?? { ...claim, ...subject }
    );
  });
  if (statement.origin !== 'display') return withNote(results, note);
  return withNote(results, noteOfDisplay(note)).filter(({ problems }) => problems.length === 0);
}

/** Why what looks like a definition claims, where the claim fails. */
function withNote(
  results: readonly EvaluationResult[],
  note: Note | null,
): readonly EvaluationResult[] {
  return results.map((result, at) =>
    at === 0 && note !== null && result.verdict === 'fails'
      ? { ...result, notes: [...result.notes, note] }
      : result,
  );
}

/** What a display says is bound anew in the worksheet, not where readers see it. */
function noteOfDisplay(note: Note | null): Note | null {
  return note?.code === 'claim.defined-by' ? { ...note, code: 'claim.defined-before' } : note;
}

/** What a name that is defined rests on may be open: then it is said what else is missing. */
function restsOnOther({ code }: EvaluationProblem): boolean {
  return code === 'name.in-error';
}

function openCheck(
  { operands, relations }: RelationSyntax,
  at: number,
  position: number,
  subject: Subject,
  evaluator: Evaluator,
  isAsked: boolean,
): EvaluationResult | null {
  const [left, right, relation] = [operands[at], operands[at + 1], relations[at]];
  if (left === undefined || right === undefined || relation === undefined) return null;
  return checkResult({ left, right, relation, operands, position }, subject, evaluator, isAsked);
}

/** A step of a chain: from its sign to the end of what stands behind it. */
function stepSubject(
  { operands, relations }: RelationSyntax,
  at: number,
  statement: Statement,
  whole: Subject,
): Subject {
  const [left, right, relation] = [operands[at], operands[at + 1], relations[at]];
  if (left === undefined || right === undefined || relation === undefined) return whole;
  const start = at === 0 ? left.span.start : relation.span.start;
  const { end } = right.span;
  const sides = [left, right].map(({ span }) => sourceOf(statement.text, span));
  const source = sides.join(` ${sourceOf(statement.text, relation.span)} `);
  return { ...whole, span: { start, end }, showAt: end, source };
}

/** A domain shows only what lies outside of it. */
function domainResults(
  domains: readonly Domain[],
  statement: Statement,
  position: number,
  evaluator: Evaluator,
): readonly EvaluationResult[] {
  const relations = new Set<RelationSyntax>();
  return domains.flatMap((domain) => {
    if (relations.has(domain.relation)) return [];
    relations.add(domain.relation);
    const subject = subjectOf(statement, evaluator);
    const bound = attempt(
      () => findMeaning(evaluator.scope.context(position), domain.name.name),
      domain.name.span,
    );
    const isBounds = domain.set.kind === 'numbers' && domain.set.sizes.length === 0;
    if (!bound.ok)
      return isBounds ? boundResults(domain.relation, position, evaluator, subject) : [];
    if (bound.value === null) return entryResults(domain, position, evaluator, subject);
    if (isBounds) return boundResults(domain.relation, position, evaluator, subject);
    const checked = attempt(() => checkDomain(domain, position, evaluator), domain.span);
    if (checked.ok) return [];
    // What lies in another domain is said there.
    const own = [domain.name.span, domain.span].includes(checked.refusal.span);
    return own ? [failedResult(subject, 'value', checked.refusal)] : [];
  });
}

/** Of symbols that have values, a line of bounds claims; of what depends on open ones, it is checked. */
function boundResults(
  relation: RelationSyntax,
  position: number,
  evaluator: Evaluator,
  subject: Subject,
): readonly EvaluationResult[] {
  return evaluator.claimResults(relation, position, subject).flatMap((claim, at) => {
    if (claim.problems.length === 0) return [claim];
    const checked = openCheck(relation, at, position, subject, evaluator, false);
    if (checked !== null) return [checked];
    // What kept a definition from being computed is said there.
    return claim.problems.some(restsOnOther) ? [] : [claim];
  });
}

/** `x_1 \in [0,1]` speaks of an entry where x is bound; of a free symbol nothing is shown. */
function entryResults(
  { relation }: Domain,
  position: number,
  evaluator: Evaluator,
  subject: Subject,
): readonly EvaluationResult[] {
  const results = evaluator.claimResults(relation, position, subject);
  return results.filter(({ problems }) => problems.length === 0);
}

/** Entries of a simplex add up to 1 as far as they are written. */
const SIMPLEX_TOLERANCE = 1e-9;

function checkDomain({ name, set, span }: Domain, position: number, { scope }: Evaluator): void {
  const meaning = findMeaning(scope.context(position), name.name);
  const expression = valueIn(meaning);
  if (expression === null) return;
  const shape = shapeOf(expression);
  checkSizes(showName(name.name), set, shape, span, (size) => knownSize(size, position, scope));
  const values = numbersOf(expression);
  if (isInside(set, values)) return;
  const value = expression.kind === 'input' ? valueOf(expression.data, shape) : (values[0] ?? NaN);
  refuse('domain.outside', name.span, { name: showName(name.name), value: formatValue(value) });
}

function valueIn(meaning: Meaning | null): Expression | null {
  if (meaning?.kind === 'value') return meaning.expression;
  return meaning?.kind === 'families' ? (meaning.families[0]?.array ?? null) : null;
}

function numbersOf(expression: Expression): readonly number[] {
  if (expression.kind === 'input') return Array.from(expression.data);
  return expression.kind === 'constant' ? [expression.value] : [];
}

function checkSizes(
  name: string,
  set: Domain['set'],
  shape: Shape,
  span: Domain['span'],
  known: (size: Size) => number | null,
): void {
  const sizes = sizesOf(set);
  const pairs = pairSizes(set, shape);
  if (sizes.length > 0 && pairs.length === 0) refuse('domain.axes', span, { name });
  for (const [size, length] of pairs) {
    const expected = known(size);
    if (expected !== null && expected !== length)
      refuse('domain.size', span, { name, expected: String(expected), found: String(length) });
  }
}

function knownSize(size: Size, position: number, scope: Evaluator['scope']): number | null {
  if (size.kind === 'number') return size.value;
  const meaning = findMeaning(scope.context(position), size.name);
  const known = meaning?.kind === 'value' ? meaning.expression : null;
  return known?.kind === 'constant' ? known.value + size.offset : null;
}

function hasSign(value: number, sign: Sign): boolean {
  return sign === 'any' || value > 0 || (value === 0 && sign === 'nonnegative');
}

function isInside(set: Domain['set'], values: readonly number[]): boolean {
  switch (set.kind) {
    case 'reals':
      return values.every((value) => Number.isFinite(value) && hasSign(value, set.sign));
    case 'integers':
      return values.every((value) => Number.isInteger(value) && value >= set.from);
    case 'simplex': {
      const sum = values.reduce((total, value) => total + value, 0);
      return values.every((value) => value >= 0) && Math.abs(sum - 1) <= SIMPLEX_TOLERANCE;
    }
    case 'sphere':
      return Math.abs(Math.hypot(...values) - 1) <= SIMPLEX_TOLERANCE;
    case 'symmetric':
    case 'orthogonal':
    case 'definite':
    case 'numbers':
      return true;
  }
}
