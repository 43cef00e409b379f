// Measures everything in pairs in one run: `npm run bench [-- PART-OF-A-NAME …]`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { run, runQuietly } from './host/processes.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const names = process.argv.slice(2);

console.log('Building and packing the extension …');
await runQuietly('npm', ['run', 'package'], { cwd: root });
await withoutWindow();
if (names.length === 0 || names.some((name) => 'keystroke'.includes(name))) {
  await run('npx', ['vitest', 'run', '--config', 'vitest.bench.config.ts'], { cwd: root });
}

/** The benchmarks are bundled as the extension is, so that the same code is measured. */
async function withoutWindow() {
  const folder = await mkdtemp(path.join(tmpdir(), 'postulate-bench-'));
  const bundle = path.join(folder, 'run.cjs');
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['bench/run.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  try {
    await run(process.execPath, [bundle, ...names], { cwd: root });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
