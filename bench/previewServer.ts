// The server with one post open and previewed.
import { performance } from 'node:perf_hooks';
import type { ProtocolConnection } from 'vscode-languageserver/node';
import {
  previewNotifications,
  previewProtocolVersion,
  type FromPreview,
  type ToPreview,
} from '../src/protocol/preview.js';
import { startServerProcess, type ServerProcess } from './serverProcess.js';

export interface Position {
  readonly line: number;
  readonly character: number;
}

const session = 'bench';
const uri = 'file:///post.md';

export class PreviewServer {
  readonly #server: ServerProcess;
  readonly #connection: ProtocolConnection;
  #version = 1;
  #onPatch: () => void = () => undefined;

  private constructor(server: ServerProcess) {
    this.#server = server;
    this.#connection = server.connection;
  }

  static async start(text: string): Promise<PreviewServer> {
    const server = new PreviewServer(startServerProcess());
    await server.#open(text);
    return server;
  }

  end(): void {
    this.#server.end();
  }

  /** Types one letter; milliseconds until its patch. */
  async timeKey(place: Position): Promise<number> {
    const patch = this.#nextPatch();
    const start = performance.now();
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++this.#version },
      contentChanges: [{ range: { start: place, end: place }, text: 'a' }],
    });
    await patch;
    return performance.now() - start;
  }

  /** Asks so many times at once. */
  hover(position: Position, times: number): Promise<readonly unknown[]> {
    const asked = Array.from({ length: times }, () =>
      this.#connection.sendRequest('textDocument/hover', { textDocument: { uri }, position }),
    );
    return Promise.all(asked);
  }

  /** Resident memory in megabytes. */
  memory(): number {
    return this.#server.memory();
  }

  async #open(text: string): Promise<void> {
    const connection = this.#connection;
    connection.onNotification(
      previewNotifications.toPreview,
      ({ message }: { readonly message: ToPreview }) => {
        if (message.kind !== 'patch') return;
        this.#tell({ kind: 'acknowledge', revision: message.revision });
        this.#onPatch();
      },
    );
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: null,
      capabilities: {},
    });
    await connection.sendNotification('initialized', {});
    const textDocument = { uri, languageId: 'markdown', version: this.#version, text };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    const shown = this.#nextPatch();
    await connection.sendNotification(previewNotifications.open, { session, uri });
    this.#tell({ kind: 'ready', protocol: previewProtocolVersion });
    await shown;
  }

  #nextPatch(): Promise<void> {
    return new Promise((resolve) => (this.#onPatch = resolve));
  }

  #tell(message: FromPreview): void {
    void this.#connection.sendNotification(previewNotifications.fromPreview, { session, message });
  }
}
