// The steps of a display that is checked, under the worksheets of the post and what its comment declares.
import type { TexMacros } from '../../tex/tree.js';
import type { CheckedDisplay, StrayCheck } from '../checkedDisplays.js';
import type { Budget } from '../compute/budget.js';
import type { Problem } from '../messages.js';
import { DEFAULT_CONVENTIONS, type Conventions } from '../resolve/context.js';
import type { EvaluationResult } from '../result.js';
import { Evaluator } from './evaluator.js';
import { register } from './registry.js';
import { failedResult, type Note } from './results.js';
import { PostScope } from './scope.js';
import { readDisplay, readWorksheet, type Statement } from './statements.js';
import { taskResults } from './tasks.js';
import { asUnasked, knownFor, speaksOf } from './unasked.js';

/**
 * Its own definitions hold for its rows, and its comment comes before the worksheets: the nearest domain
 * wins.
 */
export function checkedResults(
  { formula, domains, isAsked, apart }: CheckedDisplay,
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
  const free = namesDeclared(declared);
  const around = worksheets.map((statement) => without(free, statement));
  const freed = [...free].filter((name) => worksheets.some((each) => binds(each, name)));
  const registry = register([...around, ...own]);
  const evaluator = new Evaluator(new PostScope(registry, conventions, budget), budget);
  const known = knownFor(worksheets, apart);
  return own.flatMap((statement, at) => {
    const position = around.length + at;
    const found = taskResults(statement, registry.tasks[position], position, evaluator);
    const results = found.map((result) => withFreed(result, statement, freed));
    return isAsked ? results : results.map((result) => asUnasked(result, statement, known));
  });
}

export function strayResult({ span, gap }: StrayCheck): EvaluationResult {
  const { digits } = DEFAULT_CONVENTIONS;
  const subject = { span, showAt: span.end, source: 'check', informative: false, digits };
  const data: Problem['data'] = gap === null ? {} : { gap: String(gap) };
  return failedResult(subject, 'check', { code: 'check.no-display', span, data });
}

function namesDeclared(statements: readonly Statement[]): ReadonlySet<string> {
  return new Set(
    statements.flatMap(({ content }) =>
      content.kind === 'domains' ? content.domains.map(({ name }) => name.name.plain) : [],
    ),
  );
}

/** A symbol that is declared anew is not what it was: neither its domain nor its value holds. */
function without(names: ReadonlySet<string>, statement: Statement): Statement {
  const { content } = statement;
  if (content.kind === 'domains') {
    const domains = content.domains.filter(({ name }) => !names.has(name.name.plain));
    return { ...statement, content: { kind: 'domains', domains } };
  }
  return [...names].some((name) => binds(statement, name))
    ? { ...statement, content: { kind: 'domains', domains: [] } }
    : statement;
}

/** Whether a statement gives a value to a name, or to its entries. */
function binds({ content }: Statement, plain: string): boolean {
  const left = content.kind === 'relation' ? content.left : null;
  if (left?.kind === 'name') return left.name.plain === plain;
  return left?.kind === 'indexed' && [left.name.plain, left.base.plain].includes(plain);
}

/** The verdict says what varies although a worksheet gives it a value. */
function withFreed(
  result: EvaluationResult,
  statement: Statement,
  freed: readonly string[],
): EvaluationResult {
  const met = freed.filter((name) => speaksOf(statement, new Set([name])));
  if (result.kind !== 'check' || result.problems.length > 0 || met.length === 0) return result;
  const note: Note = { code: 'check.comment-first', data: { names: met.join(', ') } };
  return { ...result, notes: [...result.notes, note] };
}
