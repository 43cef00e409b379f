// The command line in Node.
import process from 'node:process';
import type { CliHost } from './host.js';
import { nodeChanges } from './nodeChanges.js';
import { nodeGit } from './nodeGit.js';
import { runProgram } from './program.js';

const host: CliHost = {
  cwd: process.cwd(),
  language: languageOf(process.env),
  colors: colorsOf(process.env),
  readInput: () => process.stdin,
  git: nodeGit(),
  changes: nodeChanges,
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

process.exitCode = await runProgram(process.argv.slice(2), host);

/** https://no-color.org: the variable counts where it is not empty. */
function colorsOf(environment: NodeJS.ProcessEnv): boolean {
  return process.stdout.isTTY && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
}

function languageOf(environment: NodeJS.ProcessEnv): CliHost['language'] {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return /^zh/i.test(locale) ? 'zh-cn' : 'en';
}
