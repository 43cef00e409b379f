// Runs a file of TypeScript in Node: bundled in a folder that goes again.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { run } from './processes.mjs';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/**
 * `file` from the root of the project; gives the exit code.
 * @param {string} file
 * @param {readonly string[]} args
 */
export async function runTypeScript(file, args) {
  // Below `node_modules`, so that what it loads when it runs is found.
  const cache = path.join(root, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const scratch = await mkdtemp(path.join(cache, 'run-'));
  try {
    const bundle = path.join(scratch, 'bundle.mjs');
    await esbuild.build({
      absWorkingDir: root,
      entryPoints: [file],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      logLevel: 'warning',
    });
    return await run(process.execPath, [bundle, ...args], { cwd: root });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
