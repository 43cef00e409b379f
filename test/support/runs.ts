// How often each property is tried: `POSTULATE_RUNS`, 200 where it is not set.

export const propertyRuns = Number(process.env['POSTULATE_RUNS'] ?? 200);
