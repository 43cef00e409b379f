// A workspace folder of files that lie in no file system, counting what is read of them.
import type { DirectoryEntry } from '../../src/protocol/server.js';
import type { WorkspaceFiles } from '../../src/server/host.js';

export class MemoryFiles implements WorkspaceFiles {
  /** How often each file was read, by its path. */
  readonly reads = new Map<string, number>();
  readonly #files = new Map<string, { readonly bytes: Uint8Array; readonly modified: number }>();
  #time = 0;

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  /** Each time a little later. */
  write(path: string, text: string): void {
    this.#files.set(path, { bytes: new TextEncoder().encode(text), modified: ++this.#time });
  }

  remove(path: string): void {
    this.#files.delete(path);
  }

  directory(uri: string): Promise<readonly DirectoryEntry[] | null> {
    const folder = pathOf(uri);
    const start = folder === '' ? '' : `${folder}/`;
    const entries = new Map<string, DirectoryEntry>();
    for (const path of this.#files.keys()) {
      if (!path.startsWith(start)) continue;
      const [name = '', ...below] = path.slice(start.length).split('/');
      entries.set(name, { name, kind: below.length > 0 ? 'directory' : 'file' });
    }
    return Promise.resolve(entries.size > 0 ? [...entries.values()] : null);
  }

  read(uri: string): Promise<Uint8Array | null> {
    const path = pathOf(uri);
    this.reads.set(path, (this.reads.get(path) ?? 0) + 1);
    return Promise.resolve(this.#files.get(path)?.bytes ?? null);
  }

  stat(uri: string): Promise<{ readonly size: number; readonly modified: number } | null> {
    const file = this.#files.get(pathOf(uri));
    return Promise.resolve(file ? { size: file.bytes.length, modified: file.modified } : null);
  }
}

/** From the folder that a test client makes. */
function pathOf(uri: string): string {
  return decodeURIComponent(/\/postulate-server-[^/]+\/?(.*)$/.exec(uri)?.[1] ?? '/');
}
