// Whole processes of Node, timed from start to exit.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Folder } from './files.js';

/** Milliseconds. */
export function timeOfCheck({ path: folder, cache }: Folder): Promise<number> {
  const cli = path.resolve('dist/cli.js');
  return timeOfNode([cli, 'check', '--format', 'json', '--cache-dir', cache, folder]);
}

/** Milliseconds. A check that finds errors exits with 1, which is no failure here. */
export function timeOfNode(words: readonly string[]): Promise<number> {
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
