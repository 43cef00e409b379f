// Pages in a real browser, without VS Code around them: what they let run and load, and who can read them.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/support/built.ts', 'test/browser/harness/globalSetup.ts'],
    setupFiles: ['test/browser/harness/setupFile.ts'],
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 180_000,
  },
});
