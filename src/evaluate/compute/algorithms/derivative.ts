// The derivative of a function at a point: of each entry of its value by each entry of the point.
import { type Algorithm, type AlgorithmCall, type Interpreted } from '../arithmetic.js';
import { JetArithmetic, steady, type Jet } from '../jets.js';

/** Of numbers a number; else the slopes of the first entry of the value come first. */
export const derivative: Algorithm = {
  jumps: false,
  run<T>({ operands, within, arithmetic, span }: AlgorithmCall<T>): Interpreted<T> {
    const [point] = operands;
    const [asked] = within(new JetArithmetic(arithmetic), steady);
    if (point === undefined || asked === undefined) throw new Error('A derivative has a point');
    const entries = entriesOf(point).map(steady);
    const one = arithmetic.of(1, span);
    const zero = arithmetic.of(0, span);
    let isNumber = !Array.isArray(point);
    const columns = entries.map((entry, at) => {
      const given = entries.map((each, place) => (place === at ? { ...entry, slope: one } : each));
      const value = asked(Array.isArray(point) ? given : (given[0] as Jet<T>));
      isNumber &&= !Array.isArray(value);
      return entriesOf<Jet<T>>(value).map(({ slope }) => slope ?? zero);
    });
    const rows = columns[0]?.length ?? 0;
    const slopes = Array.from({ length: rows }, (_, row) =>
      columns.map((column) => column[row] as T),
    ).flat();
    return isNumber ? (slopes[0] as T) : slopes;
  },
};

function entriesOf<T>(value: Interpreted<T>): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
