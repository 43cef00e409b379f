// What lies around open posts, for the rules: the files they link to, and the day. Folders are read once,
// and again where the editor says that a file in them changed.
import { noSurroundings, type Surroundings } from '../checks/rule.js';
import { filesOfLink, holdsFile } from '../core/blog/linkedFiles.js';

import type { PostFacts, Snapshot } from '../core/post/facts.js';
import { dayOf } from '../core/post/publication.js';
import { layoutOf, siteFolder, type SiteLayout } from '../core/site/layout.js';
import type { Blog } from './blog.js';
import type { Files } from './files.js';
import { folderOf, nameOf, relativePath, uriKey } from './uri.js';

export class SurroundingsReader {
  readonly #files: Files;
  /** The names of the files in a folder, by the key of its URI; `null` where there is no folder. */
  readonly #names = new Map<string, Set<string> | null>();

  constructor(files: Files) {
    this.#files = files;
  }

  /** To be awaited before the rules look around a post. */
  async read(blog: Blog, { path, facts }: Snapshot): Promise<void> {
    for (const file of linkedFiles(path, facts, layoutFor(blog, path))) {
      await this.#readFile(blog.uriOf(file));
    }
  }

  around(blog: Blog, path: string): Surroundings {
    return {
      ...noSurroundings,
      hasFile: (file) =>
        holdsFile(file, (folder) => this.#names.get(keyOfFolder(blog, folder)) ?? null),
      layout: layoutFor(blog, path),
      today: dayOf(new Date()),
    };
  }

  /** A file was made or removed. Answers whether a post may have been told of its folder. */
  forget(uri: string): boolean {
    return this.#names.delete(uriKey(folderOf(uri)));
  }

  clear(): void {
    this.#names.clear();
  }

  async #readFile(uri: string): Promise<void> {
    const folder = folderOf(uri);
    const key = uriKey(folder);
    let names = this.#names.get(key);
    if (names === undefined) {
      const listed = await this.#files.namesIn(folder);
      this.#names.set(key, (names = listed && new Set(listed)));
    }
    // A link to a file is no entry of the list.
    const name = nameOf(uri);
    if (names && !names.has(name) && (await this.#files.stat(uri))) names.add(name);
  }
}

function linkedFiles(
  path: string,
  { links }: PostFacts,
  layout: SiteLayout | null,
): ReadonlySet<string> {
  return new Set(links.flatMap(({ target }) => filesOfLink(path, target, layout)));
}

export function layoutFor(blog: Blog, path: string): SiteLayout | null {
  const { detected } = blog.config.siteOf(path);
  if (!detected) return null;
  const folder = siteFolder(detected.source.file);
  const isOwn = uriKey(folder) === uriKey(blog.folder);
  return layoutOf(detected.generator, isOwn ? '' : relativePath(blog.folder, folder));
}

function keyOfFolder(blog: Blog, folder: string): string {
  return uriKey(folder === '' ? blog.folder : blog.uriOf(`${folder}/`)).replace(/\/+$/, '');
}
