// Evaluates a post: its worksheets are one scope, its marks see it, its prose does not.
import type { TexMacros } from '../tex/tree.js';
import { Budget } from './compute/budget.js';
import { DEFAULT_LIMITS, type Limits } from './compute/limits.js';
import type { Mode } from './compute/run.js';
import type { FormulaText } from './formulaText.js';
import type { PostForEvaluation } from './postInput.js';
import { DEFAULT_CONVENTIONS, type Conventions } from './resolve/context.js';
import type { EvaluationResult } from './result.js';
import { checkedResults } from './worksheet/checkedResults.js';
import { Evaluator } from './worksheet/evaluator.js';
import { markResults } from './worksheet/marks.js';
import { proseResults } from './worksheet/prose.js';
import { register } from './worksheet/registry.js';
import { PostScope } from './worksheet/scope.js';
import { withSetting } from './worksheet/settings.js';
import { readWorksheet, type Statement } from './worksheet/statements.js';
import { taskResults } from './worksheet/tasks.js';

export interface EvaluationLimits extends Limits {
  /** Steps for all results of a post together; `steps` are those of one. */
  readonly totalSteps: number;
  readonly mode: Mode;
}

export const DEFAULT_EVALUATION_LIMITS: EvaluationLimits = {
  ...DEFAULT_LIMITS,
  totalSteps: 10 * DEFAULT_LIMITS.steps,
  mode: 'compiled',
};

/** In the order of the post. Deterministic: the same post and limits give the same results. */
export function evaluatePost(
  post: PostForEvaluation,
  limits: EvaluationLimits = DEFAULT_EVALUATION_LIMITS,
): readonly EvaluationResult[] {
  const { macros } = post;
  const budget = new Budget(limits, limits.totalSteps, limits.mode);
  const statements = readStatements(post, macros);
  const registry = register(statements);
  const conventions = conventionsOf(statements);
  const evaluator = new Evaluator(new PostScope(registry, conventions, budget), budget);
  const ownResults = statements.flatMap((statement, position) =>
    taskResults(statement, registry.tasks[position], position, evaluator),
  );
  const marked = post.marks.flatMap((mark) =>
    markResults(mark, positionOf(mark.span.start, statements), evaluator, macros),
  );
  const checked = post.checked.flatMap((display) =>
    checkedResults(display, statements, conventions, budget, macros),
  );
  const nothing = new PostScope(register([]), DEFAULT_CONVENTIONS, budget);
  const outside = new Evaluator(nothing, budget);
  const prose = post.prose.flatMap((formula) => proseResults(formula, outside, macros));
  return [...ownResults, ...marked, ...checked, ...prose].sort(
    (left, right) => left.span.start - right.span.start,
  );
}

function readStatements(post: PostForEvaluation, macros: TexMacros): readonly Statement[] {
  const displays = new Map<string, FormulaText>();
  for (const { labels, formula } of post.displays)
    for (const label of labels) if (!displays.has(label)) displays.set(label, formula);
  const displayOf = (label: string): FormulaText | null => displays.get(label.trim()) ?? null;
  return post.worksheets.flatMap(({ text }) => readWorksheet(text, { macros, displayOf }));
}

function conventionsOf(statements: readonly Statement[]): Conventions {
  return statements.reduce(
    (conventions, { content }) =>
      content.kind === 'setting' ? withSetting(conventions, content.setting) : conventions,
    DEFAULT_CONVENTIONS,
  );
}

/** Behind the statements that stand before a place of the post; those of displays stand where they are named. */
function positionOf(offset: number, statements: readonly Statement[]): number {
  let position = 0;
  statements.forEach((statement, at) => {
    if (statement.namedAt < offset) position = at + 0.5;
  });
  return position;
}
