// A refusal: what could not be understood or computed, with its place. Thrown inside evaluation, never out of it.
import type { Span } from '../core/text/span.js';
import { entryAt } from './library/places.js';
import { wordOf } from './library/entry.js';
import type { ProblemCode } from './messages.js';

/** No `Error`: where methods look for bounds they meet refusals by the thousand, and a trace of the stack costs more than they do. */
export class Refusal {
  readonly code: ProblemCode;
  readonly span: Span;
  readonly data: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, span: Span, data: Readonly<Record<string, string>>) {
    this.code = code;
    this.span = span;
    this.data = data;
  }
}

export function refuse(
  code: ProblemCode,
  span: Span,
  data: Readonly<Record<string, string>> = {},
): never {
  throw new Refusal(code, span, data);
}

export type Attempt<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** The boundary: a refusal becomes a value; a stack that overflows is the refusal of a formula too deep. */
export function attempt<T>(compute: () => T, whole: Span): Attempt<T> {
  try {
    return { ok: true, value: compute() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: inPost(error, whole) };
    if (isTooDeep(error)) return { ok: false, refusal: new Refusal('limit.depth', whole, {}) };
    throw error;
  }
}

/** What the library refuses has no place in the post: there it stands for the whole. */
function inPost(refusal: Refusal, whole: Span): Refusal {
  const entry = entryAt(refusal.span);
  if (entry === null || entryAt(whole) !== null) return refusal;
  const data = { ...refusal.data, function: wordOf(entry), cause: causeOf(refusal) };
  return new Refusal('library.problem', whole, data);
}

/** The code of a problem for `cause`, behind which stands that of its own cause. */
export function causeOf({ code, data: { cause } }: Refusal): string {
  return cause === undefined ? code : `${code} ${cause}`;
}

/** A regular expression that no stack is left for calls itself wrong syntax. */
function isTooDeep(error: unknown): boolean {
  if (error instanceof RangeError) return true;
  return error instanceof SyntaxError && /call stack|stack overflow/i.test(error.message);
}
