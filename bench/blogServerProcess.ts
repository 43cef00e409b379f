// The server with a whole blog, as an editor speaks to it.
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { serverNotifications } from '../src/protocol/server.js';
import type { Folder } from './files.js';
import { startServerProcess, type ServerProcess } from './serverProcess.js';

interface Published {
  readonly version: number | undefined;
  readonly text: string;
}

export class BlogServer {
  readonly #server: ServerProcess;
  readonly #folder: string;
  readonly #published = new Map<string, Published>();
  #wake: () => void = () => undefined;
  #version = 1;
  /** Milliseconds until every post was read. */
  startTime = 0;

  private constructor(server: ServerProcess, folder: string) {
    this.#server = server;
    this.#folder = folder;
  }

  static async start({ path: folder, cache }: Folder): Promise<BlogServer> {
    const start = performance.now();
    const server = new BlogServer(startServerProcess({ XDG_CACHE_HOME: cache }), folder);
    await server.#initialize();
    server.startTime = performance.now() - start;
    return server;
  }

  memory(): number {
    return this.#server.memory();
  }

  end(): void {
    this.#server.end();
  }

  async open(name: string, text: string): Promise<void> {
    const textDocument = {
      uri: this.uri(name),
      languageId: 'markdown',
      version: ++this.#version,
      text,
    };
    await this.#server.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  async close(name: string): Promise<void> {
    const textDocument = { uri: this.uri(name) };
    await this.#server.connection.sendNotification('textDocument/didClose', { textDocument });
  }

  /** Answers with the version. */
  async replaceLine(name: string, line: number, text: string): Promise<number> {
    const version = ++this.#version;
    const range = { start: { line, character: 0 }, end: { line, character: 10_000 } };
    await this.#server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(name), version },
      contentChanges: [{ range, text }],
    });
    return version;
  }

  async changed(names: readonly string[]): Promise<void> {
    const changes = names.map((name) => ({ uri: this.uri(name), type: 2 }));
    await this.#server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  async findings(
    name: string,
    isAwaited: (text: string, version: number | undefined) => boolean,
  ): Promise<void> {
    for (;;) {
      const published = this.#published.get(this.uri(name));
      if (published && isAwaited(published.text, published.version)) return;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** What is asked about a place of a post. */
  async ask<Answer>(
    method: string,
    name: string,
    line: number,
    character: number,
    more: object = {},
  ): Promise<Answer> {
    const position = { line, character };
    return this.request(method, { textDocument: { uri: this.uri(name) }, position, ...more });
  }

  async request<Answer>(method: string, params: object): Promise<Answer> {
    return this.#server.connection.sendRequest<Answer>(method, params);
  }

  uri(name: string): string {
    return pathToFileURL(path.join(this.#folder, name)).toString();
  }

  async #initialize(): Promise<void> {
    const { connection } = this.#server;
    connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, version, diagnostics }: { uri: string; version?: number; diagnostics: unknown }) => {
        this.#published.set(uri, { version, text: JSON.stringify(diagnostics) });
        this.#wake();
      },
    );
    const loaded = new Promise<void>((resolve) => {
      connection.onNotification(serverNotifications.sitesRead, resolve);
    });
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(this.#folder).toString(), name: 'posts' }],
      capabilities: { workspace: { configuration: true } },
    });
    await connection.sendNotification('initialized', {});
    await loaded;
  }
}
