// A folder that is not trusted, in a server of its own: the other window tests run without workspace trust.
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import {
  ensureHost,
  installExtension,
  startServer,
  type Server,
} from '../../scripts/host/vscodeServer.mjs';
import { settings } from './harness/globalSetup.js';
import { openFolder, type Window } from './harness/window.js';

let server: Server | undefined;

beforeAll(async () => {
  const scratch = inject('probeFolder');
  const dataFolder = path.join(scratch, 'trust-server');
  const host = await ensureHost(path.resolve(import.meta.dirname, '../..'));
  await installExtension(host, path.join(scratch, 'postulate.vsix'), dataFolder);
  server = await startServer(host, {
    dataFolder,
    // The first window of a folder asks in a dialog; afterwards a banner says it.
    settings: { ...settings, 'security.workspace.trust.startupPrompt': 'never' },
    workspaceTrust: true,
    env: { POSTULATE_PROBE_FOLDER: scratch, POSTULATE_PROBE_TOKEN: inject('probeToken') },
    underTest: true,
  });
});

afterAll(() => server?.stop());

const post = String.raw`# A post

\begin{equation}x\label{eq:a}\end{equation}

By $\eqref{eq:a}$, $1+1$<!--= -->, ![remote](https://elsewhere.example/x.png)
<img src="https://elsewhere.example/y.png" alt="raw"><script>document.title='ran'</script>
`;

/** What the folder would have. */
const wished = { 'postulate.preview.remoteImages': true, 'postulate.limits.postSize': 1_000 };

async function openPreview(): Promise<readonly [Window, Frame, readonly string[]]> {
  const window = await openFolder({
    files: { 'post.md': post },
    settings: wished,
    ...(server ? { port: server.port } : {}),
  });
  const requests: string[] = [];
  await window.page.route('https://elsewhere.example/**', (route) => {
    requests.push(route.request().url());
    return route.abort();
  });
  await window.openFile('post.md');
  await window.runCommand('Postulate: Open Preview to the Side');
  return [window, await window.webviewFrame('main.postulate'), requests];
}

function honoured(window: Window): Promise<readonly unknown[]> {
  return window.host((vscode) => {
    const settings = vscode.workspace.getConfiguration('postulate');
    return [settings.get('preview.remoteImages') ?? null, settings.get('limits.postSize') ?? null];
  });
}

it('shows a post, computes, and honours nothing that could tell others or take the machine', async () => {
  const [window, preview, requests] = await openPreview();
  expect(await window.host((vscode) => vscode.workspace.isTrusted)).toBe(false);
  await expect.poll(() => preview.locator('.eq-number').allTextContents()).toEqual(['(1)']);
  await expect.poll(() => preview.locator('a.eq-ref').allTextContents()).toEqual(['(1)']);
  await expect.poll(() => preview.locator('.eval-value').allTextContents()).toEqual(['= 2']);
  expect(await preview.locator('.image-blocked').allTextContents()).toEqual(['remote', 'raw']);
  expect(await preview.title()).toBe('post.md');
  expect(await honoured(window)).toEqual([false, 20]);
  expect(requests).toEqual([]);
});

it('honours the settings of the folder as soon as it is trusted', async () => {
  const [window, preview, requests] = await openPreview();
  await expect.poll(() => preview.locator('.image-blocked').count()).toBe(2);
  await window.runCommand('Workspaces: Manage Workspace Trust');
  await window.page
    .locator('.workspace-trust-editor')
    .getByRole('button', { name: 'Trust' })
    .first()
    .click();
  await expect.poll(() => window.host((vscode) => vscode.workspace.isTrusted)).toBe(true);
  await expect.poll(() => honoured(window)).toEqual([true, 1_000]);
  await expect.poll(() => requests.length).toBeGreaterThan(0);
});

it('writes no picture beside a post, and says so', async () => {
  const text = '```eval\nplot [1, 2]\n```\n';
  const window = await openFolder({
    files: { 'post.md': text },
    ...(server ? { port: server.port } : {}),
  });
  await window.openFile('post.md');
  await window.host((vscode) => {
    const editor = vscode.window.activeTextEditor;
    if (editor) editor.selection = new vscode.Selection(1, 2, 1, 2);
  });
  await window.runCommand('Postulate: Insert Plot as SVG');
  await window.page
    .getByText('In Restricted Mode no picture is written beside a post.')
    .first()
    .waitFor();
  expect(await window.text()).toBe(text);
  const pictures = await window.host(async (vscode) =>
    (await vscode.workspace.findFiles('**/*.svg')).map(String),
  );
  expect(pictures).toEqual([]);
});
