// Runs everything: static checks, units, pages in a browser, the real-window suite. Does all its own set-up.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './host/dependencies.mjs';
import { run, runQuietly } from './host/processes.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Each counts as one test; one lane beside the other, since each takes one core. */
const staticChecks = [['lint'], ['typecheck', 'format:check']];

const suites = [
  { name: 'units', config: 'vitest.config.ts' },
  { name: 'browser', config: 'vitest.browser.config.ts' },
  { name: 'real window', config: 'vitest.window.config.ts' },
];

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * @param {string} script
 * @returns {Promise<Count>}
 */
async function runStaticCheck(script) {
  try {
    await runQuietly('npm', ['run', '--silent', script], { cwd: root });
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.log(`\n=== ${script}\n${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1 };
  }
}

/**
 * @param {{ name: string, config: string }} suite
 * @returns {Promise<Count>}
 */
async function runSuite({ name, config }) {
  console.log(`\n=== ${name}`);
  const scratch = await mkdtemp(path.join(tmpdir(), 'postulate-test-'));
  const report = path.join(scratch, 'report.json');
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = [vitest, 'run', '--config', config, ...reporters];
  const code = await run(process.execPath, args, { cwd: root });
  const count = await readCount(report);
  await rm(scratch, { recursive: true, force: true });
  // A run that fails without a failed test (in its set-up, say) is a failure too.
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/**
 * @param {string} report
 * @returns {Promise<Count>}
 */
async function readCount(report) {
  try {
    /** @type {unknown} */
    const json = JSON.parse(await readFile(report, 'utf8'));
    const totals = /** @type {Record<string, number | undefined>} */ (json);
    const passed = totals['numPassedTests'] ?? 0;
    // What was skipped did not pass: nothing here is skipped on purpose.
    return { passed, failed: (totals['numTotalTests'] ?? 0) - passed };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/**
 * @param {string} name
 * @param {() => Promise<Count>} part
 */
async function timed(name, part) {
  const start = performance.now();
  const count = await part();
  console.log(`${name}: ${Math.round((performance.now() - start) / 1000)} s`);
  return count;
}

await ensureDependencies(root);
const counts = [];
await Promise.all(
  staticChecks.map(async (lane) => {
    for (const script of lane) counts.push(await timed(script, () => runStaticCheck(script)));
  }),
);
for (const suite of suites) counts.push(await timed(suite.name, () => runSuite(suite)));
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\ntests: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
