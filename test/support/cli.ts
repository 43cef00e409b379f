// Runs the command line in this process, in a folder made for one test.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Git } from '../../src/cli/git.js';
import type { CliHost, CliLanguage } from '../../src/cli/host.js';
import { nodeChanges } from '../../src/cli/nodeChanges.js';
import { nodeGit } from '../../src/cli/nodeGit.js';
import { runProgram } from '../../src/cli/program.js';

export interface CliRun {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder with these files, gone when the test is over. */
export async function makeFolder(files: Files): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'postulate-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return folder;
}

export interface CliSurroundings {
  readonly input?: string | AsyncIterable<Uint8Array>;
  readonly language?: CliLanguage;
  readonly colors?: boolean;
  readonly git?: Git;
  readonly changes?: CliHost['changes'];
  readonly cache?: CliHost['cache'];
  readonly threads?: CliHost['threads'];
}

export async function runCli(
  cwd: string,
  words: readonly string[],
  surroundings: CliSurroundings = {},
): Promise<CliRun> {
  let output = '';
  let errors = '';
  const code = await runProgram(words, {
    ...hostFor(cwd, surroundings),
    print: (text) => {
      output += text;
    },
    printError: (text) => {
      errors += text;
    },
  });
  return { code, output, errors };
}

/** What is printed is lost. */
export function hostFor(
  cwd: string,
  {
    input = '',
    language = 'en',
    colors = false,
    git = nodeGit(),
    changes = nodeChanges,
    cache = () => null,
    threads = null,
  }: CliSurroundings = {},
): CliHost {
  return {
    program: path.resolve(import.meta.dirname, '../../dist/cli.js'),
    cwd,
    language,
    colors,
    readInput: () =>
      typeof input === 'string' ? Readable.from([new TextEncoder().encode(input)]) : input,
    git,
    changes,
    cache,
    threads,
    print: () => undefined,
    printError: () => undefined,
  };
}
