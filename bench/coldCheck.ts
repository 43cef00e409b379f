// Cold `check` of a folder of posts against reading the same files in Node, both as whole processes.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { makeFolder } from './files.js';
import { compare, inTurn, type Benchmark, type Measure } from './measure.js';

export const coldCheck: Benchmark = {
  name: 'coldCheck',
  title: 'Cold check of a folder of posts',
  run: checkAgainstReading,
};

const postCount = Number(process.env['POSTULATE_BENCH_POSTS'] ?? 14000);
const budget = 3;

const readFiles = `
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
let characters = 0;
for (const entry of readdirSync(process.argv[1], { recursive: true }))
  if (entry.endsWith('.md')) characters += readFileSync(join(process.argv[1], entry), 'utf8').length;
process.stdout.write(String(characters));
`;

async function checkAgainstReading(): Promise<readonly Measure[]> {
  const folder = await makeFolder(postCount);
  try {
    const cli = path.resolve('dist/cli.js');
    const pair = await inTurn(
      3,
      () => timeOf([cli, 'check', '--format', 'json', folder.path]),
      () => timeOf(['-e', readFiles, folder.path]),
    );
    const megabytes = (folder.bytes / 1e6).toFixed(0);
    return [compare(`${folder.posts} posts, ${megabytes} MB`, pair, budget)];
  } finally {
    await folder.remove();
  }
}

/** Milliseconds from start to exit. A check that finds errors exits with 1, which is no failure here. */
function timeOf(words: readonly string[]): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0 || code === 1) resolve(performance.now() - start);
      else reject(new Error(`${words.slice(0, 2).join(' ')} ended with ${code}`));
    });
  });
}
