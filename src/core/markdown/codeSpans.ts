// Where code spans end: a run of backticks closes at the next run of the same length.

export class CodeSpans {
  readonly #text: string;
  /** Starts of the whole runs of each length, ascending; filled at the first question. */
  #runs: Map<number, number[]> | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset behind the run of backticks at `at`. */
  runEnd(at: number): number {
    let end = at;
    while (this.#text.charCodeAt(end) === 96) end++;
    return end;
  }

  /** The offset behind the code span that opens at `at`; `-1` where the backticks are text. */
  spanEnd(at: number): number {
    const end = this.runEnd(at);
    const starts = (this.#runs ??= findRuns(this.#text)).get(end - at);
    if (starts === undefined) return -1;
    const close = firstNotBelow(starts, end);
    return close === undefined ? -1 : close + (end - at);
  }
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
