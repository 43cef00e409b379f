#!/usr/bin/env node
// The command line in Node.
import { availableParallelism } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { cacheFolder, nodeCache } from '../server/nodeCache.js';
import { startNodeWorker } from '../server/nodeWorkers.js';
import type { CliHost } from './host.js';
import { nodeChanges } from './nodeChanges.js';
import { nodeGit } from './nodeGit.js';
import { runProgram } from './program.js';
import { serveBatches } from './serveBatches.js';

const program = fileURLToPath(import.meta.url);

const host: CliHost = {
  program,
  cwd: process.cwd(),
  language: languageOf(process.env),
  colors: colorsOf(process.env),
  readInput: () => process.stdin,
  git: nodeGit(),
  changes: nodeChanges,
  cache: (folder) => nodeCache(path.resolve(folder ?? cacheFolder()), program),
  threads: {
    count: availableParallelism(),
    start: () => startNodeWorker(program),
    worth: 1_000_000,
    patience: { post: 60_000, megabyte: 10_000 },
  },
  print: (text) => {
    process.stdout.write(text);
  },
  printError: (text) => {
    process.stderr.write(text);
  },
};

// A reader that has enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});

// Its threads run the same file.
if (parentPort) serveBatches(parentPort);
else process.exitCode = await runProgram(process.argv.slice(2), host);

/** https://no-color.org: the variable counts where it is not empty. */
function colorsOf(environment: NodeJS.ProcessEnv): boolean {
  return process.stdout.isTTY && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
}

function languageOf(environment: NodeJS.ProcessEnv): CliHost['language'] {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return /^zh/i.test(locale) ? 'zh-cn' : 'en';
}
