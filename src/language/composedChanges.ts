// Changes that were made one round after the other, as changes of the text before the first round.
import type { Span } from '../core/text/span.js';
import type { Change } from './change.js';

/** What the text is made of now: stretches of the text before, and what was written. */
type Part = { readonly kept: Span } | { readonly written: string };

/** The spans of each round count in the text that the round before it left; within a round they stand in order. */
export function composedChanges(
  length: number,
  rounds: readonly (readonly Change[])[],
): readonly Change[] {
  const whole: readonly Part[] = [{ kept: { start: 0, end: length } }];
  return changesTo(rounds.reduce(afterRound, whole), length);
}

function afterRound(parts: readonly Part[], changes: readonly Change[]): readonly Part[] {
  const next: Part[] = [];
  const reader = new PartReader(parts);
  for (const { span, text } of changes) {
    next.push(...reader.upTo(span.start), { written: text });
    reader.upTo(span.end);
  }
  return [...next, ...reader.upTo(Infinity)];
}

/** Reads parts from the first to the last, by offsets in the text that they make. */
class PartReader {
  readonly #parts: readonly Part[];
  #index = 0;
  /** Where the part begins, and how much of it was read. */
  #start = 0;
  #read = 0;

  constructor(parts: readonly Part[]) {
    this.#parts = parts;
  }

  upTo(end: number): readonly Part[] {
    const found: Part[] = [];
    for (;;) {
      const part = this.#parts[this.#index];
      if (!part) return found;
      const length = lengthOf(part);
      const to = Math.min(length, end - this.#start);
      if (to > this.#read) found.push(slice(part, this.#read, to));
      this.#read = Math.max(this.#read, to);
      if (to < length || this.#start + length >= end) return found;
      this.#index++;
      this.#start += length;
      this.#read = 0;
    }
  }
}

function lengthOf(part: Part): number {
  return 'kept' in part ? part.kept.end - part.kept.start : part.written.length;
}

function slice(part: Part, from: number, to: number): Part {
  if ('written' in part) return { written: part.written.slice(from, to) };
  const { start } = part.kept;
  return { kept: { start: start + from, end: start + to } };
}

function changesTo(parts: readonly Part[], length: number): readonly Change[] {
  const changes: Change[] = [];
  let done = 0;
  let written = '';
  const end = { kept: { start: length, end: length } };
  for (const part of [...parts, end]) {
    if ('written' in part) {
      written += part.written;
      continue;
    }
    const { start } = part.kept;
    if (start > done || written !== '') {
      changes.push({ span: { start: done, end: start }, text: written });
    }
    written = '';
    done = part.kept.end;
  }
  return changes;
}
