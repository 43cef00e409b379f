// A language client in the same process, over two streams: what an editor would say and hear.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type InitializeParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { DataReader } from '../../src/evaluate/data/dataReader.js';
import { DEFAULT_EVALUATION_LIMITS, evaluatePost } from '../../src/evaluate/evaluatePost.js';
import type { PostForEvaluation } from '../../src/evaluate/postInput.js';
import type { ServerHost } from '../../src/server/host.js';
import { typesetter, type TypesetJob } from '../../src/server/mathjax.js';
import { nodeFiles } from '../../src/server/nodeFiles.js';
import { withPictures } from '../../src/render/plots/withPictures.js';
import { startServer } from '../../src/server/server.js';
import type { Server } from '../../src/server/serverParts.js';
import { nodeData } from '../../src/server/nodeData.js';
import type { WorkerPort } from '../../src/server/worker.js';

const dataReader = new DataReader(nodeData);

/** A worker in the same thread: it answers in a later turn. */
export function workerOf(answer: (message: unknown) => unknown): WorkerPort {
  let ended = false;
  const listeners: ((message: unknown) => void)[] = [];
  return {
    post: (message) =>
      void setImmediate(() => {
        if (ended) return;
        void Promise.resolve(answer(message)).then((answered) => {
          for (const listener of listeners) if (!ended) listener(answered);
        });
      }),
    onMessage: (listener) => void listeners.push(listener),
    onExit: () => undefined,
    end: () => {
      ended = true;
    },
  };
}

const testHost: ServerHost = {
  files: (scheme) => (scheme === 'file' ? nodeFiles : null),
  startTypesetWorker: () => {
    const typeset = typesetter();
    return workerOf((job) => typeset(job as TypesetJob));
  },
  startEvaluateWorker: () =>
    workerOf((post) =>
      withPictures(evaluatePost(post as PostForEvaluation, DEFAULT_EVALUATION_LIMITS, dataReader)),
    ),
  cache: null,
};

export interface ClientChoices {
  /** The posts of the workspace folder, by their paths. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly host?: Partial<ServerHost>;
  /** The section `postulate` of the settings. */
  readonly settings?: unknown;
  readonly encoding?: string;
  /** VS Code's settings `markdown.validate`. */
  readonly linkValidation?: unknown;
  /** VS Code's setting `markdown.math.macros`. */
  readonly mathMacros?: unknown;
  /** Other settings, by section. */
  readonly sections?: Readonly<Record<string, unknown>>;
  readonly options?: unknown;
  /** Answers to the server's questions about files, by request. */
  readonly answers?: Readonly<Record<string, (uri: string) => unknown>>;
}

export class LanguageClient {
  readonly folder: string;
  readonly connection: ProtocolConnection;
  readonly server: Server;
  readonly logged: string[] = [];
  /** How often the server said that hints are others than before. */
  hintRefreshes = 0;
  readonly #diagnostics = new Map<string, PublishDiagnosticsParams>();
  readonly #waiting = new Set<() => void>();
  #version = 1;
  settings: unknown;
  mathMacros: unknown;
  linkValidation: unknown;
  readonly #encoding: string;
  readonly #sections: Readonly<Record<string, unknown>>;

  private constructor(
    folder: string,
    connection: ProtocolConnection,
    server: Server,
    choices: ClientChoices,
  ) {
    this.folder = folder;
    this.connection = connection;
    this.server = server;
    this.settings = choices.settings ?? null;
    this.linkValidation = choices.linkValidation ?? null;
    this.mathMacros = choices.mathMacros ?? null;
    this.#sections = choices.sections ?? {};
    this.#encoding = choices.encoding ?? 'utf8';
  }

  static async start(choices: ClientChoices = {}): Promise<LanguageClient> {
    const folder = await mkdtemp(path.join(tmpdir(), 'postulate-server-'));
    for (const [name, text] of Object.entries(choices.files ?? {})) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
    const up = new PassThrough();
    const down = new PassThrough();
    const server = startServer(
      createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)),
      { ...testHost, ...choices.host },
    );
    const connection = createProtocolConnection(
      new StreamMessageReader(down),
      new StreamMessageWriter(up),
    );
    const client = new LanguageClient(folder, connection, server, choices);
    client.#listen();
    for (const [request, answer] of Object.entries(choices.answers ?? {})) {
      connection.onRequest(request, ({ uri }: { uri: string }) => answer(uri));
    }
    await client.#initialize(choices.options);
    return client;
  }

  /** A folder without posts has nothing to read. */
  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
    await rm(this.folder, { recursive: true, force: true });
  }

  uri(name: string): string {
    return pathToFileURL(path.join(this.folder, name)).toString();
  }

  async open(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    const textDocument = { uri, languageId, version: this.#version++, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Replaces what stands at a place; answers with the version. */
  async edit(
    uri: string,
    [startLine, startColumn, endLine, endColumn]: readonly [number, number, number, number],
    text: string,
  ): Promise<number> {
    const version = this.#version++;
    const range = {
      start: { line: startLine, character: startColumn },
      end: { line: endLine, character: endColumn },
    };
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
    return version;
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Writes a file of the folder, or removes it where there is no text, and says so. */
  async changeFile(name: string, text: string | null): Promise<void> {
    const file = path.join(this.folder, name);
    await (text === null ? rm(file) : writeFile(file, text));
    await this.filesChanged(name);
  }

  /** As an editor says it, which watches them. */
  async filesChanged(...names: readonly string[]): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: names.map((name) => ({ uri: this.uri(name), type: 2 })),
    });
  }

  async request<Answer>(method: string, uri: string, more: object = {}): Promise<Answer> {
    return await this.connection.sendRequest(method, { textDocument: { uri }, ...more });
  }

  /** Resolves with the first diagnostics of a post that pass the test. */
  async diagnostics(
    uri: string,
    passes: (diagnostics: readonly Diagnostic[]) => boolean = () => true,
  ): Promise<readonly Diagnostic[]> {
    for (;;) {
      const published = this.#diagnostics.get(uri);
      if (published && passes(published.diagnostics)) return published.diagnostics;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** The diagnostics that are on show. */
  shownAt(uri: string): readonly Diagnostic[] {
    return this.#diagnostics.get(uri)?.diagnostics ?? [];
  }

  /** Forgets what was published, to wait for the next. */
  forgetDiagnostics(): void {
    this.#diagnostics.clear();
  }

  #setting(section: string): unknown {
    if (section in this.#sections) return this.#sections[section];
    if (section === 'markdown.math.macros') return this.mathMacros;
    if (section === 'markdown.validate') return this.linkValidation;
    return section === 'postulate' ? this.settings : this.#encoding;
  }

  #listen(): void {
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', (published) => {
      const { uri } = published as PublishDiagnosticsParams;
      this.#diagnostics.set(uri, published as PublishDiagnosticsParams);
      for (const wake of this.#waiting) wake();
      this.#waiting.clear();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => this.#setting(section)),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/inlayHint/refresh', () => {
      this.hintRefreshes++;
      return null;
    });
    connection.listen();
  }

  async #initialize(options: unknown): Promise<void> {
    const params: InitializeParams = {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(this.folder).toString(), name: 'posts' }],
      initializationOptions: options,
      capabilities: {
        workspace: {
          configuration: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
          inlayHint: { refreshSupport: true },
          workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
        },
      },
    };
    await this.connection.sendRequest('initialize', params);
    await this.connection.sendNotification('initialized', {});
  }
}
