// Unit, property and architecture tests; the real-window suite has its own configuration.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/window/**', 'node_modules/**'],
    testTimeout: 60_000,
  },
});
