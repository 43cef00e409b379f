// Small helpers around child processes. Node built-ins only: used before anything is installed.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';

/**
 * Runs a program to its end with its output shown.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} the exit code
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      shell: needsShell(command),
      ...options,
    });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs a program quietly; rejects with its output where it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>} what it printed
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { shell: needsShell(command), ...options });
    let output = '';
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${[command, ...args].join(' ')} ended with ${code}:\n${output}`));
    });
  });
}

/**
 * Windows finds `npm` and `code` only as command scripts, which need a shell.
 * @param {string} command
 */
function needsShell(command) {
  return process.platform === 'win32' && !path.isAbsolute(command);
}

/** @returns {Promise<number>} a port of this machine that nothing listens on */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address) resolve(address.port);
        else reject(new Error('The system gave no free port.'));
      });
    });
  });
}

/**
 * The first of the programs that is on the search path or is an existing absolute path.
 * @param {readonly string[]} names
 * @returns {Promise<string | undefined>}
 */
export async function findProgram(names) {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const name of names) {
    for (const folder of path.isAbsolute(name) ? [''] : folders) {
      for (const suffix of suffixes) {
        const candidate = path.join(folder, name + suffix);
        if (await isExecutable(candidate)) return candidate;
      }
    }
  }
  return undefined;
}

/** @param {string} file */
async function isExecutable(file) {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
