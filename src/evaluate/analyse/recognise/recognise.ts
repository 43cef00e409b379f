// Finds the formulas of the library that have the values of a formula, whatever its letters and its algebra.
import { callOf, parametersOf, signatureOf, type LibraryEntry } from '../../library/entry.js';
import { LIBRARY } from '../../library/library.js';
import type { Analysed, ProbeForm } from '../analysed.js';
import type { EvaluatedAnalysis, SameFormula } from '../analysis.js';
import { agree, isFiniteNumber, orderOf, type Known } from '../known.js';
import { fraction, plus } from '../fractions.js';
import {
  argumentKindsOf,
  givesVector,
  parameterKindsOf,
  type ArgumentKind,
} from './argumentKinds.js';
import { candidates, type Candidate } from './candidates.js';
import { placesFor, type ComparedPlace, type Signs } from './places.js';
import { Probes } from './probes.js';

/** A formula of the library as a function of its arguments and its parameters. */
export type LibraryFormulas = (entry: LibraryEntry) => Analysed | null;

/** Those with the fewest parameters: others are the same with one of theirs at an end. */
export function recognise(
  analysed: Analysed,
  library: LibraryFormulas,
  taken: EvaluatedAnalysis['taken'],
): readonly SameFormula[] {
  const recogniser = new Recogniser(analysed, library);
  const found = LIBRARY.filter((entry) => mayBe(entry, taken)).flatMap((entry) =>
    recogniser.find(entry),
  );
  for (const isNegated of [false, true]) {
    const own = found.filter(({ same }) => same.negated === isNegated);
    const fewest = Math.min(...own.map(({ parameters }) => parameters));
    const best = own.filter(({ parameters }) => parameters === fewest);
    if (best.length > 0) return best.map(({ same }) => same);
  }
  return [];
}

/** A position encoding is no measure and no loss; some losses are of vectors. */
function mayBe({ kind }: LibraryEntry, taken: EvaluatedAnalysis['taken']): boolean {
  switch (taken) {
    case 'measure':
      return kind !== 'position';
    case 'loss':
      return kind === 'loss';
    case 'other':
      return true;
  }
}

interface Match {
  readonly same: SameFormula;
  /** How many have been found, and were not given. */
  readonly parameters: number;
}

/** A vector is compared by a number. */
type Form = Required<Pick<ProbeForm, 'weighted'>>;

interface Tried {
  readonly place: ComparedPlace;
  readonly known: Known;
}

/** What agrees at fewer places may be another formula. */
const FEWEST = 16;

/** Of the value: further apart, formulas differ whatever their rounding. */
const NEAR = 1e-6;

class Recogniser {
  readonly #analysed: Analysed;
  readonly #library: LibraryFormulas;
  #stopsGradient = false;
  /** Its finite values by the kinds of the arguments. */
  readonly #values = new Map<string, readonly Tried[]>();

  constructor(analysed: Analysed, library: LibraryFormulas) {
    this.#analysed = analysed;
    this.#library = library;
  }

  find(entry: LibraryEntry): readonly Match[] {
    const kinds = argumentKindsOf(entry);
    const behind = parameterKindsOf(entry);
    const form = { weighted: givesVector(entry) };
    const isOpen = this.#analysed.count === kinds.length + behind.length;
    if (!isOpen && this.#analysed.count !== kinds.length) return [];
    for (const { kinds: tried, signs, where } of waysFor(kinds)) {
      const values = this.#valuesFor(isOpen ? [...tried, ...behind] : tried, signs, form);
      // What has no values there is no such formula; most of the library is left out by that.
      if (values.length < FEWEST) continue;
      const formula = this.#library(entry);
      if (formula === null) return [];
      const match = this.#match(
        values,
        new Probes(formula, form),
        isOpen ? [[]] : this.#choices(entry),
      );
      if (match === null) continue;
      const { choice, negated } = match;
      const call = isOpen ? signatureOf(entry) : calledWith(entry, choice);
      const { name, title, source } = entry;
      const parameters = isOpen ? 0 : parametersOf(entry).length;
      return [{ same: { name, title, call, source, negated, where }, parameters }];
    }
    return [];
  }

  #choices(entry: LibraryEntry): readonly Candidate[] {
    return candidates(entry, this.#analysed.numbers);
  }

  #match(
    values: readonly Tried[],
    probes: Probes,
    choices: readonly Candidate[],
  ): { readonly choice: Candidate; readonly negated: boolean } | null {
    for (const choice of choices) {
      const sign = signAt(values, probes, choice);
      const negated = sign === -1;
      if (sign === null || !isSame(values, probes, choice, negated)) continue;
      // As functions to derive they are not the same.
      if (probes.stopsGradient !== this.#stopsGradient) continue;
      if (!isIdle(values, probes, choice, negated)) return { choice, negated };
    }
    return null;
  }

  #valuesFor(kinds: readonly ArgumentKind[], signs: Signs, form: Form): readonly Tried[] {
    const key = `${kinds.join()} ${signs} ${form.weighted}`;
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const probes = new Probes(this.#analysed, form);
    const { numbers } = this.#analysed;
    const values = placesFor(kinds, signs, numbers).flatMap((place): readonly Tried[] => {
      const found = probes.at(place.shapes, place.entries);
      return isFiniteNumber(found) ? [{ place, known: found }] : [];
    });
    this.#stopsGradient ||= probes.stopsGradient;
    this.#values.set(key, values);
    return values;
  }
}

interface Way {
  readonly kinds: readonly ArgumentKind[];
  readonly signs: Signs;
  readonly where: SameFormula['where'];
}

/** From all arguments to those alone that the formula is about. */
function waysFor(kinds: readonly ArgumentKind[]): readonly Way[] {
  const [only] = kinds;
  if (kinds.length === 1 && only === 'simplex')
    return [
      { kinds: ['vector'], signs: 'none', where: 'everywhere' },
      { kinds, signs: 'none', where: 'probabilities' },
    ];
  const all: Way = { kinds, signs: 'any', where: 'everywhere' };
  if (kinds.length === 1 && only === 'vector')
    return [all, { kinds, signs: 'none', where: 'nonnegative' }];
  return [all];
}

/** Most are told apart by their first values in doubles alone. */
const FIRST = 8;

/** With which sign the first values are near to each other; `null` where they are not. */
function signAt(values: readonly Tried[], probes: Probes, choice: Candidate): 1 | -1 | null {
  const shapes = choice.map(({ shape }) => shape);
  const entries = choice.map((parameter) => parameter.entries);
  let signs: readonly (1 | -1)[] = [1, -1];
  let count = 0;
  for (const { place, known } of values.slice(0, FIRST)) {
    const found = probes.plain([...place.shapes, ...shapes], [...place.entries, ...entries]);
    if (found === null) continue;
    count++;
    signs = signs.filter((sign) => isNear(sign * found, known));
    if (signs.length === 0) return null;
  }
  return count === 0 ? null : (signs[0] ?? null);
}

function isSame(
  values: readonly Tried[],
  probes: Probes,
  choice: Candidate,
  negated: boolean,
): boolean {
  const shapes = choice.map(({ shape }) => shape);
  const entries = choice.map((parameter) => parameter.entries);
  let count = 0;
  for (const { place, known } of values) {
    const found = probes.at([...place.shapes, ...shapes], [...place.entries, ...entries]);
    const turned = negated ? minus(found) : found;
    if (agree(turned, known) || orderOf(turned, known) === 'same') count++;
    // Where one has a value and the other none, they are two functions.
    else if (found.kind === 'none' || orderOf(turned, known) !== null) return false;
  }
  return count >= FEWEST;
}

/** Whether another value of some parameter gives the same: then the formula is another one, written with it. */
function isIdle(
  values: readonly Tried[],
  probes: Probes,
  choice: Candidate,
  negated: boolean,
): boolean {
  return choice.some((own, at) => {
    const [entry] = own.entries;
    if (own.shape.rank > 0 || entry === undefined) return false;
    const other = { ...own, entries: [plus(entry, ONE)] };
    const changed = choice.map((each, place) => (place === at ? other : each));
    const sign = signAt(values, probes, changed);
    return sign === (negated ? -1 : 1) && isSame(values, probes, changed, negated);
  });
}

const ONE = fraction(1);

function isNear(value: number, known: Known): boolean {
  if (known.kind === 'none') return true;
  const wanted = known.bounded.value;
  return Math.abs(value - wanted) <= NEAR * Math.abs(wanted) + 4 * known.bounded.error + NEAR ** 2;
}

function minus(known: Known): Known {
  if (known.kind === 'none') return known;
  const { value, error, exact } = known.bounded;
  const turned = exact === null ? null : { ...exact, numerator: -exact.numerator };
  return { ...known, bounded: { value: -value, error, exact: turned } };
}

function calledWith(entry: LibraryEntry, choice: Candidate): string {
  if (choice.length === 0) return callOf({ ...entry, usual: [] });
  return callOf({ ...entry, usual: choice.map(({ text }) => text) });
}
