// The built program, with the workers beside it.
import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Hover,
} from 'vscode-languageserver/node';
import { makeFolder } from '../support/cli.js';

const program = path.resolve(import.meta.dirname, '../../dist/cli.js');
const post = '$$x \\tag{7}\\label{eq:a}$$\n\n\\eqref{eq:a}\n';

it('runs by itself', async () => {
  const cwd = await makeFolder({ 'a.md': post });
  const words = ['labels', '--format', 'json', 'a.md'];
  const { stdout } = await promisify(execFile)(program, words, { cwd });
  expect(JSON.parse(stdout)).toMatchObject({ version: 1, posts: [{ file: 'a.md' }] });
});

it('serves another editor, hover pictures included, and ends when it is told to', async () => {
  const server = spawn(process.execPath, [program, 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = new Promise<number | null>((resolve) => server.on('exit', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  const params = { processId: null, rootUri: null, capabilities: {}, workspaceFolders: null };
  await connection.sendRequest('initialize', params);
  await connection.sendNotification('initialized', {});
  const uri = 'file:///posts/one.md';
  const textDocument = { uri, languageId: 'markdown', version: 1, text: post };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  const hover = await connection.sendRequest<Hover>('textDocument/hover', {
    textDocument: { uri },
    position: { line: 2, character: 3 },
  });
  const { value } = hover.contents as { value: string };
  expect(value).toContain('Equation **\\(7\\)**, line 1');
  expect(value).toContain('data:image/svg+xml;base64,');
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await exited).toBe(0);
  connection.dispose();
});
