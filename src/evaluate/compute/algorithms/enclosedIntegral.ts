// An integral whose integrand holds numbers that vary: within which bounds it lies, roughly, for the integral around it.
import { attempt } from '../../refusal.js';
import { numberIn, type AlgorithmCall } from '../arithmetic.js';
import { hull, interval, opposite, type Enclosure } from '../enclosure.js';

/** In how many parts a range is cut, and how many it may come to. */
const PARTS = 4;
const MOST_ASKED = 40;
/** How far towards infinity it is looked. */
const FARTHEST = 2 ** 30;

export function encloseIntegral(call: AlgorithmCall<Enclosure>): Enclosure {
  const { operands, arithmetic, span } = call;
  const [from, to] = [numberIn(operands[0]), numberIn(operands[1])];
  const [start, end] = [from, to].map(({ low }) => low);
  if (start === Infinity || end === -Infinity)
    return opposite(encloseIntegral({ ...call, operands: [to, from] }));
  const ask = (at: Enclosure): Enclosure => numberIn(call.functions[0]?.(at));
  if (start !== -Infinity && end !== Infinity) {
    const width = arithmetic.subtract(to, from, span);
    const moved = (offset: Enclosure): Enclosure =>
      arithmetic.add(from, arithmetic.multiply(width, offset, span), span);
    const mean = enclosedSum(0, 1, (offset) => ask(moved(offset)), call);
    return arithmetic.multiply(width, mean, span);
  }
  if (start === -Infinity && end === Infinity) {
    const [left, right] = [-1, 1].map((sign) => halfLineSum(interval(0, 0), sign, ask, call));
    if (left === undefined || right === undefined) throw new Error('There are two sides');
    return arithmetic.add(left, right, span);
  }
  return end === Infinity ? halfLineSum(from, 1, ask, call) : halfLineSum(to, -1, ask, call);
}

type Ask = (at: Enclosure) => Enclosure;

/** From one end to another in parts, each halved where it is not enclosed. */
export function enclosedSum(
  from: number,
  to: number,
  ask: Ask,
  call: AlgorithmCall<Enclosure>,
): Enclosure {
  const { arithmetic, count, span } = call;
  const left = Array.from({ length: PARTS }, (_, at) =>
    [at, at + 1].map((each) => from + ((to - from) * each) / PARTS),
  );
  let sum = arithmetic.exactly(0);
  for (let asked = 0; ; asked++) {
    const [start = NaN, end = NaN] = left.pop() ?? [];
    if (Number.isNaN(start)) return sum;
    count(1);
    const found = attempt(() => ask(interval(start, end)), span);
    if (found.ok) {
      const term = arithmetic.multiply(arithmetic.exactly(end - start), found.value, span);
      sum = arithmetic.add(sum, term, span);
      continue;
    }
    if (asked >= MOST_ASKED || found.refusal.code.startsWith('limit.')) throw found.refusal;
    const middle = (start + end) / 2;
    left.push([start, middle], [middle, end]);
  }
}

function halfLineSum(
  anchor: Enclosure,
  sign: number,
  ask: Ask,
  call: AlgorithmCall<Enclosure>,
): Enclosure {
  const { arithmetic, span } = call;
  const moved = (offset: Enclosure): Enclosure =>
    ask(arithmetic.add(anchor, arithmetic.multiply(arithmetic.exactly(sign), offset, span), span));
  let last = enclosedSum(0, 1, moved, call);
  let sum = last;
  for (let from = 1; from < FARTHEST; from *= 2) {
    last = enclosedSum(from, 2 * from, moved, call);
    sum = arithmetic.add(sum, last, span);
  }
  // Beyond there is taken to be no more than twice as much.
  const rest = arithmetic.multiply(arithmetic.exactly(2), last, span);
  return arithmetic.add(sum, hull(rest, opposite(rest)), span);
}
