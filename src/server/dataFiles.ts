// The files of data beside posts, as their worksheets name them: found here, read by the worker that evaluates.
import { USUAL_DATA_LIMIT, type DataFile, type DataFiles } from '../evaluate/data/dataFile.js';
import { pathBeside } from '../evaluate/data/pathBeside.js';
import type { Files } from './files.js';
import { joinUri, relativePath } from './uri.js';

interface DataChoices {
  readonly files: Pick<Files, 'maxSize' | 'findBelow' | 'readBytesBelow' | 'stat' | 'isOnDisk'>;
  /** The workspace folder that holds a file: nothing outside of all is read. */
  readonly folderOf: (uri: string) => string | null;
}

interface FoundData {
  readonly files: DataFiles;
  /** Where each of them is or would be. */
  readonly uris: readonly string[];
}

export class DataFinder {
  readonly #choices: DataChoices;

  constructor(choices: DataChoices) {
    this.#choices = choices;
  }

  async find(post: string, names: Iterable<string>): Promise<FoundData> {
    const files = new Map<string, DataFile>();
    const uris: string[] = [];
    const folder = this.#choices.folderOf(post);
    const own = folder === null ? null : relativePath(folder, post);
    for (const name of names) {
      const path = own === null ? null : pathBeside(own, name);
      if (folder === null || path === null) {
        files.set(name, { kind: 'refused', code: 'data.outside' });
        continue;
      }
      uris.push(joinUri(folder, path));
      files.set(name, await this.#find(folder, path));
    }
    return { files, uris };
  }

  async #find(folder: string, path: string): Promise<DataFile> {
    const { files } = this.#choices;
    const found = await files.findBelow(folder, path);
    if (found === null) {
      // It may be there, and no file, or a link is on the way to it.
      const isThere = (await files.stat(joinUri(folder, path))) !== null;
      return { kind: 'refused', code: isThere ? 'data.no-file' : 'data.missing' };
    }
    const { uri, size, modified } = found;
    const limit = Math.max(USUAL_DATA_LIMIT, files.maxSize);
    const common = { kind: 'found', location: uri, stamp: `${size} ${modified}`, limit } as const;
    if (files.isOnDisk(uri)) return { ...common, bytes: null };
    const read = await files.readBytesBelow(folder, path, limit);
    if ('bytes' in read) return { ...common, bytes: read.bytes };
    // Its size is known, and is refused where it is read.
    if (read.problem === 'too-large') return { ...common, bytes: null };
    return { kind: 'refused', code: 'data.missing' };
  }
}
