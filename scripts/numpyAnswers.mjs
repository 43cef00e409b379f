// Asks NumPy anew for the values of random formulas: `node scripts/numpyAnswers.mjs`, with python3-numpy.
import { runTypeScript } from './host/runTypeScript.mjs';

process.exitCode = await runTypeScript('test/evaluate/numpy/makeAnswers.ts', [
  'test/evaluate/numpy',
]);
