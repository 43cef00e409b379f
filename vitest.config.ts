// Unit, property and architecture tests; the real-window suite has its own configuration.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/window/**', 'node_modules/**'],
    // Bounds for what hangs, not for what is slow: a machine may be busy.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
