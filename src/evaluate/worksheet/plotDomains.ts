// An axis of a plot stays inside of the domain that its letter was given.
import { toNumber } from '../compute/fraction.js';
import type { NumberSyntax, Syntax } from '../syntax.js';
import type { Span } from '../../core/text/span.js';
import type { Evaluator } from './evaluator.js';
import { placeIn, type Axis } from './plotAxes.js';
import { definitionAt, refuseOutside } from './tableResults.js';

export function refuseOutsideDomain(axis: Axis, position: number, evaluator: Evaluator): void {
  const { name } = axis;
  if (evaluator.scope.domainsOf(name.name).length === 0) return;
  const places = placesOf(axis);
  evaluator.forOne((under) => {
    for (const place of places) {
      const body = numberSyntax(place, name.span);
      const definition = definitionAt(axis, String(place), body, position);
      refuseOutside(definition, under([definition]));
    }
  });
}

/** How near to an end that does not belong to an interval. */
const NEAR_END = 2 ** -30;

/** Of an interval its ends, and a place between them that is not whole: domains are intervals, or numbers apart. */
function placesOf(axis: Axis): readonly number[] {
  if (axis.kind === 'points')
    return axis.at.map(({ exact, value }) => (exact === null ? value : toNumber(exact)));
  const from = placeIn(axis, axis.openFrom ? NEAR_END : 0, false);
  const to = placeIn(axis, axis.openTo ? 1 - NEAR_END : 1, false);
  return [from, to, placeIn(axis, Math.SQRT1_2, false)];
}

function numberSyntax(value: number, span: Span): Syntax {
  const size = Math.abs(value);
  const body: NumberSyntax = {
    kind: 'number',
    value: size,
    text: String(size),
    decimals: null,
    percent: false,
    span,
  };
  return value < 0 ? { kind: 'sum', terms: [{ negative: true, body }], span } : body;
}
