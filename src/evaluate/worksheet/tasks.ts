// What each statement of a worksheet gives: values, claims, and definitions only where they are in error.
import { shapeOf, type Expression, type Shape } from '../expression.js';
import { showName } from '../read/names.js';
import { attempt, refuse, type Refusal } from '../refusal.js';
import { findMeaning, type Meaning } from '../resolve/context.js';
import type { EvaluationResult } from '../result.js';
import type { RelationSyntax, Syntax } from '../syntax.js';
import { visitSyntax } from '../syntaxChildren.js';
import { valueOf } from '../value.js';
import type { Domain, Size } from './domains.js';
import type { Evaluator } from './evaluator.js';
import type { Definition, Task } from './registry.js';
import { failedResult, type Note, type Subject } from './results.js';
import { pairSizes, sizesOf } from './sizes.js';
import type { Statement } from './statements.js';
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
    case 'query':
      return statement.fromDisplay ? [] : [evaluator.valueResult(task.syntax, position, subject)];
    case 'claim':
      return claims(task.relation, statement, position, evaluator, task.note);
    case 'define': {
      const outcome = evaluator.scope.outcome(task.definition);
      if (!outcome.ok)
        return definitionFailure(statement, task.definition, outcome.refusal, subject);
      return task.rest === null ? [] : claims(task.rest, statement, position, evaluator);
    }
    case 'domains':
      return statement.fromDisplay
        ? []
        : domainResults(task.domains, statement, position, evaluator);
    case 'nothing':
    case undefined:
      return [];
  }
}

/** What is defined by a random variable is one too; what a display says of sizes (`n \sim m`) draws nothing. */
function definitionFailure(
  { fromDisplay }: Statement,
  { form }: Definition,
  refusal: Refusal,
  subject: Subject,
): readonly EvaluationResult[] {
  const isRandom = form !== 'random' && refusal.code === 'law.alone';
  return isRandom || (form === 'random' && fromDisplay)
    ? []
    : [failedResult(subject, 'value', refusal)];
}

function subjectOf({ span, source }: Statement, { scope }: Evaluator): Subject {
  const { digits } = scope.conventions;
  return { span, showAt: span.end, source, informative: false, digits };
}

/** A display claims only what can be computed: its other rows speak of all values. */
function claims(
  relation: RelationSyntax,
  statement: Statement,
  position: number,
  evaluator: Evaluator,
  note: Note | null = null,
): readonly EvaluationResult[] {
  const subject = subjectOf(statement, evaluator);
  const results = withNote(evaluator.claimResults(relation, position, subject), note);
  if (!statement.fromDisplay) return openClaims(relation, results, position, evaluator, subject);
  return results.filter(({ problems }) => problems.length === 0);
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

/** Says of a relation with free symbols that it would be a check. */
function openClaims(
  relation: RelationSyntax,
  results: readonly EvaluationResult[],
  position: number,
  evaluator: Evaluator,
  subject: Subject,
): readonly EvaluationResult[] {
  if (results.every(({ problems }) => problems.length === 0)) return results;
  const free = freeDeclared(relation, position, evaluator);
  if (free === null) return results;
  const { span, name } = free;
  return [failedResult(subject, 'claim', { code: 'claim.open', span, data: { name } })];
}

function freeDeclared(
  relation: Syntax,
  position: number,
  { scope }: Evaluator,
): { readonly name: string; readonly span: Syntax['span'] } | null {
  const context = scope.context(position);
  let found: { readonly name: string; readonly span: Syntax['span'] } | null = null;
  visitSyntax(relation, (node) => {
    if (found !== null || node.kind !== 'name' || !scope.isDeclared(node.name)) return;
    const bound = attempt(() => findMeaning(context, node.name), node.span);
    if (bound.ok && bound.value === null) found = { name: showName(node.name), span: node.span };
  });
  return found;
}

/** A domain shows only what lies outside of it. */
function domainResults(
  domains: readonly Domain[],
  statement: Statement,
  position: number,
  evaluator: Evaluator,
): readonly EvaluationResult[] {
  return domains.flatMap((domain) => {
    const subject = subjectOf(statement, evaluator);
    const bound = attempt(
      () => findMeaning(evaluator.scope.context(position), domain.name.name),
      domain.name.span,
    );
    if (!bound.ok) return [];
    if (bound.value === null) return entryResults(domain, position, evaluator, subject);
    if (domain.set.kind === 'numbers')
      return evaluator.claimResults(domain.relation, position, subject);
    const checked = attempt(() => checkDomain(domain, position, evaluator), domain.span);
    if (checked.ok) return [];
    // What lies in another domain is said there.
    const own = [domain.name.span, domain.span].includes(checked.refusal.span);
    return own ? [failedResult(subject, 'value', checked.refusal)] : [];
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

function isInside(set: Domain['set'], values: readonly number[]): boolean {
  switch (set.kind) {
    case 'reals':
      return values.every(Number.isFinite);
    case 'integers':
      return values.every((value) => Number.isInteger(value) && value >= set.from);
    case 'simplex': {
      const sum = values.reduce((total, value) => total + value, 0);
      return values.every((value) => value >= 0) && Math.abs(sum - 1) <= SIMPLEX_TOLERANCE;
    }
    case 'numbers':
      return true;
  }
}
