// The steps of a display that is checked, under the worksheets of the post and what its comment declares.
import type { TexMacros } from '../../tex/tree.js';
import type { CheckedDisplay } from '../checkedDisplays.js';
import type { Budget } from '../compute/budget.js';
import type { Conventions } from '../resolve/context.js';
import type { EvaluationResult } from '../result.js';
import { Evaluator } from './evaluator.js';
import { register } from './registry.js';
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
  const results = own.flatMap((statement, at) => {
    const position = around.length + at;
    return taskResults(statement, registry.tasks[position], position, evaluator);
  });
  return isAsked ? results : results.map((result) => ({ ...result, quiet: true }));
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
