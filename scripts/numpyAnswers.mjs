// Asks NumPy anew for the values of random formulas: `node scripts/numpyAnswers.mjs`, with python3-numpy.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { run } from './host/processes.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = path.join(root, 'test/evaluate/numpy');

// Below `node_modules`, so that what it loads when it runs is found.
const cache = path.join(root, 'node_modules/.cache');
await mkdir(cache, { recursive: true });
const scratch = await mkdtemp(path.join(cache, 'numpy-'));
try {
  const bundle = path.join(scratch, 'makeAnswers.mjs');
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [path.join(folder, 'makeAnswers.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  process.exitCode = await run(process.execPath, [bundle, folder], { cwd: root });
} finally {
  await rm(scratch, { recursive: true, force: true });
}
