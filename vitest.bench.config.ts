// Benchmarks that need a real window; they share the harness of the window tests.
import { defineConfig } from 'vitest/config';
import window from './vitest.window.config.js';

export default defineConfig({
  test: {
    ...window.test,
    include: ['bench/window/*.bench.ts'],
    globalSetup: ['test/window/harness/globalSetup.ts', 'bench/window/leanServer.ts'],
    testTimeout: 900_000,
  },
});
