// Plots as results: curves over an interval or a set, the entries of vectors by their index, bars and cells.
import type { Budget } from '../compute/budget.js';
import type { Bounded } from '../expression.js';
import { barsOf } from '../plot/histogram.js';
import type { EvaluatedPlot, HeatAxis, PlotAxis, PlottedCurve, PlotPoint } from '../plot/plot.js';
import { sampleCurve, type SampledCurve } from '../plot/sample.js';
import { attempt, refuse } from '../refusal.js';
import type { Context } from '../resolve/context.js';
import type { EvaluationResult, Value } from '../result.js';
import type { Evaluator } from './evaluator.js';
import { axisOf, placeIn, refuseMany, type Axis, type PointsAxis } from './plotAxes.js';
import { refuseOutsideDomain } from './plotDomains.js';
import { Places } from './plotPlaces.js';
import { plotValue } from './plotValue.js';
import { axisToSize, openAxis } from './profile.js';
import type { Plot } from './plots.js';
import { failedResult, notesOf, resultOf, type Note, type Subject } from './results.js';
import { refuseBound } from './tableResults.js';
import type { TableColumn } from './tables.js';

const MOST_CURVES = 20;
const MOST_CELLS = 40_000;
const MOST_NUMBERS = 1_000_000;

export function plotResult(
  plot: Plot,
  position: number,
  evaluator: Evaluator,
  subject: Subject,
): EvaluationResult {
  const computed = attempt(
    () =>
      evaluator.forPlaces((own, budget) => {
        const plotter = new Plotter(plot, position, own, budget);
        return { plot: plotter.plotted(), notes: plotter.notes };
      }),
    subject.span,
  );
  if (!computed.ok) return failedResult(subject, 'plot', computed.refusal);
  return resultOf(subject, {
    kind: 'plot',
    value: plotValue(computed.value.plot),
    expected: null,
    relation: null,
    verdict: null,
    problems: [],
    ...computed.value,
  });
}

/** A curve before its points are known, and what stands for the letters beside x. */
interface Sought {
  readonly label: string;
  readonly places: Places;
  readonly beside: readonly Bounded[];
}

class Plotter {
  readonly #plot: Plot;
  readonly #position: number;
  readonly #evaluator: Evaluator;
  readonly #budget: Budget;
  readonly #notes = new Map<string, Note>();

  constructor(plot: Plot, position: number, evaluator: Evaluator, budget: Budget) {
    this.#plot = plot;
    this.#position = position;
    this.#evaluator = evaluator;
    this.#budget = budget;
  }

  get notes(): readonly Note[] {
    return [...this.#notes.values()];
  }

  plotted(): EvaluatedPlot {
    const { form, axes } = this.#plot;
    refuseBound(axes, this.#position, this.#evaluator);
    const context = this.#evaluator.scope.context(this.#position);
    const [first = null, second = null] =
      axes.length > 0 ? this.#given(context) : this.#open(context);
    switch (form) {
      case 'plot':
        return first === null ? this.#byIndex() : this.#curves(first, second);
      case 'histogram':
        return this.#histogram(first, second);
      case 'heat':
        return first === null || second === null ? this.#matrix() : this.#heat(first, second);
    }
  }

  #given(context: Context): readonly Axis[] {
    const { axes, columns } = this.#plot;
    return axes.map((axis) => {
      const known = axisToSize(axis, columns, context) ?? axisOf(axis, context, this.#budget);
      if (known.kind === 'points') refuseMany(known.at.length, axis.name.span, MOST_NUMBERS);
      refuseOutsideDomain(known, this.#position, this.#evaluator);
      return known;
    });
  }

  /** `plot S(A_i)`: what a formula leaves open is run over. */
  #open(context: Context): readonly Axis[] {
    const { form, columns } = this.#plot;
    const axis = form === 'heat' ? null : openAxis(columns, context);
    return axis === null ? [] : [axis];
  }

  #curves(x: Axis, beside: Axis | null): EvaluatedPlot {
    const { logX, logY } = this.#plot;
    const sought = this.#sought(x, beside);
    const found = sought.map((one) => {
      const sampled = x.kind === 'interval' ? this.#sampled(one, x) : this.#single(one, x);
      // A formula of whole numbers has values at a few places, and no curve.
      const isCurve = x.kind === 'points' || sampled.pieces.some((piece) => piece.length > 1);
      if (sampled.view === null || !isCurve) return this.#refuseEmpty(one.places);
      return { label: one.label, sampled };
    });
    for (const { places } of sought) this.#note(notesOf(places.notes, []));
    const curves = found.map(({ label, sampled }) => ({ label, pieces: sampled.pieces }));
    const views = found.flatMap(({ sampled }) => sampled.view ?? []);
    const all = x.kind === 'points' ? x.at.map(({ value }) => value) : [x.from, x.to];
    const axis = { label: x.label, log: logX, ...rangeOf(all) };
    const y = axisOver(
      views.flatMap(({ from, to }) => [from, to]),
      logY,
    );
    return { form: 'plot', x: axis, y, curves, dotted: x.kind === 'points' };
  }

  /** One for each expression and each element of the second set. */
  #sought(x: Axis, beside: Axis | null): readonly Sought[] {
    const { columns, logX } = this.#plot;
    if (logX && (x.kind === 'points' ? x.at.some(isBelow) : x.from <= 0))
      refuse('plot.log', x.name.span);
    if (beside?.kind === 'interval') refuse('plot.form', beside.name.span);
    const of = beside?.at ?? [];
    const count = columns.length * Math.max(1, of.length);
    if (count > MOST_CURVES && beside !== null)
      refuse('plot.curves', beside.name.span, { limit: String(MOST_CURVES), found: String(count) });
    const names = [x.name, ...(beside === null ? [] : [beside.name])];
    return columns.flatMap(({ syntax, label }): readonly Sought[] => {
      const places = new Places(syntax, names, this.#position, this.#evaluator.scope, this.#budget);
      if (beside === null) return [{ label, places, beside: [] }];
      return beside.at.map((element) => ({
        label: [
          ...(columns.length > 1 ? [label] : []),
          `${beside.label} = ${String(element.value)}`,
        ].join(', '),
        places,
        beside: [element],
      }));
    });
  }

  #sampled({ places, beside }: Sought, x: Extract<Axis, { kind: 'interval' }>): SampledCurve {
    const { logX, logY } = this.#plot;
    return sampleCurve({
      placeAt: (share) => placeIn(x, share, logX),
      heightAt: (value) => places.at([{ value, error: 0, exact: null }, ...beside]),
      logY,
      openFrom: x.openFrom,
      openTo: x.openTo,
    });
  }

  #single({ places, beside }: Sought, { at }: PointsAxis): SampledCurve {
    const heights = at.map((x) => places.at([x, ...beside])?.value ?? NaN);
    const xs = at.map(({ value }) => value);
    return joinedPoints(xs, heights, this.#plot.logY);
  }

  /** Of a curve without any point. */
  #refuseEmpty({ refusal }: Places): never {
    if (refusal !== null) throw refusal;
    return refuse('plot.nothing', this.#span);
  }

  #byIndex(): EvaluatedPlot {
    const { columns, logX, logY } = this.#plot;
    const { firstIndex } = this.#evaluator.scope.conventions;
    if (logX && firstIndex === 0) refuse('plot.log', this.#span);
    let longest = 0;
    const views: number[] = [];
    const curves = columns.map((column): PlottedCurve => {
      const value = this.#value(column);
      const entries = typeof value === 'number' ? null : value.filter(isNumber);
      if (entries === null || typeof value === 'number' || entries.length < value.length)
        return refuse('plot.vector', column.syntax.span);
      refuseMany(entries.length, column.syntax.span);
      longest = Math.max(longest, entries.length);
      const indices = entries.map((_, at) => at + firstIndex);
      const { pieces, view } = joinedPoints(indices, entries, logY);
      if (view === null) return refuse('plot.nothing', column.syntax.span);
      views.push(view.from, view.to);
      return { label: column.label, pieces };
    });
    const x = { label: '', log: logX, from: firstIndex, to: longest - 1 + firstIndex };
    return { form: 'plot', x, y: axisOver(views, logY), curves, dotted: true };
  }

  #histogram(first: Axis | null, second: Axis | null): EvaluatedPlot {
    const { label, syntax } = this.#only;
    const data = first === null ? flat(this.#value(this.#only)) : this.#overSets(first, second);
    if (data === null) return refuse('histogram.form', syntax.span);
    if (data.length === 0 || !data.every(Number.isFinite)) refuse('histogram.finite', syntax.span);
    refuseMany(data.length, syntax.span, MOST_NUMBERS);
    return { form: 'histogram', label, ...barsOf(data) };
  }

  /** Every number counts: one without a value refuses. */
  #overSets(first: Axis, second: Axis | null): readonly number[] {
    const [outer, inner] = [pointsOf(first), second === null ? null : pointsOf(second)];
    const names = [first.name, ...(second === null ? [] : [second.name])];
    const places = this.#placesOver(names);
    refuseMany(outer.length * (inner?.length ?? 1), first.name.span, MOST_NUMBERS);
    const rows = outer.map((x) => (inner === null ? [[x]] : inner.map((y) => [x, y])));
    const data = rows.flat().map((given) => {
      const found = places.at(given);
      return found === null ? this.#refuseEmpty(places) : found.value;
    });
    this.#note(notesOf(places.notes, []));
    return data;
  }

  #matrix(): EvaluatedPlot {
    const { label, syntax } = this.#only;
    const value = this.#value(this.#only);
    const { firstIndex } = this.#evaluator.scope.conventions;
    const rows = typeof value === 'number' ? [] : value.map((row) => flatRow(row));
    const columns = rows[0]?.length ?? 0;
    if (columns === 0 || rows.some((row) => row === null)) return refuse('heat.form', syntax.span);
    refuseMany(rows.length * columns, syntax.span, MOST_CELLS);
    const cells = rows.map((row) => (row ?? []).map(finite));
    const indices = (count: number): HeatAxis => ({
      label: '',
      at: Array.from({ length: count }, (_, at) => at + firstIndex),
    });
    return { form: 'heat', label, x: indices(columns), y: indices(rows.length), cells };
  }

  #heat(x: Axis, y: Axis): EvaluatedPlot {
    const [columns, rows] = [middlesOf(x), middlesOf(y)];
    refuseMany(columns.length * rows.length, this.#span, MOST_CELLS);
    const places = this.#placesOver([x.name, y.name]);
    const cells = rows.map((inY) =>
      columns.map((inX) => finite(places.at([inX, inY])?.value ?? NaN)),
    );
    if (cells.flat().every((cell) => cell === null)) this.#refuseEmpty(places);
    this.#note(notesOf(places.notes, []));
    const axis = ({ label }: Axis, at: readonly Bounded[]): HeatAxis => ({
      label,
      at: at.map(({ value }) => value),
    });
    const { label } = this.#only;
    return { form: 'heat', label, x: axis(x, columns), y: axis(y, rows), cells };
  }

  get #only(): TableColumn {
    return this.#plot.columns[0] ?? refuse(`${this.#plot.form}.form`, { start: 0, end: 0 });
  }

  get #span(): TableColumn['syntax']['span'] {
    return this.#only.syntax.span;
  }

  #placesOver(names: readonly Axis['name'][]): Places {
    const { scope } = this.#evaluator;
    return new Places(this.#only.syntax, names, this.#position, scope, this.#budget);
  }

  #value({ syntax }: TableColumn): Value {
    const computed = this.#evaluator.value(syntax, this.#position);
    if (!computed.ok) throw computed.refusal;
    this.#note(computed.value.notes);
    return computed.value.value;
  }

  /** How many digits are certain is seen by nobody. */
  #note(notes: readonly Note[]): void {
    for (const note of notes)
      if (!note.code.startsWith('value.')) this.#notes.set(JSON.stringify(note), note);
  }
}

/** What has no value between others parts them. */
function joinedPoints(
  xs: readonly number[],
  heights: readonly number[],
  logY: boolean,
): SampledCurve {
  const pieces: PlotPoint[][] = [[]];
  heights.forEach((height, at) => {
    const isSeen = Number.isFinite(height) && !(logY && height <= 0);
    if (isSeen) pieces.at(-1)?.push([xs[at] ?? 0, height]);
    else pieces.push([]);
  });
  const seen = pieces.filter((piece) => piece.length > 0);
  const view = seen.length === 0 ? null : rangeOf(seen.flat().map(([, y]) => y));
  return { pieces: seen, view };
}

function rangeOf(values: readonly number[]): { readonly from: number; readonly to: number } {
  return values.reduce(
    ({ from, to }, value) => ({ from: Math.min(from, value), to: Math.max(to, value) }),
    { from: Infinity, to: -Infinity },
  );
}

function axisOver(values: readonly number[], log: boolean): PlotAxis {
  return { label: '', log, ...rangeOf(values) };
}

function isBelow({ value }: Bounded): boolean {
  return value <= 0;
}

function isNumber(value: Value): value is number {
  return typeof value === 'number';
}

/** The entries of a vector or a matrix. */
function flat(value: Value): readonly number[] | null {
  return typeof value === 'number' ? null : value.flatMap((row) => flat(row) ?? [row as number]);
}

function flatRow(value: Value): readonly number[] | null {
  return typeof value === 'number' ? null : value.filter(isNumber);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function pointsOf(axis: Axis): readonly Bounded[] {
  return axis.kind === 'points' ? axis.at : refuse('histogram.form', axis.name.span);
}

/** Of an interval, the middles of as many cells as can be told apart. */
function middlesOf(axis: Axis): readonly Bounded[] {
  if (axis.kind === 'points') return axis.at;
  return Array.from({ length: CELLS }, (_, at) => {
    const value = placeIn(axis, (at + 0.5) / CELLS, false);
    return { value, error: 0, exact: null };
  });
}

/** Of a heat map along an interval. */
const CELLS = 60;
