// VS Code's own Markdown features: their language server, from the VS Code of the tests, with the files it asks for.
import { fork } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import MarkdownIt from 'markdown-it';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
} from 'vscode-languageserver/node';
import { ensureHost } from '../../scripts/host/vscodeServer.mjs';

interface Asked {
  readonly uri: string;
  readonly text?: string;
}

export interface MarkdownFeatures {
  /** What is asked of them is a request of the protocol. */
  ask(method: string, params: object): Promise<unknown>;
  stop(): void;
}

const root = path.resolve(import.meta.dirname, '../..');

export async function startMarkdownFeatures(
  folder: string,
  files: readonly string[],
): Promise<MarkdownFeatures> {
  const { serverMain } = await ensureHost(root);
  const extensions = path.join(path.dirname(serverMain), '../extensions');
  const program = path.join(extensions, 'markdown-language-features/dist/serverWorkerMain.js');
  const child = fork(program, ['--node-ipc']);
  const connection = createProtocolConnection(
    new IPCMessageReader(child),
    new IPCMessageWriter(child),
  );
  const engine = new MarkdownIt({ html: true });
  connection.onRequest('markdown/parse', ({ uri, text }: Asked) =>
    engine.parse(text ?? readFileSync(fileURLToPath(uri), 'utf8'), {}),
  );
  connection.onRequest('markdown/fs/readFile', ({ uri }: Asked) => [
    ...readFileSync(fileURLToPath(uri)),
  ]);
  connection.onRequest('markdown/fs/stat', ({ uri }: Asked) => {
    const found = statSync(fileURLToPath(uri), { throwIfNoEntry: false });
    return found ? { isDirectory: found.isDirectory() } : null;
  });
  connection.onRequest('markdown/fs/readDirectory', ({ uri }: Asked) =>
    readdirSync(fileURLToPath(uri), { withFileTypes: true }).map((entry) => [
      entry.name,
      { isDirectory: entry.isDirectory() },
    ]),
  );
  const uris = files.map((file) => pathToFileURL(path.join(folder, file)).toString());
  connection.onRequest('markdown/findMarkdownFilesInWorkspace', () => uris);
  connection.onRequest('markdown/fs/watcher/create', () => null);
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
    items.map(() => ({ occurrencesHighlight: {}, validate: {}, suggest: { paths: {} } })),
  );
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(folder).toString(), name: 'blog' }],
    capabilities: { workspace: { configuration: true, workspaceFolders: true } },
    initializationOptions: { markdownFileExtensions: ['md'] },
  });
  await connection.sendNotification('initialized', {});
  for (const uri of uris) {
    const text = readFileSync(fileURLToPath(uri), 'utf8');
    const textDocument = { uri, languageId: 'markdown', version: 1, text };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
  }
  return {
    ask: (method, params) => connection.sendRequest(method, params),
    stop: () => {
      connection.dispose();
      child.kill();
    },
  };
}
