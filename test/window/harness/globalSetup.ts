// Starts what all window tests share: a VS Code server with the packed extension.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureChromium } from '../../../scripts/host/chromium.mjs';
import {
  builtInsWithout,
  ensureHost,
  installExtension,
  startServer,
} from '../../../scripts/host/vscodeServer.mjs';
import { packExtension } from '../../../scripts/package.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The browser that windows are opened in. */
    readonly browserProgram: string;
    /** Where each worker's browser keeps what it has compiled, so that it need not compile VS Code for each window. */
    readonly browserProfiles: string;
    /** Where the VS Code server listens. */
    readonly serverPort: number;
    /** Where posts are, and where the probes say on which port they listen; with which token they are asked. */
    readonly probeFolder: string;
    readonly probeToken: string;
  }
}

const root = path.resolve(import.meta.dirname, '../../..');

/** Quiet, and the same on every machine. */
export const settings = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'update.mode': 'none',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  // A window is used again for other files of the same names.
  'workbench.editor.restoreViewState': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Built-in extensions that a post never wakes, and that make each window's start half as long again. */
const leftOut = [
  'copilot',
  'css-language-features',
  'debug-auto-launch',
  'debug-server-ready',
  'emmet',
  'extension-editing',
  'github',
  'github-authentication',
  'grunt',
  'gulp',
  'html-language-features',
  'ipynb',
  'jake',
  'merge-conflict',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'ms-vscode.vscode-js-profile-table',
  'notebook-renderers',
  'npm',
  'php-language-features',
  'simple-browser',
  'terminal-suggest',
  'tunnel-forwarding',
  'typescript-language-features',
];

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const program = await ensureChromium();
  const host = await ensureHost(root);
  const scratch = await mkdtemp(path.join(tmpdir(), 'postulate-window-'));
  const dataFolder = path.join(scratch, 'server');
  const vsix = path.join(scratch, 'postulate.vsix');
  await packExtension(vsix);
  await installExtension(host, vsix, dataFolder);
  const probeToken = crypto.randomUUID();
  const env = { POSTULATE_PROBE_FOLDER: scratch, POSTULATE_PROBE_TOKEN: probeToken };
  const builtIns = path.join(scratch, 'built-in-extensions');
  await builtInsWithout(host, builtIns, leftOut);
  const server = await startServer(host, { dataFolder, settings, env, underTest: true, builtIns });
  project.provide('serverPort', server.port);
  project.provide('browserProgram', program);
  project.provide('browserProfiles', path.join(scratch, 'profiles'));
  project.provide('probeFolder', scratch);
  project.provide('probeToken', probeToken);
  return async () => {
    await server.stop();
    // The browsers of the workers may still be writing.
    await rm(scratch, { recursive: true, force: true, maxRetries: 10 });
  };
}
