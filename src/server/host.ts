// What a server needs of the machine it runs on; each main brings its own.
import type { DirectoryEntry, FileStamp } from '../protocol/server.js';
import type { WorkerPort } from './worker.js';

export interface ServerHost {
  /** The files of a scheme that the host itself can reach; else the client is asked. */
  readonly files: (scheme: string) => WorkspaceFiles | null;
  readonly startTypesetWorker: () => WorkerPort;
  readonly startEvaluateWorker: () => WorkerPort;
  /** What may be kept between runs; `null` where there is no place for it. */
  readonly cache: BlogCache | null;
}

/** Texts by the folders of blogs. What was kept is `null` where it is gone, damaged or another program's. */
export interface BlogCache {
  read(blog: string): Promise<string | null>;
  /** `text` in pieces. */
  write(blog: string, text: Iterable<string>): Promise<void>;
}

/** Addresses are URIs. What is not there, or no longer, is `null`; nothing is thrown. */
export interface WorkspaceFiles {
  directory(uri: string): Promise<readonly DirectoryEntry[] | null>;
  read(uri: string): Promise<Uint8Array | null>;
  stat(uri: string): Promise<FileStamp | null>;
}
