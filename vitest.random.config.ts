// The files with properties, with new seeds and many runs: what one seed in `npm test` may not meet.
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { defineConfig } from 'vitest/config';

process.env['POSTULATE_SEED'] ??= 'random';
process.env['POSTULATE_RUNS'] ??= '5000';

// It reads both when it is loaded.
const { default: units } = await import('./vitest.config.js');
const tests = globSync('test/**/*.test.ts', { ignore: 'test/{browser,window}/**' });
const withProperties = tests.filter((file) =>
  /'fast-check'|support\/runs\.js'/.test(readFileSync(file, 'utf8')),
);

export default defineConfig({ test: { ...units.test, include: withProperties, maxWorkers: 1 } });
