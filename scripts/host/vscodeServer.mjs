// A real VS Code for tests and `npm start`: the server that npm carries inside `code-server`.
// Node built-ins only.
import { spawn } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort, runQuietly } from './processes.mjs';

const codeServerVersion = '4.139.1';
const nodeVersion = '24.21.0';

/** @typedef {{ node: string, serverMain: string }} Host programs of an installed VS Code server */
/** @typedef {{ port: number, log: () => string, stop: () => Promise<void> }} Server */

/**
 * Installs the VS Code server once a version into `.vscode-test/`.
 * @param {string} root the folder of package.json
 * @returns {Promise<Host>}
 */
export async function ensureHost(root) {
  const folder = path.join(root, '.vscode-test');
  const home = path.join(folder, `code-server-${codeServerVersion}-node-${nodeVersion}`);
  if (!(await exists(home))) await installHost(folder, home);
  const nodePackage = path.join(home, 'node_modules', nodePackageName());
  return {
    node: path.join(nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    serverMain: path.join(home, serverFolder, 'out/server-main.js'),
  };
}

const serverFolder = 'node_modules/code-server/lib/vscode';

function nodePackageName() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return `node-${platform}-${process.arch}`;
}

/**
 * Installs into a temporary folder and renames it, so that `home` is complete or absent.
 * @param {string} folder
 * @param {string} home
 */
async function installHost(folder, home) {
  console.log(
    `Installing a VS Code server for tests into ${home}: ` +
      `code-server ${codeServerVersion} and Node ${nodeVersion} from npm, about 170 MB to download.`,
  );
  await mkdir(folder, { recursive: true });
  const temporary = await mkdtemp(path.join(folder, 'installing-'));
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await writeFile(path.join(temporary, 'package.json'), '{ "private": true }\n');
  const packages = [`code-server@${codeServerVersion}`, `${nodePackageName()}@${nodeVersion}`];
  await runQuietly('npm', ['install', ...packages, ...options], { cwd: temporary });
  await runQuietly('npm', ['install', '--omit=dev', ...options], {
    cwd: path.join(temporary, serverFolder),
  });
  try {
    await rename(temporary, home);
  } catch (error) {
    // Another run may have been faster.
    await rm(temporary, { recursive: true, force: true });
    if (!(await exists(home))) throw error;
  }
}

/** @param {string} file */
async function exists(file) {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}

/**
 * Installs a packed extension into an extensions folder of its own.
 * @param {Host} host
 * @param {string} vsix
 * @param {string} dataFolder
 */
export async function installExtension(host, vsix, dataFolder) {
  const args = ['--install-extension', vsix, '--force', ...dataArguments(dataFolder)];
  await runQuietly(host.node, [host.serverMain, ...args, '--accept-server-license-terms']);
}

/**
 * Makes a folder of the built-in extensions but some, for a server that is to do without those.
 * @param {Host} host
 * @param {string} folder
 * @param {readonly string[]} left names of folders
 */
export async function builtInsWithout(host, folder, left) {
  const all = path.join(path.dirname(path.dirname(host.serverMain)), 'extensions');
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(all)) {
    if (left.includes(name)) continue;
    await symlink(path.join(all, name), path.join(folder, name), 'junction');
  }
}

/** @param {string} dataFolder */
function dataArguments(dataFolder) {
  return ['--server-data-dir', dataFolder, '--extensions-dir', path.join(dataFolder, 'extensions')];
}

/**
 * Starts a server on a free port and waits until it answers.
 * @param {Host} host
 * @param {{
 *   dataFolder: string,
 *   settings?: Record<string, unknown>,
 *   workspaceTrust?: boolean,
 *   env?: NodeJS.ProcessEnv,
 *   underTest?: boolean,
 *   endsWith?: AbortSignal,
 *   builtIns?: string,
 * }} choices `underTest` lets the address name an extension under development, and shows no notifications;
 *   `endsWith` ends the server, at any time; `builtIns` is a folder of built-in extensions in place of all
 * @returns {Promise<Server>}
 */
export async function startServer(host, choices) {
  const {
    dataFolder,
    settings = {},
    workspaceTrust,
    env = {},
    underTest,
    endsWith,
    builtIns,
  } = choices;
  const machine = path.join(dataFolder, 'data/Machine');
  await mkdir(machine, { recursive: true });
  await writeFile(path.join(machine, 'settings.json'), JSON.stringify(settings, null, 2));
  const port = await freePort();
  const args = [
    host.serverMain,
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...['--without-connection-token', '--accept-server-license-terms', '--disable-telemetry'],
    ...(underTest ? ['--enable-smoke-test-driver'] : []),
    ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...(builtIns === undefined ? [] : ['--builtin-extensions-dir', builtIns]),
    ...dataArguments(dataFolder),
  ];
  const child = spawn(host.node, args, {
    // A group of its own, so that its children end with it.
    detached: process.platform !== 'win32',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return serverOf(child, port, endsWith);
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {number} port
 * @param {AbortSignal | undefined} endsWith
 * @returns {Promise<Server>}
 */
async function serverOf(child, port, endsWith) {
  let log = '';
  const ended = new Promise((resolve) => child.once('close', resolve));
  const end = () => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGTERM');
  };
  process.once('exit', end);
  endsWith?.addEventListener('abort', end);
  if (endsWith?.aborted) end();
  await new Promise((resolve, reject) => {
    const onOutput = (/** @type {Buffer} */ chunk) => {
      log += chunk.toString();
      if (log.includes('Extension host agent listening')) resolve(undefined);
    };
    child.stdout.on('data', onOutput);
    child.stderr.on('data', onOutput);
    child.once('error', reject);
    child.once('close', (code) => {
      reject(new Error(`The VS Code server ended with ${code} before it listened:\n${log}`));
    });
  });
  const stop = async () => {
    process.removeListener('exit', end);
    end();
    await ended;
  };
  return { port, log: () => log, stop };
}
