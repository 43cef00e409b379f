// Opens VS Code with the extension on a folder of posts: `npm start [-- FOLDER]`.
// Node built-ins only until the dependencies are installed.
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './host/dependencies.mjs';
import { findProgram, run } from './host/processes.mjs';
import { ensureHost, installExtension, startServer } from './host/vscodeServer.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * @param {string} code the program
 * @param {string} folder
 */
async function openDesktop(code, folder) {
  console.log('Building the extension.');
  const { build } = await import('./build.mjs');
  await build();
  console.log(`Opening ${folder} in VS Code with the extension under development.`);
  return run(code, [`--extensionDevelopmentPath=${root}`, folder]);
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
  const settings = { 'workbench.startupEditor': 'none', 'chat.disableAIFeatures': true };
  const server = await startServer(host, { dataFolder, settings });
  const address = `http://127.0.0.1:${server.port}/?folder=${encodeURIComponent(folder)}`;
  console.log(`\nVS Code with Postulate is open at\n\n  ${address}\n\nCtrl+C ends it.`);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => void server.stop());
  }
}

const folder = path.resolve(process.argv[2] ?? path.join(root, 'examples'));
const found = await stat(folder).catch(() => undefined);
if (found?.isDirectory()) {
  await ensureDependencies(root);
  const code = await findProgram(['code']);
  if (code) process.exitCode = await openDesktop(code, folder);
  else await openInBrowser(folder);
} else {
  console.error(`There is no folder ${folder}. Give a folder of posts: npm start -- FOLDER`);
  process.exitCode = 2;
}
