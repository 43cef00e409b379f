// All that is found of a measure: its direction, the criteria, what leaves it unchanged, values on known vectors.
import { writeFraction } from '../../check/decimals.js';
import { formatApart } from '../../format.js';
import type { Analysed } from '../analysed.js';
import { text, type AnalysisRow } from '../analysis.js';
import { sharpValue, shownValue, type Known } from '../known.js';
import { rangeRow, valueOf, valueText } from '../rows.js';
import type { Criterion, CriterionName } from './criterion.js';
import { CRITERIA, INVARIANCES } from './criteria/criteria.js';
import { directionOf, type FoundDirection } from './direction.js';
import { Judge, type Counter, type Direction, type Measure } from './measure.js';
import { STANDARD_LENGTH, STANDARD_VECTORS } from './standardVectors.js';
import { tried, type Tried } from './tried.js';
import { TEST_VECTORS, type Vector } from './vectors.js';

export interface MeasureFindings {
  readonly direction: Direction | null;
  readonly rows: readonly AnalysisRow[];
}

export function analyseMeasure(measure: Measure, { call, variables }: Analysed): MeasureFindings {
  const found = directionOf(measure);
  const direction = found?.direction ?? null;
  const judge = new Judge(measure, direction ?? 'larger');
  const written = (vector: Vector): string => {
    const entries = `[${vector.map(writeFraction).join(', ')}]`;
    return call([entries]) ?? `${variables[0] ?? 'x'} = ${entries}`;
  };
  const rowFor = (criterion: Criterion): AnalysisRow => {
    const heading = text(`analyse.${criterion.name}`);
    const base = { name: criterion.name, heading, paste: null };
    if (direction === null && NEEDS_DIRECTION.has(criterion.name))
      return { ...base, verdict: 'unknown', finding: text('analyse.no-direction') };
    return { ...base, ...findingOf(tried(criterion, judge), measure, written, call([]) !== null) };
  };
  return {
    direction,
    rows: [
      directionRow(found),
      ...CRITERIA.map(rowFor),
      ...INVARIANCES.map(rowFor),
      rangeRow(valuesMet(measure), 'analyse.range-on'),
      ...STANDARD_VECTORS.map(([name, vector]): AnalysisRow => ({
        name,
        heading: text(`analyse.vector-${name}`, { count: String(STANDARD_LENGTH) }),
        verdict: null,
        finding: valueText(measure(vector)),
        paste: null,
      })),
    ],
  };
}

/** The others say that something stays the same. */
const NEEDS_DIRECTION: ReadonlySet<CriterionName> = new Set<CriterionName>([
  'robin-hood',
  'rising-tide',
  'bill-gates',
  'babies',
]);

type Finding = Pick<AnalysisRow, 'verdict' | 'finding' | 'paste'>;

function findingOf(
  found: Tried,
  measure: Measure,
  written: (vector: Vector) => string,
  isCallable: boolean,
): Finding {
  switch (found.verdict) {
    case 'holds':
      return {
        verdict: 'holds',
        finding: text('analyse.holds', { count: String(found.count) }),
        paste: null,
      };
    case 'unknown':
      return {
        verdict: 'unknown',
        finding: text('analyse.undecided', { count: String(found.count) }),
        paste: null,
      };
    case 'fails': {
      const { before, after } = found.counter;
      const [value, other] = valuesOf(measure(before), measure(after));
      const data = { left: written(before), value, right: written(after), other };
      const paste = isCallable ? claimOf(found.counter, written) : written(before);
      return { verdict: 'fails', finding: text('analyse.fails', data), paste };
    }
  }
}

/** What holds at the counterexample, as a claim of a worksheet: both values stand behind it. */
function claimOf({ before, after, order }: Counter, written: (vector: Vector) => string): string {
  const sign = { less: '<', same: '=', greater: '>' }[order];
  return `${written(after)} ${sign} ${written(before)}`;
}

function directionRow(found: FoundDirection | null): AnalysisRow {
  const heading = text('analyse.direction');
  const by = found?.byDropping === true ? '-by-dropping' : '';
  const finding = text(found === null ? 'analyse.no-direction' : `analyse.${found.direction}${by}`);
  return { name: 'direction', heading, verdict: null, finding, paste: null };
}

function valuesMet(measure: Measure): readonly number[] {
  const vectors = [...TEST_VECTORS, ...STANDARD_VECTORS.map(([, vector]) => vector)];
  return vectors.flatMap((vector) => shownValue(measure(vector)) ?? []);
}

/** Of two vectors that are told apart. */
function valuesOf(before: Known, after: Known): readonly [string, string] {
  const [first, second] = [sharpValue(before), sharpValue(after)];
  if (first === null || second === null) return [valueOf(before), valueOf(after)];
  return formatApart(first, second);
}
