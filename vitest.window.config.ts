// The real-window suite: one VS Code server and one browser a run, one file after another.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/window/**/*.test.ts'],
    globalSetup: ['test/window/harness/globalSetup.ts'],
    setupFiles: ['test/window/harness/setupFile.ts'],
    fileParallelism: false,
    // A state that comes late, on a busy machine, is no failure.
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
