// Arithmetic on enclosures with their slopes: how fast values change at most, also where there are kinks.
import type { Span } from '../../core/text/span.js';
import type { UnaryOperator } from '../expression.js';
import { hull, interval, type Enclosure } from './enclosure.js';
import { JetArithmetic, steady, type Jet } from './jets.js';

/** How fast values change at most: at a kink, as on either side of it. */
export class RateArithmetic extends JetArithmetic<Enclosure> {
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
