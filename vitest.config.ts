// Unit, property and architecture tests; the suites in a browser have their own configurations.
import { defineConfig } from 'vitest/config';
import { testTimeout } from './test/support/runs.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/{browser,window}/**', 'node_modules/**'],
    globalSetup: ['test/support/built.ts'],
    setupFiles: ['test/support/setupProperties.ts'],
    // By itself it leaves a core to whoever is at work.
    maxWorkers: '100%',
    // Modules are read once for many files: what they remember is no state.
    isolate: false,
    // Bounds for what hangs, not for what is slow: a machine may be busy.
    testTimeout,
    hookTimeout: 60_000,
  },
});
