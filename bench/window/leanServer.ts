// A second VS Code server, without VS Code's own Markdown features: at 50,000 formulas those slow all else down.
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import {
  builtInsWithout,
  ensureHost,
  installExtension,
  startServer,
} from '../../scripts/host/vscodeServer.mjs';
import { settings } from '../../test/window/harness/globalSetup.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the server without VS Code's own Markdown features listens. */
    readonly leanPort: number;
  }
}

const left = ['markdown-language-features', 'markdown-math', 'mermaid-markdown-features'];

/** Runs behind the set-up of the window tests, which has made the extension and the probe's folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { probeFolder, probeToken } = project.getProvidedContext();
  const host = await ensureHost(path.resolve(import.meta.dirname, '../..'));
  const dataFolder = path.join(probeFolder, 'lean-server');
  const builtIns = path.join(probeFolder, 'lean-extensions');
  await builtInsWithout(host, builtIns, left);
  await installExtension(host, path.join(probeFolder, 'postulate.vsix'), dataFolder);
  const env = { POSTULATE_PROBE_FOLDER: probeFolder, POSTULATE_PROBE_TOKEN: probeToken };
  const choices = { dataFolder, settings, env, underTest: true, builtIns };
  const server = await startServer(host, choices);
  project.provide('leanPort', server.port);
  return () => server.stop();
}
