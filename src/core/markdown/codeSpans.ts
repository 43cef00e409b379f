// Where code spans end: a run of backticks closes at the next run of the same length, or as the engine has it.
import type { EngineRules } from '../site/engine.js';

export class CodeSpans {
  readonly #text: string;
  readonly #rule: EngineRules['code'];
  /** Starts of the whole runs of each length, ascending; filled at the first question. */
  #runs: Map<number, number[]> | null = null;
  /** For `first`: of each length of run, from where on none has an end. */
  readonly #unclosed = new Map<number, number>();

  constructor(text: string, rule: EngineRules['code'] = 'run') {
    this.#text = text;
    this.#rule = rule;
  }

  /** The offset behind the run of backticks at `at`. */
  runEnd(at: number): number {
    let end = at;
    while (this.#text.charCodeAt(end) === 96) end++;
    return end;
  }

  /** The offset behind the code span that opens at `at`; `-1` where the backticks are text. */
  spanEnd(at: number): number {
    switch (this.#rule) {
      case 'run':
        return this.#nextRun(this.runEnd(at), this.runEnd(at) - at);
      case 'first':
        return this.#firstEnd(at, this.runEnd(at));
    }
  }

  #nextRun(from: number, length: number): number {
    const starts = (this.#runs ??= findRuns(this.#text)).get(length);
    if (starts === undefined) return -1;
    const close = firstNotBelow(starts, from);
    return close === undefined ? -1 : close + length;
  }

  #firstEnd(at: number, from: number): number {
    const length = from - at;
    if (at >= (this.#unclosed.get(length) ?? Infinity)) return -1;
    if (length === 1 && this.#isBetweenBlanks(at)) return -1;
    const close = this.#text.indexOf('`'.repeat(length), from);
    if (close < 0) this.#unclosed.set(length, at);
    return close < 0 ? -1 : close + length;
  }

  #isBetweenBlanks(at: number): boolean {
    return isBlankAt(this.#text, at + 1) && (at === 0 || isBlankAt(this.#text, at - 1));
  }
}

function isBlankAt(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

function findRuns(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  let at = text.indexOf('`');
  while (at >= 0) {
    let end = at + 1;
    while (text.charCodeAt(end) === 96) end++;
    const starts = runs.get(end - at);
    if (starts === undefined) runs.set(end - at, [at]);
    else starts.push(at);
    at = text.indexOf('`', end);
  }
  return runs;
}

function firstNotBelow(sorted: readonly number[], bound: number): number | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}
