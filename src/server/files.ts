// One way to the files of every scheme, with the encoding that the user set.
import { ignoreFileName, type IgnoredFiles } from '../core/blog/ignoredFiles.js';
import {
  listBelow,
  listFolder,
  maxIgnoreFileSize,
  type IgnoreFileAbove,
} from '../core/blog/listFolder.js';
import type { DetectedSite } from '../core/site/detect/detectedSite.js';
import { maxSiteFileSize, readSite } from '../core/site/detect/readSite.js';
import { mayBeSite } from '../core/site/detect/siteFolder.js';
import type { DirectoryEntry, FileStamp } from '../protocol/server.js';
import { decodeText } from './decodeText.js';
import type { ServerHost, WorkspaceFiles } from './host.js';
import { folderOf, joinUri, nameOf, schemeOf } from './uri.js';

export type ReadBytes =
  | { readonly bytes: Uint8Array }
  | { readonly problem: 'missing' }
  | { readonly problem: 'too-large'; readonly size: number; readonly limit: number };

export type ReadText =
  | { readonly text: string }
  | { readonly problem: 'not-text' }
  | Extract<ReadBytes, { problem: string }>;

interface ListedFiles {
  readonly files: readonly string[];
  readonly siteFolders: readonly string[];
  /** What the folder's `.gitignore` files leave out. */
  readonly ignored: IgnoredFiles;
}

interface FilesChoices {
  readonly host: ServerHost;
  readonly client: () => WorkspaceFiles | null;
  /** In bytes. */
  readonly maxSize: () => number;
  /** As `files.encoding` names it. */
  readonly encodingOf: (uri: string) => string;
}

export class Files {
  readonly #choices: FilesChoices;

  constructor(choices: FilesChoices) {
    this.#choices = choices;
  }

  /** Every post and every configuration below a folder, and the folders that may be the top of a site. */
  async list(folder: string, isCancelled: () => boolean): Promise<ListedFiles> {
    const siteFolders: string[] = [];
    const uriOf = (path: string): string => (path === '' ? folder : joinUri(folder, path));
    const { posts, configs, ignored } = await listFolder(
      {
        entries: (path) => this.#entries(uriOf(path)),
        text: (path) => this.#ignoreFile(uriOf(path)),
        above: () => this.#ignoreFilesAbove(folder),
      },
      (path, entries) => {
        if (mayBeSite(new Set(entries.map(nameWithMark)))) siteFolders.push(uriOf(path));
      },
      isCancelled,
    );
    return { files: [...configs, ...posts].map(uriOf), siteFolders, ignored };
  }

  async #ignoreFile(uri: string): Promise<string | null> {
    const read = await this.readText(uri, maxIgnoreFileSize);
    return 'text' in read ? read.text : null;
  }

  /** None where no repository is around the folder. */
  async #ignoreFilesAbove(folder: string): Promise<readonly IgnoreFileAbove[]> {
    const files: IgnoreFileAbove[] = [];
    let path = '';
    let here = folder.replace(/\/+$/, '');
    let names = namesOf(await this.#entries(here));
    while (!names.has('.git')) {
      path = path === '' ? nameOf(here) : `${nameOf(here)}/${path}`;
      here = folderOf(here);
      if (schemeOf(here) === '' || here.endsWith('/')) return [];
      names = namesOf(await this.#entries(here));
      const text = names.has(ignoreFileName)
        ? await this.#ignoreFile(joinUri(here, ignoreFileName))
        : null;
      if (text !== null) files.push({ path, text });
    }
    return files;
  }

  /** The paths of all files below a folder whose names are as wanted. */
  listBelow(
    folder: string,
    isWanted: (name: string) => boolean,
    isCancelled: () => boolean,
  ): Promise<readonly string[]> {
    const entries = (path: string): Promise<readonly DirectoryEntry[]> =>
      this.#entries(path === '' ? folder : joinUri(folder, path));
    return listBelow({ entries }, isWanted, isCancelled);
  }

  /** The site that a folder is by its own files. */
  siteOf(folder: string): Promise<DetectedSite | null> {
    const uriOf = (path: string): string => (path === '' ? folder : joinUri(folder, path));
    return readSite({
      names: async (path) => (await this.#entries(uriOf(path))).map(nameWithMark),
      text: async (path) => {
        const read = await this.readText(uriOf(path), maxSiteFileSize);
        return 'text' in read ? read.text : null;
      },
    });
  }

  async #entries(folder: string): Promise<readonly DirectoryEntry[]> {
    return (await this.#of(folder)?.directory(folder)) ?? [];
  }

  /** Of the files in a folder; `null` where there is none. */
  async namesIn(folder: string): Promise<readonly string[] | null> {
    const entries = (await this.#of(folder)?.directory(folder)) ?? null;
    return entries && entries.filter(({ kind }) => kind === 'file').map(({ name }) => name);
  }

  async stat(uri: string): Promise<FileStamp | null> {
    return (await this.#of(uri)?.stat(uri)) ?? null;
  }

  /** A file below a folder. Where a link is on the way there is none: it may lead anywhere. */
  async readBelow(folder: string, path: string, limit: number): Promise<ReadText> {
    const uri = await this.#below(folder, path);
    return uri === null ? { problem: 'missing' } : this.readText(uri, limit);
  }

  /** What such a file is, read or not. */
  async findBelow(
    folder: string,
    path: string,
  ): Promise<({ readonly uri: string } & FileStamp) | null> {
    const uri = await this.#below(folder, path);
    const stamp = uri === null ? null : await this.stat(uri);
    return uri === null || stamp === null ? null : { uri, ...stamp };
  }

  /** What is at a path below a folder; `other` where a link is there or on the way. */
  async kindBelow(
    folder: string,
    path: string,
  ): Promise<DirectoryEntry['kind'] | 'none' | 'other'> {
    let uri = folder;
    let kind: DirectoryEntry['kind'] = 'directory';
    for (const name of path.split('/')) {
      if (kind !== 'directory') return 'other';
      const entry = (await this.#entries(uri)).find((one) => one.name === name);
      uri = joinUri(uri, name);
      if (!entry) return (await this.stat(uri)) === null ? 'none' : 'other';
      kind = entry.kind;
    }
    return kind;
  }

  /** Whether the host reaches it, and with it the workers. */
  isOnDisk(uri: string): boolean {
    return this.#choices.host.files(schemeOf(uri)) !== null;
  }

  /** The same, as it is. */
  async readBytesBelow(folder: string, path: string, limit: number): Promise<ReadBytes> {
    const uri = await this.#below(folder, path);
    return uri === null ? { problem: 'missing' } : this.#readBytes(uri, limit);
  }

  async #below(folder: string, path: string): Promise<string | null> {
    const names = path.split('/');
    let uri = folder;
    for (const [at, name] of names.entries()) {
      const kind = at === names.length - 1 ? 'file' : 'directory';
      const entries = await this.#entries(uri);
      if (!entries.some((entry) => entry.name === name && entry.kind === kind)) {
        return null;
      }
      uri = joinUri(uri, name);
    }
    return uri;
  }

  /** In bytes: what is larger is not read. */
  get maxSize(): number {
    return this.#choices.maxSize();
  }

  encodingOf(uri: string): string {
    return this.#choices.encodingOf(uri);
  }

  /** `stamp` is what `stat` has just told of it. */
  async readText(uri: string, limit = this.maxSize, stamp?: FileStamp): Promise<ReadText> {
    const read = await this.#readBytes(uri, limit, stamp);
    if ('problem' in read) return read;
    const text = decodeText(read.bytes, this.#choices.encodingOf(uri));
    return text === null ? { problem: 'not-text' } : { text };
  }

  async #readBytes(uri: string, limit: number, stamp?: FileStamp): Promise<ReadBytes> {
    const files = this.#of(uri);
    const stat = stamp ?? (await files?.stat(uri));
    if (!files || !stat) return { problem: 'missing' };
    const { size } = stat;
    if (size > limit) return { problem: 'too-large', size, limit };
    const bytes = await files.read(uri);
    // It may have gone since it was looked at.
    return bytes ? { bytes } : { problem: 'missing' };
  }

  #of(uri: string): WorkspaceFiles | null {
    return this.#choices.host.files(schemeOf(uri)) ?? this.#choices.client();
  }
}

/** Those of folders end with `/`. */
function nameWithMark({ name, kind }: DirectoryEntry): string {
  return kind === 'directory' ? `${name}/` : name;
}

function namesOf(entries: readonly DirectoryEntry[]): ReadonlySet<string> {
  return new Set(entries.map(({ name }) => name));
}
