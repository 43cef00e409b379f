// The sites that folders are by their own files, for the posts below them.
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { namedFrom, type DetectedSite } from '../core/site/detect/detectedSite.js';
import { maxSiteFileSize, readSite } from '../core/site/detect/readSite.js';

/** Looks into each folder once. */
export class Sites {
  readonly #cwd: string;
  readonly #byFolder = new Map<string, Promise<DetectedSite | null>>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** The nearest site above a post, its files named from the working directory; `null` where none is. */
  above(post: string): Promise<DetectedSite | null> {
    return this.#nearest(path.dirname(post));
  }

  #nearest(folder: string): Promise<DetectedSite | null> {
    let found = this.#byFolder.get(folder);
    if (found === undefined) {
      found = this.#lookIn(folder);
      this.#byFolder.set(folder, found);
    }
    return found;
  }

  async #lookIn(folder: string): Promise<DetectedSite | null> {
    const site = await readSite({
      names: (inside) => names(path.join(folder, inside)),
      text: (file) => text(path.join(folder, file)),
    });
    if (site) {
      const base = path.relative(this.#cwd, folder).split(path.sep).join('/');
      return namedFrom(site, (file) => (base === '' ? file : `${base}/${file}`));
    }
    const above = path.dirname(folder);
    return above === folder ? null : this.#nearest(above);
  }
}

/** A folder that cannot be read shows nothing. */
async function names(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.flatMap((entry) => {
      if (entry.isDirectory()) return [`${entry.name}/`];
      return entry.isFile() ? [entry.name] : [];
    });
  } catch {
    return [];
  }
}

async function text(file: string): Promise<string | null> {
  try {
    const { size } = await stat(file);
    if (size > maxSiteFileSize) return null;
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch {
    return null;
  }
}
