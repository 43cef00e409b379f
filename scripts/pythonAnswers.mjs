// Runs what Copy as Python writes: `node scripts/pythonAnswers.mjs`, with python3-numpy.
import { runTypeScript } from './host/runTypeScript.mjs';

process.exitCode = await runTypeScript('test/evaluate/python/makeAnswers.ts', [
  'test/evaluate/python',
]);
