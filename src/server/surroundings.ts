// What lies around open posts, for the rules: the files they link to, and the day. Folders are read once,
// and again where the editor says that a file in them changed.
import { noSurroundings, type Surroundings } from '../checks/rule.js';
import { filesOfLink, holdsFile } from '../core/blog/linkedFiles.js';
import { folderOf as folderOfPath } from '../core/blog/postPaths.js';
import { keysNamed, WorksheetLabels } from '../core/blog/worksheetLabels.js';
import type { PostFacts, Snapshot } from '../core/post/facts.js';
import { isWorksheetFile, postsBeside } from '../core/post/worksheetFile.js';
import { dayOf } from '../core/post/publication.js';
import { layoutOf, siteFolder, type SiteLayout } from '../core/site/layout.js';
import { remembered } from '../core/remembered.js';
import type { Blog } from './blog.js';
import type { Files } from './files.js';
import { folderOf, nameOf, relativePath, uriKey } from './uri.js';
import type { Worksheet, WorksheetFiles } from './worksheetFiles.js';

export class SurroundingsReader {
  readonly #files: Files;
  readonly #worksheets: WorksheetFiles;
  /** The names of the files in a folder, by the key of its URI; `null` where there is no folder. */
  readonly #names = new Map<string, Set<string> | null>();

  constructor(files: Files, worksheets: WorksheetFiles) {
    this.#files = files;
    this.#worksheets = worksheets;
  }

  /** To be awaited before the rules look around a post. */
  async read(blog: Blog, { path, facts }: Snapshot): Promise<void> {
    for (const file of linkedFiles(path, facts, layoutFor(blog, path))) {
      await this.#readFile(blog.uriOf(file));
    }
    // Only a label may be named.
    if (facts.labels.length === 0) return;
    for (const folder of foldersOf(blog)) await this.#namesIn(uriOfFolder(blog, folder));
    for (const post of this.#postsWithWorksheet(blog)) {
      await this.#worksheets.beside(blog.uriOf(post));
    }
  }

  /** The worksheets in files of their own, with the paths of their posts. */
  async worksheetsOf(
    blog: Blog,
  ): Promise<readonly { readonly post: string; readonly worksheet: Worksheet }[]> {
    for (const folder of foldersOf(blog)) await this.#namesIn(uriOfFolder(blog, folder));
    const found = [];
    for (const post of this.#postsWithWorksheet(blog)) {
      const worksheet = await this.#worksheets.beside(blog.uriOf(post));
      if (worksheet) found.push({ post, worksheet });
    }
    return found;
  }

  around(blog: Blog, path: string): Surroundings {
    return {
      ...noSurroundings,
      hasFile: (file) =>
        holdsFile(file, (folder) => this.#names.get(keyOfFolder(blog, folder)) ?? null),
      layout: layoutFor(blog, path),
      labelsInFiles: (file) => this.#labels(blog).of(file),
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
    const names = await this.#namesIn(folderOf(uri));
    // A link to a file is no entry of the list.
    const name = nameOf(uri);
    if (names && !names.has(name) && (await this.#files.stat(uri))) names.add(name);
  }

  async #namesIn(folder: string): Promise<Set<string> | null> {
    const known = this.#names.get(uriKey(folder));
    if (known !== undefined) return known;
    const listed = await this.#files.namesIn(folder);
    const names = listed && new Set(listed);
    this.#names.set(uriKey(folder), names);
    return names;
  }

  #labels(blog: Blog): WorksheetLabels {
    const labels = new WorksheetLabels();
    for (const post of this.#postsWithWorksheet(blog)) {
      const worksheet = this.#worksheets.known(blog.uriOf(post));
      // One that is being read again may name anything.
      if (worksheet !== null) labels.add(post, worksheet ? keysOf(worksheet).keys : null);
    }
    return labels;
  }

  #postsWithWorksheet(blog: Blog): readonly string[] {
    return foldersOf(blog).flatMap((folder) =>
      [...(this.#names.get(keyOfFolder(blog, folder)) ?? [])]
        .filter(isWorksheetFile)
        .flatMap((name) => postsBeside(folder === '' ? name : `${folder}/${name}`))
        .filter((post) => blog.index.facts(post) !== undefined),
    );
  }
}

const keysOf = remembered(({ lines, fault }: Worksheet) => ({
  keys: fault === null ? keysNamed(lines.join('')) : null,
}));

function foldersOf(blog: Blog): readonly string[] {
  return [...new Set(blog.index.paths().map(folderOfPath))];
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
  return uriKey(uriOfFolder(blog, folder));
}

function uriOfFolder(blog: Blog, folder: string): string {
  return (folder === '' ? blog.folder : blog.uriOf(`${folder}/`)).replace(/\/+$/, '');
}
