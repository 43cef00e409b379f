// How often each property is tried, and with which seed: `POSTULATE_RUNS`, `POSTULATE_SEED`.

export const propertyRuns = Number(process.env['POSTULATE_RUNS'] ?? 200);

/** A property takes its time for each run; no single test needs a minute. */
export const testTimeout = Math.max(60_000, propertyRuns * 1_000);

/** The same in each run, so that a test that passed passes again; `null` for a new one each time. */
export const propertySeed = seedFrom(process.env['POSTULATE_SEED'] ?? '20261124');

function seedFrom(text: string): number | null {
  if (text === 'random') return null;
  const seed = Number(text);
  if (Number.isInteger(seed)) return seed;
  throw new Error(`POSTULATE_SEED is an integer or "random", not "${text}"`);
}
