// The greatest value over a range where the function holds other numbers that vary: between which bounds it lies, and how fast it changes with them at most.
import { refuse } from '../../refusal.js';
import { numberIn, type AlgorithmCall } from '../arithmetic.js';
import { hull, interval, isReal, type Enclosure } from '../enclosure.js';
import { EnclosureArithmetic } from '../enclosing.js';
import { steady, type Jet } from '../jets.js';
import { RateArithmetic } from '../rates.js';

/** So often a part of the range is halved, and as closely it is enclosed at most, relative. */
const HALVINGS = 40;
const CLOSE = 1e-14;

/** `null` where numbers do not vary. */
export function enclosedMaximum<T>(call: AlgorithmCall<T>): T | null {
  const { arithmetic, span } = call;
  if (arithmetic instanceof RateArithmetic)
    return greatest(call as unknown as AlgorithmCall<Jet<Enclosure>>) as T;
  if (!(arithmetic instanceof EnclosureArithmetic)) return null;
  const plain = call as unknown as AlgorithmCall<Enclosure>;
  const [asked] = plain.functions;
  if (asked === undefined) return refuse('value.unsure', span);
  const functions = [(at: unknown) => steady(numberIn(asked((at as Jet<Enclosure>).value)))];
  const operands = plain.operands.map((operand) => steady(numberIn(operand)));
  const lifted = { ...plain, arithmetic: new RateArithmetic(arithmetic), operands, functions };
  return greatest(lifted as unknown as AlgorithmCall<Jet<Enclosure>>).value as T;
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly jet: Jet<Enclosure>;
}

/** What is greatest somewhere changes as fast as it does at one of its places (Danskin's theorem). */
function greatest(call: AlgorithmCall<Jet<Enclosure>>): Jet<Enclosure> {
  const { arithmetic, operands, functions, span } = call;
  const [start = NaN, end = NaN] = operands.map((each) => arithmetic.valueOf(numberIn(each)));
  if (!Number.isFinite(end - start)) refuse('value.unsure', span);
  let least = -Infinity;
  const partOf = (from: number, to: number): Part => {
    call.count(2);
    const ask = (low: number, high: number): Jet<Enclosure> =>
      numberIn(functions[0]?.(steady(interval(low, high))));
    const [jet, middle] = [ask(from, to), ask((from + to) / 2, (from + to) / 2)];
    if (!isReal(jet.value)) refuse('value.unsure', span);
    least = Math.max(least, middle.value.low);
    return { from, to, jet };
  };
  let parts = [partOf(start, end)];
  for (let halving = 0; ; halving++) {
    const top = parts.reduce((most, each) =>
      each.jet.value.high > most.jet.value.high ? each : most,
    );
    const high = top.jet.value.high;
    const isClose = high - least <= CLOSE * Math.abs(high);
    if (isClose || halving === HALVINGS || top.from === top.to) {
      const slopes = parts.map(({ jet }) => jet.slope ?? interval(0, 0));
      const isSteady = parts.every(({ jet }) => jet.slope === null);
      return {
        value: interval(Math.min(least, high), high),
        slope: isSteady ? null : slopes.reduce(hull),
      };
    }
    const middle = (top.from + top.to) / 2;
    const halves = [partOf(top.from, middle), partOf(middle, top.to)];
    parts = [...parts.filter((each) => each !== top), ...halves].filter(
      ({ jet }) => jet.value.high >= least,
    );
  }
}
