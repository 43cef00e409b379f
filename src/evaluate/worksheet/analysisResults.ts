// An analysis as a result: what the formula is taken for, what was found, which formula of the library it is, its curves.
import {
  text,
  type AnalysisRow,
  type EvaluatedAnalysis,
  type SameFormula,
} from '../analyse/analysis.js';
import type { Analysed } from '../analyse/analysed.js';
import { curvesOfLoss, curvesOfMeasure } from '../analyse/curves.js';
import { analyseLoss } from '../analyse/loss/analyseLoss.js';
import { lossOf } from '../analyse/loss/lossOf.js';
import { analyseMeasure } from '../analyse/measure/analyseMeasure.js';
import { measureOf } from '../analyse/measure/measureOf.js';
import { recognise } from '../analyse/recognise/recognise.js';
import { wordOf, type LibraryEntry } from '../library/entry.js';
import type { EvaluatedPlot } from '../plot/plot.js';
import { word } from '../read/names.js';
import { attempt, refuse } from '../refusal.js';
import type { EvaluationResult } from '../result.js';
import type { Analysis } from './analyses.js';
import { analysedFunction, ofFunction, SHAPES_TRIED, type Place } from './analysedFunction.js';
import type { Evaluator } from './evaluator.js';
import { homeOf } from './libraryHome.js';
import { plotValue } from './plotValue.js';
import { failedResult, resultOf, type Subject } from './results.js';
import { PostScope } from './scope.js';

export function analysisResult(
  analysis: Analysis,
  position: number,
  evaluator: Evaluator,
  subject: Subject,
): EvaluationResult {
  const computed = attempt(
    () =>
      evaluator.forPlaces(({ scope }, budget) =>
        analysisOf(analysis, { scope, budget, position }, analysis.subject.span),
      ),
    subject.span,
  );
  if (!computed.ok) return failedResult(subject, 'analysis', computed.refusal);
  const { found, plot } = computed.value;
  return resultOf(subject, {
    kind: 'analysis',
    value: plot === null ? [] : plotValue(plot),
    expected: null,
    relation: null,
    verdict: null,
    notes: [],
    problems: [],
    plot,
    analysis: found,
  });
}

interface Found {
  readonly found: EvaluatedAnalysis;
  readonly plot: EvaluatedPlot | null;
}

function analysisOf(analysis: Analysis, place: Place, span: Subject['span']): Found {
  const { wanted } = analysis;
  const analysed = analysedFunction(analysis, place);
  const taken = takenFor(analysed, analysis);
  if (taken === null) refuseUnbound(analysed);
  const same = sameFormulas(analysed, place, span, taken?.found.taken ?? 'other');
  if (taken === null) {
    if (wanted !== null) refuse(`analyse.no-${wanted}`, span);
    if (same.length === 0) refuse('analyse.neither', span);
    const found = { taken: 'other', direction: null, same, rows: [] } as const;
    return { found, plot: null };
  }
  return { found: { ...taken.found, same }, plot: taken.plot };
}

/** What is neither may be so for want of a value: then that is said. */
function refuseUnbound(analysed: Analysed): void {
  for (const shape of SHAPES_TRIED) {
    const made = attempt(
      () => analysed.probe(Array.from({ length: analysed.count }, () => shape)),
      { start: 0, end: 0 },
    );
    if (!made.ok && UNBOUND.test(made.refusal.code)) throw made.refusal;
  }
}

/** Codes of what has no value where it stands. */
const UNBOUND = /^(?:name\.(?:unbound|in-error)|call\.(?:unbound|unknown-word))/;

/** A measure where it has a value for vectors, else a loss where it has one for probabilities. */
function takenFor(
  analysed: Analysed,
  { wanted, label }: Analysis,
): { readonly found: Omit<EvaluatedAnalysis, 'same'>; readonly plot: EvaluatedPlot | null } | null {
  const measured = wanted === 'loss' ? null : measureOf(analysed);
  if (measured !== null) {
    const { measure, isOfMatrix } = measured;
    const { direction, rows } = analyseMeasure(measure, analysed);
    const head = readAs(isOfMatrix ? 'analyse.as-spectrum' : 'analyse.as-measure');
    const plot = curvesOfMeasure(measure, analysed, label);
    return { found: { taken: 'measure', direction, rows: [head, ...rows] }, plot };
  }
  const loss = wanted === 'measure' ? null : lossOf(analysed, wanted === 'loss');
  if (loss === null) return null;
  const rows = [readAs('analyse.as-loss'), ...analyseLoss(loss)];
  return { found: { taken: 'loss', direction: null, rows }, plot: curvesOfLoss(loss, label) };
}

function readAs(code: string): AnalysisRow {
  const heading = text('analyse.read-as');
  return { name: 'read-as', heading, verdict: null, finding: text(code), paste: null };
}

/** The formulas of the library of its kind that have the values of this one. */
export function sameFormulas(
  analysed: Analysed,
  place: Place,
  span: Subject['span'],
  taken: EvaluatedAnalysis['taken'],
): readonly SameFormula[] {
  return recognise(analysed, libraryIn(place, span), taken);
}

/** The formulas of the library as functions of their parameters too, which see no name of the post. */
function libraryIn(
  { scope, budget }: Place,
  span: Subject['span'],
): (entry: LibraryEntry) => Analysed | null {
  return (entry) => {
    const name = word(wordOf(entry));
    const home = homeOf(entry, name);
    if (home === null) return null;
    const { name: own, parameters, body, position } = home.definition;
    const inside = new PostScope(home.registry, scope.conventions, budget, { seesLibrary: false });
    const definition = { name: own, parameters, bar: null, body, position };
    const place = { scope: inside, budget, position: 0 };
    return ofFunction(definition, { kind: 'name', name, span }, wordOf(entry), place);
  };
}
