// Ten hovers over a large matrix against a keystroke, at the server as its own process: how much later is the key's patch?
import { spawn } from 'node:child_process';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import {
  previewNotifications,
  previewProtocolVersion,
  type FromPreview,
  type ToPreview,
} from '../src/protocol/preview.js';
import { postWithMatrices, referenceTo, rows, writings, type Writing } from './matrices.js';
import { limit, median, milliseconds, report, type Benchmark, type Measure } from './measure.js';

export const hoverPatch: Benchmark = {
  name: 'hoverPatch',
  title: `Ten hovers over a ${rows} × ${rows} matrix: how much later the server sends a key's patch, paired with keys without hovers`,
  run: async () => {
    const measures: Measure[] = [];
    for (const writing of writings) measures.push(...(await measureDelay(writing)));
    return measures;
  },
};

const budget = 50;
const size = 500;
const hovers = 10;
/** The first warms up and is not counted. */
const rounds = 21;
const session = 'bench';
const uri = 'file:///post.md';

async function measureDelay(writing: Writing): Promise<readonly Measure[]> {
  const text = postWithMatrices(size, rounds, writing);
  const server = await Server.start(text);
  try {
    const delays: number[] = [];
    const alone: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const withoutHovers = await server.timeKey();
      const answers = server.hover(positionOf(text, referenceTo(round)));
      const withHovers = await server.timeKey();
      if ((await answers).some((answer) => answer === null))
        throw new Error('A hover has no answer.');
      if (round === 0) continue;
      delays.push(withHovers - withoutHovers);
      alone.push(withoutHovers);
    }
    return [
      limit(`matrix ${writing.name}, median delay`, median(delays), budget, 'ms'),
      limit(`matrix ${writing.name}, worst delay`, Math.max(...delays), budget, 'ms'),
      report(`matrix ${writing.name}, key alone`, milliseconds(median(alone))),
    ];
  } finally {
    server.end();
  }
}

interface Position {
  readonly line: number;
  readonly character: number;
}

function positionOf(text: string, searched: string): Position {
  const before = text.slice(0, text.indexOf(searched) + searched.length - 2);
  const line = before.split('\n').length - 1;
  return { line, character: before.length - before.lastIndexOf('\n') - 1 };
}

/** The server that the extension packs, with one post open and previewed. */
class Server {
  readonly #connection: ProtocolConnection;
  readonly #end: () => void;
  #version = 1;
  #onPatch: () => void = () => undefined;

  private constructor(connection: ProtocolConnection, end: () => void) {
    this.#connection = connection;
    this.#end = end;
  }

  static async start(text: string): Promise<Server> {
    const child = spawn(process.execPath, [path.resolve('dist/cli.js'), 'lsp', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const server = new Server(connection, () => {
      connection.dispose();
      child.kill();
    });
    await server.#open(text);
    return server;
  }

  end(): void {
    this.#end();
  }

  /** Milliseconds until the patch of one typed letter. */
  async timeKey(): Promise<number> {
    const patch = new Promise<void>((resolve) => (this.#onPatch = resolve));
    const start = performance.now();
    const place = { line: 8, character: 0 };
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++this.#version },
      contentChanges: [{ range: { start: place, end: place }, text: 'a' }],
    });
    await patch;
    return performance.now() - start;
  }

  hover(position: Position): Promise<readonly unknown[]> {
    const asked = Array.from({ length: hovers }, () =>
      this.#connection.sendRequest('textDocument/hover', { textDocument: { uri }, position }),
    );
    return Promise.all(asked);
  }

  async #open(text: string): Promise<void> {
    const connection = this.#connection;
    connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
      items.map(() => null),
    );
    connection.onRequest('client/registerCapability', () => null);
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
    const shown = new Promise<void>((resolve) => (this.#onPatch = resolve));
    await connection.sendNotification(previewNotifications.open, { session, uri });
    this.#tell({ kind: 'ready', protocol: previewProtocolVersion });
    await shown;
  }

  #tell(message: FromPreview): void {
    void this.#connection.sendNotification(previewNotifications.fromPreview, { session, message });
  }
}
