// The server with a large blog: its memory and its second start, the way from an edit to findings, a storm of changes.
import { readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { makeFolder, postCount, type Folder } from './files.js';
import {
  compare,
  limit,
  median,
  milliseconds,
  report,
  type Benchmark,
  type Measure,
} from './measure.js';
import { startServerProcess, type ServerProcess } from './serverProcess.js';
import { serverNotifications } from '../src/protocol/server.js';

export const blogServer: Benchmark = {
  name: 'blogServer',
  title: `The server with a blog of ${postCount.toLocaleString('en')} posts`,
  run: measureServer,
};

const memoryBudget = 300;
const ownBudget = 5;
const otherBudget = 50;
/** The editor's pause: findings that flicker while one types help nobody. */
const pause = 120;
const edits = 30;
const stormSize = 10_000;

async function measureServer(): Promise<readonly Measure[]> {
  const folder = await makeFolder(postCount);
  await writeFile(path.join(folder.path, 'defines.md'), defining('Title 0'));
  await writeFile(path.join(folder.path, 'refers.md'), referring);
  try {
    const first = await BlogServer.start(folder);
    const memory = first.memory();
    first.end();
    const second = await BlogServer.start(folder);
    try {
      return [
        limit('resident memory, cold', memory, memoryBudget, 'MB'),
        limit('resident memory, started with what was kept', second.memory(), memoryBudget, 'MB'),
        compare(
          'start with what was kept, against the first start',
          { ours: [second.startTime], reference: [first.startTime] },
          0.5,
        ),
        ...(await measureEdits(second)),
        await measureStorm(second, folder, first.startTime),
        limit('resident memory at last', second.memory(), memoryBudget, 'MB'),
      ];
    } finally {
      second.end();
    }
  } finally {
    await folder.remove();
  }
}

function defining(title: string): string {
  return `# ${title}\n\n\\begin{equation}x\\label{eq:of-bench}\\end{equation}\n`;
}

/** Its finding names the title of the post that has the label. */
const referring = 'By \\eqref{eq:of-bench}.\n';

/** What is typed changes the title of a post, and thereby the finding of another one. */
async function measureEdits(server: BlogServer): Promise<readonly Measure[]> {
  await server.open('defines.md', defining('Title 0'));
  await server.open('refers.md', referring);
  await server.findings('refers.md', (text) => text.includes('Title 0'));
  const own: number[] = [];
  const others: number[] = [];
  for (let edit = 1; edit <= edits; edit++) {
    const start = performance.now();
    const version = await server.replaceLine('defines.md', 0, `# Title ${edit}`);
    await server.findings('defines.md', (_, of) => of === version);
    own.push(performance.now() - start - pause);
    await server.findings(
      'refers.md',
      (text) => text.includes(`Title ${edit} `) || text.includes(`Title ${edit}》`),
    );
    others.push(performance.now() - start - 2 * pause);
  }
  return [
    limit(
      `an edit to the findings of its post, behind the pause of ${pause} ms, median`,
      median(own),
      ownBudget,
      'ms',
    ),
    limit(
      'to the findings of another post, behind its own pause, worst',
      Math.max(...others),
      otherBudget,
      'ms',
    ),
    report('the same, median', milliseconds(median(others))),
  ];
}

/** Thousands of files change at once; among them one that the findings of an open post name. */
async function measureStorm(
  server: BlogServer,
  folder: Folder,
  startTime: number,
): Promise<Measure> {
  await server.close('defines.md');
  const names = (await readdir(folder.path, { recursive: true })).filter((name) =>
    name.endsWith('.md'),
  );
  const changed = names.slice(0, stormSize - 1);
  const now = new Date();
  for (const name of changed) await utimes(path.join(folder.path, name), now, now);
  await writeFile(path.join(folder.path, 'defines.md'), defining('After the storm'));
  const start = performance.now();
  await server.changed([...changed, 'defines.md']);
  await server.findings('refers.md', (text) => text.includes('After the storm'));
  const time = performance.now() - start - pause;
  return compare(
    `${stormSize.toLocaleString('en')} files that change at once, against the first start`,
    { ours: [time], reference: [startTime] },
    1,
  );
}

interface Published {
  readonly version: number | undefined;
  readonly text: string;
}

class BlogServer {
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
      uri: this.#uri(name),
      languageId: 'markdown',
      version: ++this.#version,
      text,
    };
    await this.#server.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  async close(name: string): Promise<void> {
    const textDocument = { uri: this.#uri(name) };
    await this.#server.connection.sendNotification('textDocument/didClose', { textDocument });
  }

  /** Answers with the version. */
  async replaceLine(name: string, line: number, text: string): Promise<number> {
    const version = ++this.#version;
    const range = { start: { line, character: 0 }, end: { line, character: 10_000 } };
    await this.#server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.#uri(name), version },
      contentChanges: [{ range, text }],
    });
    return version;
  }

  async changed(names: readonly string[]): Promise<void> {
    const changes = names.map((name) => ({ uri: this.#uri(name), type: 2 }));
    await this.#server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  async findings(
    name: string,
    isAwaited: (text: string, version: number | undefined) => boolean,
  ): Promise<void> {
    for (;;) {
      const published = this.#published.get(this.#uri(name));
      if (published && isAwaited(published.text, published.version)) return;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  #uri(name: string): string {
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
