// The steps of a display that is checked, under the worksheets of the post and what its comment declares.
import type { TexMacros } from '../../tex/tree.js';
import type { CheckedDisplay, StrayCheck } from '../checkedDisplays.js';
import type { Budget } from '../compute/budget.js';
import type { Problem } from '../messages.js';
import { DEFAULT_CONVENTIONS, type Conventions } from '../resolve/context.js';
import type { EvaluationResult } from '../result.js';
import { visitSyntax } from '../syntaxChildren.js';
import { Evaluator } from './evaluator.js';
import { register } from './registry.js';
import { failedResult } from './results.js';
import { PostScope } from './scope.js';
import { readDisplay, readWorksheet, type Statement } from './statements.js';
import { taskResults } from './tasks.js';

/**
 * Its own definitions hold for its rows, and its comment comes before the worksheets: the nearest domain
 * wins.
 */
export function checkedResults(
  { formula, domains, isAsked }: CheckedDisplay,
  worksheets: readonly Statement[],
  conventions: Conventions,
  budget: Budget,
  macros: TexMacros,
): readonly EvaluationResult[] {
  const declared =
    domains === null ? [] : readWorksheet(domains, { macros, displayOf: () => null });
  const rows = readDisplay(formula, macros, 'checked').map((row) => ({
    ...row,
    namedAt: formula.span.start,
  }));
  const own = [...declared, ...rows];
  const around = worksheets.map((statement) => withoutDomainsOf(statement, declared));
  const registry = register([...around, ...own]);
  const evaluator = new Evaluator(new PostScope(registry, conventions, budget), budget);
  const known = knownNames(worksheets);
  return own.flatMap((statement, at) => {
    const position = around.length + at;
    const results = taskResults(statement, registry.tasks[position], position, evaluator);
    if (isAsked) return results;
    return speaksOf(statement, known) ? results.map(quietly) : results.map(withoutFailure);
  });
}

export function strayResult({ span, gap }: StrayCheck): EvaluationResult {
  const { digits } = DEFAULT_CONVENTIONS;
  const subject = { span, showAt: span.end, source: 'check', informative: false, digits };
  const data: Problem['data'] = gap === null ? {} : { gap: String(gap) };
  return failedResult(subject, 'check', { code: 'check.no-display', span, data });
}

function quietly(result: EvaluationResult): EvaluationResult {
  return { ...result, quiet: true };
}

/**
 * What nobody asked about and speaks of nothing that the worksheets know may be meant in another way:
 * `(12)(23)` of permutations, x = 1 and x = -1 of the roots of an equation.
 */
function withoutFailure(result: EvaluationResult): EvaluationResult {
  const isFailure = result.verdict === 'fails';
  return { ...result, quiet: true, verdict: isFailure ? 'unknown' : result.verdict };
}

/** The names that worksheets define or declare. */
function knownNames(worksheets: readonly Statement[]): ReadonlySet<string> {
  const names = worksheets.flatMap(({ content }) => {
    if (content.kind === 'domains') return content.domains.map(({ name }) => name.name.plain);
    if (content.kind === 'slide') return [content.slide.name.name.plain];
    if (content.kind !== 'relation' || content.left === null) return [];
    const { left } = content;
    return left.kind === 'indexed' ? [left.name.plain, left.base.plain] : [left.name.plain];
  });
  return new Set(names);
}

function speaksOf({ content }: Statement, names: ReadonlySet<string>): boolean {
  if (content.kind !== 'relation') return false;
  let found = false;
  visitSyntax(content.relation, (node) => {
    if (node.kind === 'name') found ||= names.has(node.name.plain);
    if (node.kind === 'indexed' && node.full !== null) found ||= names.has(node.full.plain);
  });
  return found;
}

/** A symbol that is declared anew is not what it was. */
function withoutDomainsOf(statement: Statement, declared: readonly Statement[]): Statement {
  const { content } = statement;
  if (content.kind !== 'domains') return statement;
  const names = new Set(
    declared.flatMap((each) =>
      each.content.kind === 'domains'
        ? each.content.domains.map(({ name }) => name.name.plain)
        : [],
    ),
  );
  const domains = content.domains.filter(({ name }) => !names.has(name.name.plain));
  return { ...statement, content: { kind: 'domains', domains } };
}
