// What a benchmark measures and how it is printed: two sides in turn in one run, and their ratio.

export interface Measure {
  readonly what: string;
  readonly ours: string;
  readonly reference: string;
  /** Ours against the reference; `null` where only our side is measured. */
  readonly ratio: number | null;
  readonly budget: string;
  /** `null` for figures that are reported without a budget. */
  readonly within: boolean | null;
}

export interface Benchmark {
  /** By which it is chosen on the command line: its file's name. */
  readonly name: string;
  readonly title: string;
  run(): Promise<readonly Measure[]>;
}

export interface Pair {
  readonly ours: readonly number[];
  readonly reference: readonly number[];
}

/** Runs both sides in turn, so that a machine that slows down slows both. The first pair warms up and is not counted. */
export async function inTurn(
  runs: number,
  ours: () => Promise<number> | number,
  reference: () => Promise<number> | number,
): Promise<Pair> {
  const pair = { ours: [] as number[], reference: [] as number[] };
  for (let run = 0; run <= runs; run++) {
    const referenceTime = await reference();
    const ourTime = await ours();
    if (run === 0) continue;
    pair.ours.push(ourTime);
    pair.reference.push(referenceTime);
  }
  return pair;
}

/** The median of the ratios pair by pair, with both medians beside it; without a budget it is reported. */
export function compare(what: string, pair: Pair, budget: number | null): Measure {
  const ratios = pair.ours.map((time, run) => time / (pair.reference[run] ?? time));
  const ratio = median(ratios);
  return {
    what,
    ours: milliseconds(median(pair.ours)),
    reference: milliseconds(median(pair.reference)),
    ratio,
    budget: budget === null ? reported : `≤ ${budget} ×`,
    within: budget === null ? null : ratio <= budget,
  };
}

export function limit(what: string, value: number, budget: number, unit: string): Measure {
  return {
    what,
    ours: `${round(value)} ${unit}`,
    reference: '',
    ratio: null,
    budget: `≤ ${budget.toLocaleString('en')} ${unit}`,
    within: value <= budget,
  };
}

export function report(what: string, ours: string): Measure {
  return { what, ours, reference: '', ratio: null, budget: reported, within: null };
}

const reported = 'reported';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

export function milliseconds(value: number): string {
  return `${round(value)} ms`;
}

export function printMeasures(title: string, measures: readonly Measure[]): void {
  console.log(`\n${title}`);
  for (const measure of measures) console.log(`  ${line(measure)}`);
}

function line(measure: Measure): string {
  const ratio = measure.ratio === null ? '' : `${measure.ratio.toFixed(2)} ×`;
  const verdict = measure.within === null ? '' : measure.within ? 'within' : 'OVER';
  const against = measure.reference === '' ? '' : ` against ${measure.reference}`;
  return `${measure.what}: ${measure.ours}${against}${ratio === '' ? '' : ` = ${ratio}`}  (budget ${measure.budget})  ${verdict}`.trimEnd();
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3);
}
