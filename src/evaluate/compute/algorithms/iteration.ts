// The members of a sequence, step by step from the first.
import { attempt, refuse } from '../../refusal.js';
import { type Algorithm, type AlgorithmCall, type Interpreted, numberIn } from '../arithmetic.js';

/** Its operands: which member is wanted, the number of the first, the first; its function makes the next of one and its number. */
export const iteration: Algorithm = {
  jumps: true,
  run<T>(call: AlgorithmCall<T>): Interpreted<T> {
    const { operands, arithmetic, span } = call;
    const wanted = arithmetic.integer(numberIn(operands[0]), span);
    const first = arithmetic.integer(numberIn(operands[1]), span);
    if (!Number.isInteger(wanted) || wanted < first)
      refuse('sequence.index', span, { found: String(wanted), first: String(first) });
    const start = operands[2];
    if (start === undefined) throw new Error('A sequence has a start');
    const direct = attempt(() => follow(call, start, first, wanted, (next) => next), span);
    if (direct.ok && isSharp(call, direct.value)) return direct.value;
    if (!direct.ok && direct.refusal.code.startsWith('limit.')) throw direct.refusal;
    return shadowed(call, start, first, wanted);
  },
};

/** Errors below this part of the values are not looked into. */
const SHARP = 1e-10;

function isSharp<T>({ arithmetic }: AlgorithmCall<T>, value: Interpreted<T>): boolean {
  return entriesOf(value).every((entry) => {
    const known = arithmetic.bounded(entry);
    return known.error <= SHARP * Math.abs(known.value);
  });
}

function entriesOf<T>(value: Interpreted<T>): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

function follow<T>(
  { functions, arithmetic, span }: AlgorithmCall<T>,
  start: Interpreted<T>,
  first: number,
  wanted: number,
  change: (next: Interpreted<T>) => Interpreted<T>,
): Interpreted<T> {
  const [step] = functions;
  if (step === undefined) throw new Error('A sequence has a step');
  let member = start;
  for (let at = first; at < wanted; at++) member = change(step(member, arithmetic.of(at, span)));
  return member;
}

/** How much more than what rounding can do in one step is done to the members, to see what becomes of it. */
const PUSHES = [64, -64, 1024];
const CAUTION = 4;

/**
 * Bounds carried from step to step grow where the members do not. Instead the doubles are followed, and
 * again with each of them pushed by more than its step may be off.
 */
function shadowed<T>(
  call: AlgorithmCall<T>,
  start: Interpreted<T>,
  first: number,
  wanted: number,
): Interpreted<T> {
  const { arithmetic, span } = call;
  const pushed = (push: number): readonly number[] => {
    const change = (next: Interpreted<T>): Interpreted<T> => {
      const moved = entriesOf(next).map((entry, at) => {
        const { value, error } = arithmetic.bounded(entry);
        const room = error + Math.abs(value) * 2 ** -53;
        return arithmetic.exactly(value + (at % 2 === 0 ? push : -push) * room);
      });
      return Array.isArray(next) ? moved : (moved[0] as T);
    };
    const end = follow(call, change(start), first, wanted, change);
    return entriesOf(end).map((entry) => arithmetic.valueOf(entry));
  };
  const [known, ...others] = [0, ...PUSHES].map(pushed);
  const from = entriesOf(call.functions[0]?.(start, arithmetic.of(first, span)) ?? start);
  const found = (known ?? []).map((value, at) => {
    const differences = others.map((other) => Math.abs((other[at] ?? NaN) - value));
    const error = CAUTION * Math.max(...differences) + Math.abs(value) * Number.EPSILON;
    return arithmetic.found({ value, error, exact: null }, from, span);
  });
  return Array.isArray(start) ? found : (found[0] as T);
}
