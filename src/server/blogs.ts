// All blogs of the workspace, in step with files and editors.
import type { NumberingMacros } from '../core/numbering/macros.js';
import { openSnapshot } from '../core/post/snapshot.js';
import type { Snapshot } from '../core/post/facts.js';
import type { Blog } from './blog.js';
import { BlogFolders, isConfig } from './blogFolders.js';
import { readConfigFile, type FileProblem } from './configFile.js';
import { logError } from './log.js';
import { PostReader, type PostReaderChoices } from './postReader.js';
import type { OpenPost } from './store.js';
import { folderOf } from './uri.js';

interface BlogsChoices extends PostReaderChoices {
  /** The macros of the user's settings, as they hold for a file. */
  readonly macrosOf: (uri: string) => NumberingMacros;
  /** What is wrong in the files that configurations name; all of it, each time. */
  readonly onProblems: (problems: readonly FileProblem[]) => void;
  /** Posts that a change of another one concerns, or of which a blog learned more. */
  readonly onAffected: (uris: readonly string[]) => void;
  /** Every post has been read once. */
  readonly onLoaded: () => void;
}

export class Blogs {
  readonly #choices: BlogsChoices;
  readonly #reader: PostReader;
  readonly #folders: BlogFolders;
  /** Before the first folders are named, their reading is still to come. */
  #announce: () => void = () => undefined;
  #loading: Promise<void> = new Promise((resolve) => (this.#announce = resolve));
  #generation = 0;

  readonly #listeners = new Set<(uris: readonly string[]) => void>();

  constructor(choices: BlogsChoices) {
    this.#choices = choices;
    this.#reader = new PostReader(choices);
    this.#folders = new BlogFolders({
      macrosOf: choices.macrosOf,
      onAffected: (uris) => this.#tell(uris),
    });
  }

  /** Hears of posts that a change of another one concerns, or of which a blog learned more. */
  onDidAffect(listener: (uris: readonly string[]) => void): void {
    this.#listeners.add(listener);
  }

  /** Settles when every post has been read once. */
  async loaded(): Promise<void> {
    let waited: Promise<void> | null = null;
    while (waited !== this.#loading) {
      waited = this.#loading;
      await waited;
    }
  }

  all(): readonly Blog[] {
    return this.#folders.all();
  }

  /** Reads the folders anew; what was being read is given up. */
  setFolders(folders: readonly string[]): Promise<void> {
    this.#folders.reset(folders);
    const generation = ++this.#generation;
    const isStale = (): boolean => generation !== this.#generation;
    this.#loading = this.#load(isStale).catch((error: unknown) => {
      logError(this.#choices.log, 'Reading the workspace', error);
    });
    void this.#loading.then(this.#announce);
    return this.#loading;
  }

  /** Of files outside every folder, each is a blog of its own; untitled posts belong to the first. */
  blogOf(uri: string): Blog {
    return this.#folders.blogOf(uri);
  }

  /** The workspace folder that holds a file, for an untitled post the first; `null` outside of all. */
  workspaceFolderOf(uri: string): string | null {
    return this.#folders.workspaceFolderOf(uri);
  }

  /** The newest state of a post, open or not; `null` where it cannot be read. */
  async snapshotOf(blog: Blog, path: string): Promise<Snapshot | null> {
    const uri = blog.uriOf(path);
    const open = this.#choices.store.get(uri);
    if (open) return open.snapshot;
    const read = await this.#choices.files.readText(uri);
    if (!('text' in read)) return null;
    return openSnapshot({ ...blog.settingOf(uri), version: 0, text: read.text });
  }

  /** An open post has a new state. */
  opened({ uri, snapshot }: OpenPost): void {
    this.blogOf(uri).updateOpen(snapshot);
  }

  /** An open post was closed: what counts is its file again. */
  async closed(uri: string): Promise<void> {
    const blog = this.blogOf(uri);
    if (!this.#folders.isIndexed(blog, uri)) {
      this.#affect(blog, blog.remove(blog.pathOf(uri)));
      this.#folders.removeLone(blog, uri);
      return;
    }
    await this.filesChanged([uri]);
  }

  /** Files were written, made or removed outside of the editor; each is read once. */
  async filesChanged(uris: readonly string[]): Promise<void> {
    const isRule = uris.some((uri) => this.#folders.isRule(uri));
    if (isRule || (await this.#anySiteChanged(uris))) {
      await this.setFolders(this.#folders.folders);
      return;
    }
    const generation = this.#generation;
    const places = [...new Set(uris)].flatMap((uri) => {
      const blog = this.blogOf(uri);
      return this.#folders.isIndexed(blog, uri) && !this.#choices.store.get(uri)
        ? [{ blog, uri }]
        : [];
    });
    const affected = new Set<string>();
    // Where all is read anew meanwhile, what was read here belongs to blogs that are gone.
    await this.#reader.readChanged(
      places,
      () => generation !== this.#generation,
      ({ blog, uri }, paths) => {
        for (const path of [blog.pathOf(uri), ...paths]) affected.add(blog.uriOf(path));
      },
    );
    if (affected.size > 0 && generation === this.#generation) this.#tell([...affected]);
  }

  /** Whether the files of a site say otherwise now than before. */
  async #anySiteChanged(uris: readonly string[]): Promise<boolean> {
    const { sites } = this.#folders;
    const tops = new Set(uris.flatMap((uri) => sites.topsOf(uri, this.workspaceFolderOf(uri))));
    for (const top of tops) {
      const site = await this.#choices.files.siteOf(top);
      if (!sites.isKnown(top, site)) return true;
    }
    return false;
  }

  async #load(isStale: () => boolean): Promise<void> {
    const problems: FileProblem[] = [];
    for (const folder of this.#folders.folders) {
      const { files, siteFolders, ignored } = await this.#choices.files.list(folder, isStale);
      if (isStale()) return;
      this.#folders.setIgnored(folder, ignored);
      for (const top of siteFolders) {
        const site = await this.#choices.files.siteOf(top);
        if (isStale()) return;
        this.#folders.sites.set(top, site);
      }
      for (const uri of files.filter(isConfig)) {
        problems.push(...(await this.#readConfig(uri, folder, isStale)));
      }
      const posts = files.filter((uri) => !isConfig(uri) && !this.#choices.store.get(uri));
      const places = posts.map((uri) => ({ blog: this.blogOf(uri), uri }));
      await this.#reader.readAll(places, isStale);
    }
    if (isStale()) return;
    this.#choices.onProblems(problems);
    for (const blog of this.all()) blog.setLoaded();
    this.#settleOpenPosts();
  }

  async #readConfig(
    uri: string,
    folder: string,
    isStale: () => boolean,
  ): Promise<readonly FileProblem[]> {
    const { files, log, macrosOf } = this.#choices;
    const read = await files.readText(uri);
    if (!('text' in read)) {
      this.#reader.report(uri, read);
      return [];
    }
    const place = { uri, folder, siteAt: this.#folders.sites.below(folderOf(uri)) };
    const file = await readConfigFile(read.text, place, files, macrosOf(uri));
    if (isStale()) return [];
    for (const problem of file.config.problems) {
      log.warn(`${uri}:${problem.line + 1}: ${JSON.stringify(problem)}`);
    }
    this.#folders.addMacroFiles(file.macroFiles);
    this.#folders.add(folderOf(uri), file.config);
    return file.problems;
  }

  /** Configurations are known now: open posts may belong elsewhere, or be read otherwise. */
  #settleOpenPosts(): void {
    const { store } = this.#choices;
    for (const { uri } of store.all()) store.reset(uri, this.blogOf(uri).settingOf(uri));
    for (const post of store.all()) this.opened(post);
    this.#tell(store.all().map(({ uri }) => uri));
    this.#choices.onLoaded();
  }

  #affect(blog: Blog, paths: readonly string[]): void {
    if (paths.length > 0) this.#tell(paths.map((path) => blog.uriOf(path)));
  }

  #tell(uris: readonly string[]): void {
    this.#choices.onAffected(uris);
    for (const listener of this.#listeners) listener(uris);
  }
}
