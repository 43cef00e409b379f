// Benchmarks that need a real window; they share the harness of the window tests.
import { mergeConfig } from 'vitest/config';
import window from './vitest.window.config.js';

export default mergeConfig(window, { test: { testTimeout: 600_000 } });
