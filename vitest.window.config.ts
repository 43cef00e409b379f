// The real-window suite: one VS Code server a run, two windows at a time, since one waits more than it works.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/window/**/*.test.ts'],
    globalSetup: ['test/window/harness/globalSetup.ts'],
    setupFiles: ['test/window/harness/setupFile.ts'],
    maxWorkers: 2,
    // The files of a worker share its browser, and its window where that can be made as new.
    isolate: false,
    // A state that comes late, on a busy machine, is no failure.
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
