// Whether only one solution passes a step: the right side changes no faster than in proportion to the unknowns (Picard–Lindelöf) or, along one that does not stand still, to the others and the time.
import type { Span } from '../../../core/text/span.js';
import type { UnaryOperator } from '../../expression.js';
import { attempt } from '../../refusal.js';
import type { AlgorithmCall } from '../algorithm.js';
import type { Interpreted } from '../arithmetic.js';
import { hull, interval, type Enclosure } from '../enclosure.js';
import { EnclosureArithmetic } from '../enclosing.js';
import { JetArithmetic, steady, type Jet } from '../jets.js';

/** The state of the unknowns, as each is shaped. */
export type Shaped<T> = (entries: readonly T[]) => readonly Interpreted<T>[];

export type IsUnique = (time: Enclosure, state: readonly Enclosure[]) => boolean;

/** All directions at once. */
const ANY = interval(-1, 1);

export function uniquenessOf<T>(
  { within, arithmetic, count, span }: AlgorithmCall<T>,
  shaped: Shaped<Jet<Enclosure>>,
): IsUnique {
  const enclosing = new EnclosureArithmetic();
  const slopes = within(new RateArithmetic(enclosing), (number) =>
    steady(enclosing.exactly(arithmetic.valueOf(number))),
  );
  const rates = (time: Jet<Enclosure>, state: readonly Jet<Enclosure>[]) => {
    count(1);
    const found = attempt(() => slopes.flatMap((slope) => slope(time, ...shaped(state))), span);
    if (found.ok) return found.value;
    if (found.refusal.code.startsWith('limit.')) throw found.refusal;
    return null;
  };
  return (time, state) => {
    const moving = state.map((value) => ({ value, slope: ANY }));
    if (rates(steady(time), moving) !== null) return true;
    return state.some((value, own) => {
      const others = moving.map((each, at) => (at === own ? steady(value) : each));
      const along = rates({ value: time, slope: ANY }, others)?.[own]?.value;
      return along !== undefined && (along.low > 0 || along.high < 0);
    });
  };
}

/** How fast values change at most: at a kink, as on either side of it. */
class RateArithmetic extends JetArithmetic<Enclosure> {
  override unary(operator: UnaryOperator, number: Jet<Enclosure>, span: Span): Jet<Enclosure> {
    const zero = steady(interval(0, 0));
    if (operator === 'positivePart') return this.larger(number, zero);
    if (operator === 'abs') {
      const { slope } = this.larger(number, super.unary('negate', number, span));
      return { value: super.unary('abs', steady(number.value), span).value, slope };
    }
    return super.unary(operator, number, span);
  }

  override larger(left: Jet<Enclosure>, right: Jet<Enclosure>): Jet<Enclosure> {
    const [first, second] = [left.value, right.value];
    if (first.low > second.high) return left;
    if (second.low > first.high) return right;
    const value = interval(Math.max(first.low, second.low), Math.max(first.high, second.high));
    return { value, slope: either(left, right) };
  }

  override smaller(left: Jet<Enclosure>, right: Jet<Enclosure>, span: Span): Jet<Enclosure> {
    const opposite = (number: Jet<Enclosure>): Jet<Enclosure> =>
      super.unary('negate', number, span);
    return opposite(this.larger(opposite(left), opposite(right)));
  }
}

function either(left: Jet<Enclosure>, right: Jet<Enclosure>): Enclosure | null {
  if (left.slope === null && right.slope === null) return null;
  const none = interval(0, 0);
  return hull(left.slope ?? none, right.slope ?? none);
}
