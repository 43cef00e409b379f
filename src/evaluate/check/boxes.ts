// Numbers, vectors and matrices whose entries lie in one range.
import { toNumber } from '../compute/fraction.js';
import { sizeOf, type Shape } from '../expression.js';
import { moderateNumber, type Random } from './random.js';
import { countOf, drawNumber, exactIn, FEW_VALUES, notableNumbers, type Range } from './ranges.js';
import type { Parameters, Sampler } from './sampler.js';

export function boxSampler(shape: Shape, range: Range): Sampler {
  const size = sizeOf(shape);
  return {
    shape,
    specials: specialsOf(shape, size, range),
    random: (random) => drawEntries(size, range, random),
    values: (parameters) => inRange(parameters, (each) => numberIn(range, each)),
    exact: (parameters, digits) => inRange(parameters, (each) => exactIn(range, each, digits)),
    count: countOf(range) ** size,
    wholes: range.whole && size === 1 ? notableNumbers(range) : null,
  };
}

function inRange<T>(
  parameters: Parameters,
  read: (parameter: number) => T | null,
): readonly T[] | null {
  const entries: T[] = [];
  for (const parameter of parameters) {
    const entry = read(parameter);
    if (entry === null) return null;
    entries.push(entry);
  }
  return entries;
}

/** As `exactIn`, in doubles. */
function numberIn(range: Range, parameter: number): number | null {
  const { from, to, elements, excluded, whole } = range;
  if (elements !== null || whole || excluded.length > 0) {
    const exact = exactIn(range, parameter, 17);
    return exact === null ? null : toNumber(exact);
  }
  const isBelow = parameter < from.value || (from.open && parameter === from.value);
  const isAbove = parameter > to.value || (to.open && parameter === to.value);
  if (isBelow) return from.open ? null : from.value;
  if (isAbove) return to.open ? null : to.value;
  return parameter;
}

function everyList(values: readonly number[], size: number): readonly Parameters[] {
  let lists: readonly Parameters[] = [[]];
  for (let at = 0; at < size; at++)
    lists = lists.flatMap((list) => values.map((value) => [...list, value]));
  return lists;
}

function specialsOf(shape: Shape, size: number, range: Range): readonly Parameters[] {
  const notable = notableNumbers(range);
  if (countOf(range) ** size <= FEW_VALUES) return everyList(notable, size);
  if (size === 1) return notable.map((value) => [value]);
  const equal = notable.slice(0, 4).map((value) => new Array<number>(size).fill(value));
  const patterns = [
    (at: number): number => (at === 0 ? 1 : 0),
    (at: number): number => (at === size - 1 ? 1 : 0),
    (at: number): number => at + 1,
    (at: number): number => (at % 2 === 0 ? 1 : -1),
    (at: number): number => (at < 2 ? 2 : 1),
    (at: number): number => -at,
    ...(shape.rank === 2 ? [identityOf(shape.columns)] : []),
  ];
  const made = patterns.map((entry) => Array.from({ length: size }, (_, at) => entry(at)));
  const inside = made.filter((entries) =>
    entries.every((entry) => exactIn(range, entry, 17) !== null && isKept(range, entry)),
  );
  return [...equal, ...inside];
}

/** Not moved onto the boundary. */
function isKept(range: Range, entry: number): boolean {
  return entry >= range.from.value && entry <= range.to.value;
}

function identityOf(columns: number): (at: number) => number {
  return (at) => (Math.floor(at / columns) === at % columns ? 1 : 0);
}

function drawEntries(size: number, range: Range, random: Random): Parameters {
  const draw = (): number => drawNumber(range, random);
  const entries = (entry: (at: number) => number): Parameters =>
    Array.from({ length: size }, (_, at) => entry(at));
  const holdsZero = exactIn(range, 0, 17) !== null && isKept(range, 0);
  switch (size === 1 ? 0 : random.below(6)) {
    case 0:
      return entries(draw);
    case 1: {
      // One scale for all.
      const scale = Math.abs(draw());
      return entries(() => {
        const own = scale * moderateNumber(random);
        return range.from.value < 0 && random.oneIn(2) ? -own : own;
      });
    }
    case 2:
      return entries(() => (holdsZero && random.oneIn(2) ? 0 : draw()));
    case 3: {
      const [first, second] = [draw(), draw()];
      return entries(() => (random.oneIn(2) ? first : second));
    }
    case 4: {
      // Almost equal: differences cancel.
      const near = draw();
      return entries(() => near * (1 + random.below(100) / 10_000));
    }
    default: {
      const start = draw();
      const step = draw();
      return entries((at) => start + at * step);
    }
  }
}
