// Measures everything in pairs in one run: `npm run bench [-- PART-OF-A-NAME …]`.
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { run, runQuietly } from './host/processes.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const windowFolder = 'bench/window';
const windowEnding = '.bench.ts';

/** The benchmarks without a window are bundled as the extension is, so that the same code is measured. */
// Below `node_modules`, so that what it loads when it runs is found.
const cache = path.join(root, 'node_modules/.cache');
await mkdir(cache, { recursive: true });
const scratch = await mkdtemp(path.join(cache, 'bench-'));
try {
  const bundle = path.join(scratch, 'run.cjs');
  await makeBundle(bundle);
  process.exitCode = await runChosen(bundle, process.argv.slice(2));
} finally {
  await rm(scratch, { recursive: true, force: true });
}

/** @param {string} bundle */
async function makeBundle(bundle) {
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['bench/run.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    define: { 'import.meta.url': '__filename' },
    logLevel: 'warning',
  });
}

/**
 * @param {string} bundle
 * @param {readonly string[]} parts
 * @returns {Promise<number>} the exit code
 */
async function runChosen(bundle, parts) {
  const withoutWindow = (await runQuietly(process.execPath, [bundle])).trim().split('\n');
  const inWindow = (await readdir(path.join(root, windowFolder)))
    .filter((file) => file.endsWith(windowEnding))
    .map((file) => file.slice(0, -windowEnding.length));
  const isChosen = (/** @type {string} */ name) =>
    parts.length === 0 || parts.some((part) => name.toLowerCase().includes(part.toLowerCase()));
  const chosen = withoutWindow.filter(isChosen);
  const chosenInWindow = inWindow.filter(isChosen);
  if (chosen.length + chosenInWindow.length === 0) {
    console.error(
      `No benchmark has such a name. There are ${[...withoutWindow, ...inWindow].join(', ')}.`,
    );
    return 2;
  }
  let code = 0;
  if (chosen.length > 0) {
    console.log('Building and packing the extension.');
    await runQuietly('npm', ['run', 'package'], { cwd: root });
    code = await run(process.execPath, [bundle, ...chosen], { cwd: root });
  }
  if (chosenInWindow.length === 0) return code;
  const files = chosenInWindow.map((name) => `${windowFolder}/${name}${windowEnding}`);
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--config', 'vitest.bench.config.ts', ...files];
  // The window's own set-up packs the extension.
  return (await run(process.execPath, args, { cwd: root })) || code;
}
