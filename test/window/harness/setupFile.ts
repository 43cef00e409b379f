// Runs in every window test file: keeps a picture where a test fails, and its window from the next test.
import { afterEach } from 'vitest';
import { closeWindows, openWindow } from './window.js';

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const picture = await openWindow()?.keep(task.name);
  if (picture !== undefined) console.error(`The window when "${task.name}" failed: ${picture}`);
  await closeWindows();
});
