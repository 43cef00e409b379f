// Rows and values that analyses of measures and of losses write alike.
import { formatNumber } from '../format.js';
import { text, type AnalysisRow, type AnalysisText } from './analysis.js';
import { shownValue, type Known } from './known.js';

/** Fewer cases in which a claim holds say nothing. */
export const FEWEST_CASES = 20;

/** The least and the greatest value that were met: there may be others. `code` says where. */
export function rangeRow(values: readonly number[], code: string): AnalysisRow {
  const data = {
    least: formatNumber(Math.min(...values)),
    most: formatNumber(Math.max(...values)),
    count: String(values.length),
  };
  const finding = values.length === 0 ? text('analyse.no-value') : text(code, data);
  return { name: 'range', heading: text('analyse.range'), verdict: null, finding, paste: null };
}

export function valueText(known: Known): AnalysisText {
  return shownValue(known) === null
    ? text('analyse.no-value')
    : text('analyse.value', { value: valueOf(known) });
}

export function valueOf(known: Known, factor = 1): string {
  const value = shownValue(known);
  return value === null ? '–' : formatNumber(factor * value);
}
