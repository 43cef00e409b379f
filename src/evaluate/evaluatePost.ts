// Evaluates a post: its worksheets are one scope, its marks see it, its prose does not.
import { Budget } from './compute/budget.js';
import { DEFAULT_LIMITS, type Limits } from './compute/limits.js';
import type { Mode } from './compute/run.js';
import type { CheckedDisplay } from './checkedDisplays.js';
import { namedData, type DataReader } from './data/dataReader.js';
import { namingDisplays } from './definingDisplays.js';
import type { FormulaText } from './formulaText.js';
import { placedInFiles } from './joinedPlaces.js';
import type { LinkRefusal } from './linkedDisplay.js';
import type { Mark, PostForEvaluation } from './postInput.js';
import { DEFAULT_CONVENTIONS, type Conventions } from './resolve/context.js';
import type { EvaluationResult } from './result.js';
import { curveResults, type AskedCurve } from './worksheet/curveResults.js';
import { checkedResults, strayResult } from './worksheet/checkedResults.js';
import { Evaluator } from './worksheet/evaluator.js';
import { markResults, toldAtMark } from './worksheet/marks.js';
import { proseResults } from './worksheet/prose.js';
import { register } from './worksheet/registry.js';
import { PostScope } from './worksheet/scope.js';
import { withSetting } from './worksheet/settings.js';
import { splitStatements, type StatementText } from './worksheet/lines.js';
import {
  readStatements,
  type NamedDisplay,
  type ReadingContext,
  type Statement,
} from './worksheet/statements.js';
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

/** In the order of the post, then of the worksheet beside it. Deterministic: the same post and limits give the same results. */
export function evaluatePost(
  post: PostForEvaluation,
  limits: EvaluationLimits = DEFAULT_EVALUATION_LIMITS,
  reader: DataReader | null = null,
): readonly EvaluationResult[] {
  const lines = linesOf(post);
  const reading = readingOf(post, reader);
  const { results } = evaluateParts({ ...post, lines, asked: lines }, reading, limits);
  return inOrder(lines, post, (part) => results.get(part) ?? []);
}

/** What is evaluated together: lines that make the scope, and what is asked for in it. */
export interface PostParts {
  readonly lines: readonly StatementText[];
  /** Those of the lines whose results are wanted. */
  readonly asked: readonly StatementText[];
  readonly marks: readonly Mark[];
  /** They see all lines. */
  readonly checked: readonly CheckedDisplay[];
  readonly prose: readonly FormulaText[];
  /** They see all lines. */
  readonly curves: readonly AskedCurve[];
}

export interface EvaluatedParts {
  readonly results: ReadonlyMap<object, readonly EvaluationResult[]>;
  readonly steps: number;
  /** Whether the order in which definitions were asked for may have counted. */
  readonly dependsOnOrder: boolean;
}

export function evaluateParts(
  { lines, asked, marks, checked, prose, curves }: PostParts,
  reading: ReadingContext,
  limits: EvaluationLimits,
): EvaluatedParts {
  const budget = new Budget(limits, limits.totalSteps, limits.mode);
  const isAsked = new Set(asked);
  const read = lines.flatMap((line) =>
    readStatements(line, reading).map((statement) => ({ line, statement })),
  );
  const statements = read.map(({ statement }) => statement);
  const registry = register(statements);
  const conventions = conventionsOf(statements);
  const evaluator = new Evaluator(new PostScope(registry, conventions, budget), budget);
  const results = new Map<object, readonly EvaluationResult[]>();
  read.forEach(({ line, statement }, position) => {
    if (!isAsked.has(line)) return;
    const found = taskResults(statement, registry.tasks[position], position, evaluator);
    results.set(line, [...(results.get(line) ?? []), ...found]);
  });
  for (const mark of marks) {
    const position = positionOf(mark.span.start, statements);
    const found = markResults(mark, position, evaluator, reading.macros);
    results.set(
      mark,
      found.map((result) => toldAtMark(result, mark, statements)),
    );
  }
  for (const display of checked) {
    const found = checkedResults(display, statements, conventions, budget, reading.macros);
    results.set(display, found);
  }
  for (const curve of curves) {
    const position = positionOf(curve.formula.span.start, statements);
    results.set(curve, curveResults(curve, position, evaluator, reading.macros));
  }
  const nothing = new PostScope(register([]), DEFAULT_CONVENTIONS, budget, { seesLibrary: false });
  const outside = new Evaluator(nothing, budget);
  for (const formula of prose) results.set(formula, proseResults(formula, outside, reading.macros));
  const { dependsOnOrder, remaining } = budget;
  return { results, steps: limits.totalSteps - remaining, dependsOnOrder };
}

export function linesOf({ worksheets }: PostForEvaluation): readonly StatementText[] {
  return worksheets.flatMap(({ text }) => splitStatements(text));
}

export function inOrder(
  lines: readonly StatementText[],
  { marks, checked, stray, prose, curves, linked, unnamed, macros }: PostForEvaluation,
  resultsOf: (
    part: StatementText | Mark | CheckedDisplay | FormulaText | AskedCurve,
  ) => readonly EvaluationResult[],
): readonly EvaluationResult[] {
  const results = [...lines, ...marks, ...checked, ...prose, ...curves]
    .flatMap(resultsOf)
    .map((result) => namingDisplays(result, unnamed, macros));
  return placedInFiles([...results, ...stray.map(strayResult)], linked);
}

export function readingOf(
  { displays: all, linked, data, moved, macros }: PostForEvaluation,
  reader: DataReader | null,
): ReadingContext {
  const displays = new Map<string, NamedDisplay>();
  for (const { labels, formula } of all)
    for (const label of labels) if (!displays.has(label)) displays.set(label, { formula, macros });
  const refused = new Map<string, LinkRefusal>();
  for (const link of linked) {
    if ('code' in link) refused.set(link.label, link.code);
    else displays.set(link.label, link);
  }
  return {
    macros,
    displayOf: (label) => displays.get(label.trim()) ?? null,
    refusalOf: (label) => refused.get(label.trim()) ?? null,
    dataOf: (request) => namedData(data, request, reader),
    movedTo: (line) => moved.get(line) ?? null,
  };
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
