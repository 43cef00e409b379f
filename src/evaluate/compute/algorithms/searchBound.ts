// Above which value a search finds nothing: its range is cut into cells until on each the function is enclosed (branch and bound; Moore, Interval Analysis, 1966).
import { attempt } from '../../refusal.js';
import { numberIn, type AlgorithmCall } from '../arithmetic.js';
import { interval, isReal, type Enclosure, type Interval } from '../enclosure.js';
import { EnclosureArithmetic } from '../enclosing.js';
import { steady, type Jet } from '../jets.js';
import { RateArithmetic } from '../rates.js';

/** What may lie above the value that was found, relative, before a cell is halved. */
const TOLERANCE = 1e-13;
/** So many cells are looked at. */
const MOST_CELLS = 40_000;
/** A cell so narrow, relative, holds a jump or an end without a value; of few it is taken that they hide nothing. */
const NARROWEST = 2 ** -46;
const FEW = 64;
/** What a cell counts for. */
const STEPS = 20;

export type SearchBound =
  /** Where the function cannot be enclosed. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'bounded'; readonly most: number }
  /** A cell in the middle of which the value is higher. */
  | { readonly kind: 'higher'; readonly cell: Interval };

/** Of the values between the first and the last of these places, where the greatest is taken to be `found`. */
export function boundAbove<T>(
  call: AlgorithmCall<T>,
  borders: readonly number[],
  found: number,
  scale: number,
): SearchBound {
  const cellOf = cellsOf(call);
  const [from = NaN, to = NaN] = borders;
  const [inside, room] = [from + 0.37 * (to - from), 1e-9 * (to - from)];
  if (!cellOf([inside - room, inside + room]).isKnown) return { kind: 'unknown' };
  const least = NARROWEST * (borders.length > 2 ? 1 : to - from);
  const level = found + TOLERANCE * scale;
  let cells: readonly Interval[] = borders.slice(1).map((to, at) => [borders[at] ?? NaN, to]);
  let [most, narrow, seen] = [found, 0, 0];
  while (cells.length > 0) {
    const next: Interval[] = [];
    let open = found;
    for (const cell of cells) {
      const [from, to] = cell;
      const { middle, above } = cellOf(cell);
      if (middle > level) return { kind: 'higher', cell };
      if (above <= level) most = Math.max(most, above);
      else if (to - from <= Math.max(least, NARROWEST * Math.abs(from + to))) narrow++;
      else {
        open = Math.max(open, above);
        next.push([from, (from + to) / 2], [(from + to) / 2, to]);
      }
    }
    seen += cells.length;
    if (narrow > FEW) return { kind: 'bounded', most: Infinity };
    if (seen + next.length > MOST_CELLS) return { kind: 'bounded', most: Math.max(most, open) };
    cells = next;
  }
  return { kind: 'bounded', most };
}

interface Cell {
  readonly isKnown: boolean;
  readonly middle: number;
  /** No value of the cell is greater. */
  readonly above: number;
}

/** By the enclosure of its values, and by that of its slopes around the middle (the mean value theorem). */
function cellsOf<T>({
  within,
  arithmetic,
  count,
  span,
}: AlgorithmCall<T>): (cell: Interval) => Cell {
  const enclosing = new EnclosureArithmetic();
  const lift = (number: T): Enclosure => enclosing.exactly(arithmetic.valueOf(number));
  const [values] = within(enclosing, lift);
  const [rates] = within(new RateArithmetic(enclosing), (number) => steady(lift(number)));
  const asked = <U>(ask: () => U): U | null => {
    count(STEPS);
    const found = attempt(ask, span);
    if (found.ok) return found.value;
    if (found.refusal.code.startsWith('limit.')) throw found.refusal;
    return null;
  };
  return ([from, to]) => {
    const at = (from + to) / 2;
    const center = asked(() => numberIn(values?.(interval(at, at))));
    const middle = center?.low ?? NaN;
    const cell: Jet<Enclosure> = { value: interval(from, to), slope: interval(1, 1) };
    const jet = asked(() => numberIn(rates?.(cell)));
    if (jet !== null && isReal(jet.value)) {
      const slope = jet.slope ?? interval(0, 0);
      const rise = (Math.max(-slope.low, slope.high, 0) * (to - from)) / 2;
      return {
        isKnown: true,
        middle,
        above: Math.min(jet.value.high, (center?.high ?? Infinity) + rise),
      };
    }
    const range = asked(() => numberIn(values?.(cell.value)));
    const isKnown = range !== null && isReal(range);
    return { isKnown, middle, above: isKnown ? range.high : Infinity };
  };
}
