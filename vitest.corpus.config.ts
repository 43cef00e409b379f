// The laws on real posts: `POSTULATE_CORPUS=folder npx vitest run --config vitest.corpus.config.ts`.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/corpus/**/*.corpus.ts'], testTimeout: 600_000 },
});
