// Runs in every window test file: keeps a picture where a test fails, ends the window at the end.
import { afterAll, afterEach } from 'vitest';
import { closeAll, openWindow } from './window.js';

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const picture = await openWindow()?.keep(task.name);
  if (picture !== undefined) console.error(`The window when "${task.name}" failed: ${picture}`);
});

afterAll(closeAll);
