// How often a property is tried.
export const runs = Number(process.env['POSTULATE_RUNS'] ?? 200);
