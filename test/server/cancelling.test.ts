// Requests that are cancelled: every one of them is answered so at once, and none is begun.
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  CancellationTokenSource,
  createConnection,
  LSPErrorCodes,
  StreamMessageReader,
  StreamMessageWriter,
  WillRenameFilesRequest,
  type Connection,
  type Message,
} from 'vscode-languageserver/node';
import { analysisRequests } from '../../src/protocol/analysis.js';
import { editRequests } from '../../src/protocol/editing.js';
import { equationRequests } from '../../src/protocol/equations.js';
import { graphRequests } from '../../src/protocol/graph.js';
import { libraryRequests } from '../../src/protocol/library.js';
import { previewRequests } from '../../src/protocol/preview.js';
import { retitleRequests } from '../../src/protocol/retitle.js';
import { serverRequests } from '../../src/protocol/server.js';
import type { ServerHost } from '../../src/server/host.js';
import { startServer } from '../../src/server/server.js';
import { LanguageClient, workerOf } from '../support/languageClient.js';

/** The requests of the protocol, by the words that register them. */
const standard: Readonly<Record<string, string>> = {
  onHover: 'textDocument/hover',
  onDefinition: 'textDocument/definition',
  onReferences: 'textDocument/references',
  onDocumentHighlight: 'textDocument/documentHighlight',
  onPrepareRename: 'textDocument/prepareRename',
  onRenameRequest: 'textDocument/rename',
  onCompletion: 'textDocument/completion',
  onCompletionResolve: 'completionItem/resolve',
  onDocumentSymbol: 'textDocument/documentSymbol',
  'languages.inlayHint.on': 'textDocument/inlayHint',
  'languages.onLinkedEditingRange': 'textDocument/linkedEditingRange',
  onCodeAction: 'textDocument/codeAction',
  onWorkspaceSymbol: 'workspace/symbol',
  onWorkspaceSymbolResolve: 'workspaceSymbol/resolve',
  onDocumentLinks: 'textDocument/documentLink',
  onCodeLens: 'textDocument/codeLens',
  onFoldingRanges: 'textDocument/foldingRange',
  onSelectionRanges: 'textDocument/selectionRange',
};

const own = [
  serverRequests,
  analysisRequests,
  editRequests,
  equationRequests,
  graphRequests,
  libraryRequests,
  previewRequests,
  retitleRequests,
  { willRename: WillRenameFilesRequest.method },
].flatMap((names) => Object.values(names));

const host: ServerHost = {
  files: () => null,
  startTypesetWorker: () => workerOf(() => null),
  startEvaluateWorker: () => workerOf(() => null),
  cache: null,
};

/** What a server registers for requests, by the words for it or the method. */
function registered(): readonly string[] {
  const found: string[] = [];
  const member = (path: string): unknown =>
    new Proxy(() => undefined, {
      get: (_, name) => member(path === '' ? String(name) : `${path}.${String(name)}`),
      apply: (_, __, [method]: readonly unknown[]) => {
        if (path === 'onRequest') found.push(String(method));
        else if (/^(?:languages\.|on(?!Did|Initialize|Shutdown|Notification))/.test(path)) {
          found.push(path);
        }
      },
    });
  startServer(member('') as Connection, host);
  return found;
}

it('knows every request that the server answers', () => {
  expect([...registered()].sort()).toEqual([...Object.keys(standard), ...own].sort());
});

describe('over the wire', () => {
  /** Writes both messages at once, so that the request is cancelled before its turn comes. */
  async function cancelBeforeItsTurn(method: string): Promise<Message> {
    const up = new PassThrough();
    const down = new PassThrough();
    const connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    startServer(connection, host);
    onTestFinished(() => {
      connection.dispose();
    });
    const answers = new StreamMessageReader(down);
    const answerTo = (id: number): Promise<Message> =>
      new Promise((resolve) => {
        const listening = answers.listen((message) => {
          if (!('id' in message) || message.id !== id) return;
          listening.dispose();
          resolve(message);
        });
      });
    const initialized = answerTo(1);
    up.write(written({ id: 1, method: 'initialize', params: { capabilities: {} } }));
    await initialized;
    const answer = answerTo(2);
    const request = written({ id: 2, method, params: {} });
    up.write(request + written({ method: '$/cancelRequest', params: { id: 2 } }));
    return answer;
  }

  const written = (message: object): string => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    return `Content-Length: ${text.length}\r\n\r\n${text}`;
  };

  it.each([...Object.values(standard), ...own])('%s is answered as cancelled', async (method) => {
    const { error } = (await cancelBeforeItsTurn(method)) as { error?: { code: number } };
    expect(error?.code).toBe(LSPErrorCodes.RequestCancelled);
  });
});

describe('while it waits for a folder that is slow to answer', () => {
  let client: LanguageClient | undefined;

  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  it.each([
    [serverRequests.site, {}],
    [serverRequests.link, { target: 'other.md' }],
    [serverRequests.pageSetting, {}],
    [serverRequests.equationLink, { label: 'eq:a' }],
    [serverRequests.exportPage, { styles: [], title: '', remoteImages: false }],
    [retitleRequests.title, {}],
    [retitleRequests.choices, { title: 'Other' }],
    [retitleRequests.retitle, { title: 'Other', version: 1, followUps: [] }],
    [serverRequests.publishPost, { target: 'zhihu' }],
    [serverRequests.compareBuilt, { built: 'file:///public' }],
    [graphRequests.graph, { expanded: [] }],
  ])('%s is answered as cancelled', async (method, more) => {
    const never = new Promise<null>(() => undefined);
    const files = { directory: () => never, read: () => never, stat: () => never };
    client = await LanguageClient.start({ host: { files: () => files } });
    const cancelling = new CancellationTokenSource();
    const request = { uri: client.uri('post.md'), ...more };
    const asked = client.connection.sendRequest(method, request, cancelling.token);
    // Once this is answered the server has begun with the other.
    await client.connection.sendRequest(serverRequests.hasExcerpt, request);
    cancelling.cancel();
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  });
});
