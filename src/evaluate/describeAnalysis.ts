// An analysis in words: as a table, and in one line.
import type { EvaluatedAnalysis, SameFormula } from './analyse/analysis.js';
import type { EvaluatedTable, EvaluationNote, TableRow } from './result.js';
import { VERDICT_SIGNS, type Verdict } from './verdict.js';

/** A text by its code, in the reader's language. */
export type TextOf = (text: EvaluationNote) => string;

export function analysisTable(
  { same, rows }: EvaluatedAnalysis,
  source: string,
  textOf: TextOf,
): EvaluatedTable {
  const formulas = same.map((one): TableRow => ({
    heading: textOf({ code: 'analyse.same', data: {} }),
    cells: [sameText(one, textOf)],
  }));
  const findings = rows.map(({ heading, verdict, finding }): TableRow => {
    const mark = verdict === null ? '' : `${VERDICT_SIGNS[verdict]} `;
    return { heading: textOf(heading), cells: [mark + textOf(finding)] };
  });
  return { corner: '', columns: [source], rows: [...formulas, ...findings] };
}

/** What a hint has room for: the first formula that it is, and how many verdicts of each kind there are. */
export function analysisSummary({ same, rows }: EvaluatedAnalysis, textOf: TextOf): string {
  const [first] = same;
  const count = (verdict: Verdict): string =>
    String(rows.filter((row) => row.verdict === verdict).length);
  const data = { holds: count('holds'), fails: count('fails'), unknown: count('unknown') };
  if (first === undefined) return textOf({ code: 'analyse.summary', data });
  const named = { ...data, same: sameText(first, textOf) };
  return textOf({
    code: rows.length === 0 ? 'analyse.summary-only' : 'analyse.summary-same',
    data: named,
  });
}

function sameText({ title, call, source, negated, where }: SameFormula, textOf: TextOf): string {
  const parts = [
    'analyse.same',
    ...(negated ? ['negated'] : []),
    ...(where === 'everywhere' ? [] : [where]),
  ];
  const code = parts.length === 1 ? 'analyse.same-as' : parts.join('-');
  return textOf({ code, data: { title: textOf({ code: title, data: {} }), call, source } });
}
