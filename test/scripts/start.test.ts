// `npm start`, as far as it needs no window: what it says of a folder that is not there, and how it calls `code`.
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

let scratch = '';
beforeEach(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'postulate-start-'));
});
afterEach(() => rm(scratch, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

function runNode(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, output });
    });
  });
}

/** A `code` that writes down how it was called. */
async function fakeCode(exit: number): Promise<string> {
  const file = path.join(scratch, 'code');
  const lines = ['#!/bin/sh', `printf '%s\\n' "$@" > "${scratch}/arguments"`, `exit ${exit}`, ''];
  await writeFile(file, lines.join('\n'));
  await chmod(file, 0o755);
  return file;
}

/** Calls `openDesktop` in a process of its own, whose output is seen. */
function openDesktop(code: string): Promise<Ended> {
  const module = path.join(root, 'scripts/host/desktop.mjs');
  const source = `import { openDesktop } from ${JSON.stringify(module)};
    console.log(await openDesktop(${JSON.stringify(code)}, '/extension', '/my posts'));`;
  return runNode(['--input-type=module', '--eval', source]);
}

it('names the folder that is not there, from where the person is', async () => {
  const { code, output } = await runNode(['scripts/start.mjs', './missing'], { INIT_CWD: scratch });
  expect(output.trim()).toBe(
    `There is no folder ${path.join(scratch, 'missing')}. Give a folder of posts: npm start -- FOLDER`,
  );
  expect(code).toBe(2);
});

it('opens the folder in the VS Code of the desktop, with the extension under development', async () => {
  const code = await fakeCode(0);
  const { output } = await openDesktop(code);
  expect(output).toBe(
    `Opening /my posts in a window of VS Code (${code}) with this extension.\ntrue\n`,
  );
  const called = await readFile(path.join(scratch, 'arguments'), 'utf8');
  expect(called).toBe('--extensionDevelopmentPath=/extension\n/my posts\n');
});

it('says so where that VS Code does not open', async () => {
  const code = await fakeCode(3);
  const { output } = await openDesktop(code);
  expect(output).toContain(`${code} ended with 3; the lines above say why.\nfalse\n`);
});
