// Displays that no worksheet names: where one defines a function that is missing, the problem says which.
import type { Snapshot } from '../core/post/facts.js';
import type { WorksheetReference } from '../core/post/worksheets.js';
import { attempt } from './refusal.js';
import { formulaText, type FormulaText } from './formulaText.js';
import { showName } from './read/names.js';
import type { EvaluationProblem, EvaluationResult } from './result.js';
import type { TexMacros } from '../tex/tree.js';
import { readDisplay } from './worksheet/statements.js';

export interface UnnamedDisplay {
  readonly formula: FormulaText;
  readonly label: string | null;
  /** From 1. */
  readonly line: number;
}

export function unnamedDisplays(
  { facts, blocks }: Snapshot,
  isAsked: boolean,
  references: readonly WorksheetReference[],
): readonly UnnamedDisplay[] {
  if (!isAsked) return [];
  const named = new Set(references.map(({ key }) => key));
  return facts.displays.flatMap(({ rows, block, formula: index, line }) => {
    const labels = rows.flatMap((row) => row.labels);
    const formula = blocks.blocks[block]?.formulas[index];
    if (formula === undefined || labels.some((label) => named.has(label))) return [];
    const offset = blocks.starts[block] ?? 0;
    return [{ formula: formulaText(formula, offset), label: labels[0] ?? null, line: line + 1 }];
  });
}

/** A call of what is not bound, where a display of the post defines it. */
export function namingDisplays(
  result: EvaluationResult,
  displays: readonly UnnamedDisplay[],
  macros: TexMacros,
): EvaluationResult {
  if (!result.problems.some(isMissingFunction)) return result;
  return { ...result, problems: result.problems.map((one) => naming(one, displays, macros)) };
}

function isMissingFunction({ code }: EvaluationProblem): boolean {
  return code === 'call.unbound';
}

function naming(
  problem: EvaluationProblem,
  displays: readonly UnnamedDisplay[],
  macros: TexMacros,
): EvaluationProblem {
  const name = problem.data['name'] ?? '';
  if (!isMissingFunction(problem) || name === '') return problem;
  const found = displays.find((display) => defines(display, name, macros));
  if (found === undefined) return problem;
  const { label, line } = found;
  return label === null
    ? { ...problem, code: 'call.display-without-label', data: { name, line: String(line) } }
    : { ...problem, code: 'call.display', data: { name, line: String(line), label } };
}

function defines({ formula }: UnnamedDisplay, name: string, macros: TexMacros): boolean {
  if (!formula.tex.text.includes(name.replace(/[{}].*$/, ''))) return false;
  const read = attempt(() => readDisplay(formula, macros, 'display'), formula.span);
  return (
    read.ok &&
    read.value.some(
      ({ content }) =>
        content.kind === 'relation' &&
        content.left?.kind === 'function' &&
        showName(content.left.name) === name,
    )
  );
}
