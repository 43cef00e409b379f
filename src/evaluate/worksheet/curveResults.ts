// The curve of a formula that leaves one variable open: of a function by its parameter, else by the only name without a value.
import type { TexMacros } from '../../tex/tree.js';
import { ALL_NUMBERS, meet } from '../check/ranges.js';
import type { Budget } from '../compute/budget.js';
import type { FormulaText } from '../formulaText.js';
import { sampleCurve, type SampledCurve } from '../plot/sample.js';
import type { PlotPoint } from '../plot/plot.js';
import { attempt } from '../refusal.js';
import { findMeaning } from '../resolve/context.js';
import type { EvaluationResult } from '../result.js';
import type { NameSyntax, Syntax } from '../syntax.js';
import { visitSyntax } from '../syntaxChildren.js';
import type { Evaluator } from './evaluator.js';
import { occursFree } from './forms.js';
import { rangeOf } from './freeSymbols.js';
import { axisOf, placeIn, type IntervalAxis } from './plotAxes.js';
import { Places } from './plotPlaces.js';
import { plotValue } from './plotValue.js';
import { resultOf } from './results.js';
import { sizesOf } from './sizes.js';
import { sourceOf } from './sources.js';
import { readDisplay, type Unplaced } from './statements.js';

/** A formula whose curve is asked for. */
export interface AskedCurve {
  readonly formula: FormulaText;
  /** A place in it: of several statements that one is meant. */
  readonly at: number;
}

/** None where it has no curve, or where it is not certain which: nobody asked for reasons. */
export function curveResults(
  { formula, at }: AskedCurve,
  position: number,
  evaluator: Evaluator,
  macros: TexMacros,
): readonly EvaluationResult[] {
  const read = attempt(() => readDisplay(formula, macros, 'display'), formula.span);
  const statements = read.ok ? read.value : [];
  const statement = statements.filter(({ span }) => span.start <= at).at(-1) ?? statements[0];
  const sought = statement === undefined ? null : soughtIn(statement);
  if (statement === undefined || sought === null) return [];
  const found = attempt(
    () => evaluator.forPlaces((own, budget) => new Curve(sought, position, own, budget).plotted()),
    formula.span,
  );
  if (!found.ok || found.value === null) return [];
  const { name, axis, isDeclared, sampled } = found.value;
  const source = sourceOf(statement.text, statement.span);
  const x = { label: name, log: false, from: axis.from, to: axis.to };
  const y = { label: '', log: false, ...(sampled.view ?? { from: 0, to: 1 }) };
  const curves = [{ label: source, pieces: sampled.pieces }];
  const plot = { form: 'plot', x, y, curves, dotted: false } as const;
  const { span } = formula;
  return [
    resultOf(
      { span, showAt: span.end, source, informative: true, digits: 6, quiet: true },
      {
        kind: 'plot',
        value: plotValue(plot),
        expected: null,
        relation: null,
        verdict: null,
        notes: isDeclared ? [] : [{ code: 'curve.no-domain', data: { name } }],
        problems: [],
        plot,
      },
    ),
  ];
}

interface Sought {
  /** The parameter of a function; `null` where the variable is still to be found. */
  readonly parameter: NameSyntax | null;
  readonly body: Syntax;
  readonly statement: Unplaced;
}

function soughtIn(statement: Unplaced): Sought | null {
  const { content } = statement;
  if (content.kind === 'expression') return { parameter: null, body: content.syntax, statement };
  const body = content.kind === 'relation' ? content.relation.operands[1] : undefined;
  if (content.kind !== 'relation' || content.left === null || body === undefined) return null;
  const { left } = content;
  if (left.kind === 'name') return { parameter: null, body, statement };
  const [name, second] = left.kind === 'function' ? left.parameters : [];
  if (name === undefined || second !== undefined) return null;
  return { parameter: { kind: 'name', name, span: body.span }, body, statement };
}

interface FoundCurve {
  /** As it is written. */
  readonly name: string;
  readonly axis: IntervalAxis;
  readonly isDeclared: boolean;
  readonly sampled: SampledCurve;
}

/** More names than these are seldom all but one bound. */
const MOST_NAMES = 6;

/** Where nothing says where a variable runs. */
const HALF_WIDTH = 5;

class Curve {
  readonly #sought: Sought;
  readonly #position: number;
  readonly #evaluator: Evaluator;
  readonly #budget: Budget;

  constructor(sought: Sought, position: number, evaluator: Evaluator, budget: Budget) {
    this.#sought = sought;
    this.#position = position;
    this.#evaluator = evaluator;
    this.#budget = budget;
  }

  plotted(): FoundCurve | null {
    const { parameter, body } = this.#sought;
    const variable = parameter ?? this.#only();
    if (variable === null) return null;
    const found = this.#axis(variable);
    const places = found === null ? null : this.#places(variable);
    if (found === null || places === null) return null;
    const { axis, isDeclared } = found;
    const sampled = sampleCurve({
      placeAt: (share) => placeIn(axis, share, false),
      heightAt: (value) => places.at([{ value, error: 0, exact: null }]),
      logY: false,
      openFrom: axis.openFrom,
      openTo: axis.openTo,
    });
    const isSeen = sampled.view !== null && sampled.pieces.some((piece) => piece.length > 1);
    // A straight line says nothing that is not read at once.
    if (!isSeen || body.kind === 'name' || (parameter === null && isStraight(sampled.pieces)))
      return null;
    return { name: axis.label, axis, isDeclared, sampled };
  }

  /** The only name without a value; of what has a value there is none. */
  #only(): NameSyntax | null {
    const { body } = this.#sought;
    if (this.#evaluator.value(body, this.#position).ok) return null;
    const names = this.#unbound();
    if (names.length > MOST_NAMES) return null;
    const [only = null, second] = names.filter((name) => this.#places(name) !== null);
    return second === undefined ? only : null;
  }

  #unbound(): readonly NameSyntax[] {
    const { body, statement } = this.#sought;
    const context = this.#evaluator.scope.context(this.#position);
    const names = new Map<string, NameSyntax>();
    const called = new Set<string>();
    visitSyntax(body, (node) => {
      if (node.kind !== 'name') return;
      names.set(node.name.plain, node);
      // `f(2)` of an f that nothing defines is no product.
      const behind = sourceOf(statement.text, { start: node.span.end, end: body.span.end });
      if (/^\s*(?:\\(?:left|[bB]igg?l?)\s*)?[([]/.test(behind)) called.add(node.name.plain);
    });
    return [...names.values()].filter(
      ({ name }) =>
        LETTER.test(name.key) &&
        !called.has(name.plain) &&
        occursFree(name, body) &&
        findMeaning(context, name) === null,
    );
  }

  /** `null` where the formula has no value even with one for the variable. */
  #places(variable: NameSyntax): Places | null {
    const { body } = this.#sought;
    const { scope } = this.#evaluator;
    const found = attempt(
      () => new Places(body, [variable], this.#position, scope, this.#budget),
      body.span,
    );
    return found.ok ? found.value : null;
  }

  /** `null` where the variable is no number, or runs over single ones. */
  #axis(variable: NameSyntax): Pick<FoundCurve, 'axis' | 'isDeclared'> | null {
    const { scope } = this.#evaluator;
    const context = scope.context(this.#position);
    const label = variable.name.key;
    const slide = scope.slideOf(variable.name, this.#position);
    if (slide !== null) {
      const axis = axisOf(
        { name: variable, label, set: slide.set, labels: [] },
        context,
        this.#budget,
      );
      return axis.kind === 'interval' ? { axis, isDeclared: true } : null;
    }
    const domains = scope.domainsOf(variable.name);
    const isNumber = domains.every(({ set }) => PLAIN.has(set.kind) && sizesOf(set).length === 0);
    if (!isNumber) return null;
    const range = domains.reduce(
      (known, domain) => meet(known, rangeOf(domain, context, this.#budget)),
      ALL_NUMBERS,
    );
    if (range.whole || range.elements !== null) return null;
    const [low, high] = [range.from.value, range.to.value];
    const isDeclared = Number.isFinite(low) && Number.isFinite(high);
    const from = Number.isFinite(low)
      ? low
      : Number.isFinite(high)
        ? high - 2 * HALF_WIDTH
        : -HALF_WIDTH;
    const to = Number.isFinite(high) ? high : from + 2 * HALF_WIDTH;
    if (!(from < to)) return null;
    const ends = { openFrom: range.from.open, openTo: range.to.open };
    return { axis: { kind: 'interval', name: variable, label, from, to, ...ends }, isDeclared };
  }
}

const LETTER = /^(?:\\[a-zA-Z]+|\p{L})$/u;

const PLAIN: ReadonlySet<string> = new Set(['reals', 'numbers', 'integers']);

function isStraight(pieces: readonly (readonly PlotPoint[])[]): boolean {
  const [points = [], second] = pieces;
  const [first, last] = [points[0], points.at(-1)];
  if (second !== undefined || first === undefined || last === undefined) return false;
  const slope = (last[1] - first[1]) / (last[0] - first[0]);
  const size = Math.max(...points.map(([, y]) => Math.abs(y)), Number.MIN_VALUE);
  return points.every(([x, y]) => Math.abs(y - first[1] - slope * (x - first[0])) <= 1e-9 * size);
}
