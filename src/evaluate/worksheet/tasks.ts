// What each statement of a worksheet gives: values, claims, and definitions only where they are in error.
import { attempt, type Attempt, type Refusal } from '../refusal.js';
import { findMeaning, type Meaning } from '../resolve/context.js';
import type { EvaluationProblem, EvaluationResult } from '../result.js';
import type { RelationSyntax } from '../syntax.js';
import { analysisResult } from './analysisResults.js';
import type { Domain } from './domains.js';
import { checkDomain, isBounds } from './domainValues.js';
import type { Evaluator } from './evaluator.js';
import type { Definition, Task } from './definitions.js';
import { plotResult } from './plotResults.js';
import { failedResult, type Note, type Subject } from './results.js';
import { sourceOf } from './sources.js';
import { slideResult } from './slideResults.js';
import type { Statement } from './statements.js';
import { checkResult } from './checkResults.js';
import { tableResult } from './tableResults.js';

export function taskResults(
  statement: Statement,
  task: Task | undefined,
  position: number,
  evaluator: Evaluator,
): readonly EvaluationResult[] {
  const subject = subjectOf(statement, evaluator);
  if (statement.content.kind === 'problem')
    return [failedResult(subject, 'value', statement.content.problem)];
  if (task === undefined) return [];
  switch (task.kind) {
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
    case 'nothing':
      return [];
    default:
      return statement.origin === 'sheet'
        ? sheetResults(task, statement, position, evaluator, subject)
        : [];
  }
}

/** What only a worksheet asks for. */
function sheetResults(
  task: Extract<Task, { kind: 'query' | 'table' | 'plot' | 'slide' | 'analysis' | 'domains' }>,
  statement: Statement,
  position: number,
  evaluator: Evaluator,
  subject: Subject,
): readonly EvaluationResult[] {
  switch (task.kind) {
    case 'query':
      return [evaluator.valueResult(task.syntax, position, subject, task.ranges)];
    case 'table':
      return [tableResult(task.table, position, evaluator, subject)];
    case 'plot':
      return [plotResult(task.plot, position, evaluator, subject)];
    case 'analysis':
      return [analysisResult(task.analysis, position, evaluator, subject)];
    case 'slide':
      return [slideResult(task.slide, position, evaluator, subject)];
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
    const areBounds = isBounds(domain);
    if (!bound.ok)
      return areBounds ? boundResults(domain.relation, position, evaluator, subject) : [];
    if (bound.value === null) return entryResults(domain, position, evaluator, subject);
    if (areBounds) return boundResults(domain.relation, position, evaluator, subject);
    const checked = attempt(() => checkDomain(domain, position, evaluator), domain.span);
    if (checked.ok) return matrixResults(domain, position, evaluator, subject);
    // What lies in another domain is said there.
    const own = [domain.name.span, domain.span].includes(checked.refusal.span);
    return own ? [failedResult(subject, 'value', checked.refusal)] : [];
  });
}

/** Of a matrix that has a value, a line about its eigenvalues claims. */
function matrixResults(
  { set, relation }: Domain,
  position: number,
  evaluator: Evaluator,
  subject: Subject,
): readonly EvaluationResult[] {
  const isClaim = set.kind === 'symmetric' || set.kind === 'definite';
  return isClaim ? evaluator.claimResults(relation, position, subject) : [];
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
