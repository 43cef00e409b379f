// Makes the pictures of the README anew, in the windows of the window tests: `npm run pictures`.
import { defineConfig } from 'vitest/config';
import window from './vitest.window.config.js';

export default defineConfig({
  test: { ...window.test, include: ['test/window/pictures/*.picture.ts'], maxWorkers: 1 },
});
