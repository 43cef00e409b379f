// The places at which a search looks first: evenly over the range, and ever closer to its ends.

export interface SearchRange {
  readonly from: number;
  readonly to: number;
  readonly openFrom: boolean;
  readonly openTo: boolean;
}

/** How often the distance to an end is halved, or doubled on the way to infinity. */
const HALVINGS = 40;

/** Ascending, with the ends that belong to the range. */
export function gridOf(range: SearchRange, size: number): readonly number[] {
  const { from, to, openFrom, openTo } = range;
  const places = new Set<number>();
  for (let at = 0; at < size; at++) places.add(placeAt(range, (at + 0.5) / size));
  for (let step = 2; step <= HALVINGS; step++) {
    for (const place of nearEnds(range, step)) places.add(place);
  }
  if (!openFrom && Number.isFinite(from)) places.add(from);
  if (!openTo && Number.isFinite(to)) places.add(to);
  const inside = [...places].filter(
    (place) =>
      Number.isFinite(place) &&
      (openFrom ? place > from : place >= from) &&
      (openTo ? place < to : place <= to),
  );
  return inside.sort((left, right) => left - right);
}

/** 0 to 1 runs through the range. */
function placeAt({ from, to }: SearchRange, at: number): number {
  const [hasStart, hasEnd] = [from, to].map(Number.isFinite);
  if (hasStart && hasEnd) return from + (to - from) * at;
  if (hasStart) return from + at / (1 - at);
  if (hasEnd) return to - (1 - at) / at;
  return (2 * at - 1) / (4 * at * (1 - at));
}

function nearEnds({ from, to }: SearchRange, step: number): readonly number[] {
  const width = to - from;
  const near = Number.isFinite(width) ? width * 2 ** -step : 2 ** -step;
  const far = 2 ** step;
  return [
    Number.isFinite(from) ? from + near : Number.isFinite(to) ? to - far : -far,
    Number.isFinite(to) ? to - near : Number.isFinite(from) ? from + far : far,
  ];
}
