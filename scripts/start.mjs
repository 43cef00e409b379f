// Opens VS Code with the extension on a folder of posts: `npm start [-- FOLDER]`.
// Node built-ins only until the dependencies are installed.
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './host/dependencies.mjs';
import { openDesktop } from './host/desktop.mjs';
import { findProgram } from './host/processes.mjs';
import { ensureHost, installExtension, startServer } from './host/vscodeServer.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** @param {string} folder */
async function start(folder) {
  await ensureDependencies(root);
  const code = await findProgram(['code']);
  if (code) {
    console.log('Building the extension.');
    const { build } = await import('./build.mjs');
    await build();
    if (await openDesktop(code, root, folder)) return;
    console.log('Opening VS Code in the browser instead.');
  } else console.log('There is no `code` on the search path: VS Code opens in the browser.');
  await openInBrowser(folder);
}

/** @param {string} folder */
async function openInBrowser(folder) {
  const host = await ensureHost(root);
  const dataFolder = path.join(root, '.vscode-test/start');
  await mkdir(dataFolder, { recursive: true });
  console.log('Building and packing the extension.');
  const { packExtension } = await import('./package.mjs');
  const vsix = path.join(dataFolder, 'postulate.vsix');
  await packExtension(vsix);
  await installExtension(host, vsix, dataFolder);
  const settings = {
    'workbench.startupEditor': 'none',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'chat.disableAIFeatures': true,
  };
  const server = await startServer(host, { dataFolder, settings, endsWith: endSignal() });
  const address = `http://127.0.0.1:${server.port}/?folder=${encodeURIComponent(folder)}`;
  console.log(`\nVS Code with Postulate is open at\n\n  ${address}\n\nCtrl+C ends it.`);
}

/** Aborted when this process is asked to end: the server, in a group of its own, is not asked by itself. */
function endSignal() {
  const controller = new AbortController();
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      controller.abort();
    });
  }
  return controller.signal;
}

// npm runs scripts in the root: a relative folder is meant from where the person is.
const from = process.env['INIT_CWD'] ?? process.cwd();
const asked = process.argv[2];
const folder = asked === undefined ? path.join(root, 'examples') : path.resolve(from, asked);
const found = await stat(folder).catch(() => undefined);
if (found?.isDirectory()) {
  try {
    await start(folder);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
} else {
  console.error(`There is no folder ${folder}. Give a folder of posts: npm start -- FOLDER`);
  process.exitCode = 2;
}
