// Which blog a file of the workspace belongs to, and whether it counts there as a post or says what posts do.
import { ignoreFileName, type IgnoredFiles } from '../core/blog/ignoredFiles.js';
import { isConfigFile, isPostPath, isSkippedFolder } from '../core/blog/postFiles.js';
import type { NumberingMacros } from '../core/numbering/macros.js';
import { Blog } from './blog.js';
import { blogConfig, type BlogConfig } from './blogConfig.js';
import { Sites } from './sites.js';
import { nameOf, relativePath, schemeOf, uriKey } from './uri.js';

interface BlogFoldersChoices {
  /** The macros of the user's settings, as they hold for a file. */
  readonly macrosOf: (uri: string) => NumberingMacros;
  /** Hears of posts that a change of another one concerns. */
  readonly onAffected: (uris: readonly string[]) => void;
}

export class BlogFolders {
  readonly #choices: BlogFoldersChoices;
  /** Those of the workspace. */
  #folders: readonly string[] = [];
  /** By the key of their folder. */
  readonly #blogs = new Map<string, Blog>();
  readonly sites = new Sites();
  /** By workspace folder: the posts that git does not keep are none of a blog unless they are open. */
  readonly #ignored = new Map<string, IgnoredFiles>();
  /** The keys of the files of macros that configurations name. */
  readonly #macroFiles = new Set<string>();

  constructor(choices: BlogFoldersChoices) {
    this.#choices = choices;
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  all(): readonly Blog[] {
    return [...this.#blogs.values()];
  }

  /** Of what is in the folders nothing is known yet. */
  reset(folders: readonly string[]): void {
    this.#folders = folders;
    this.#blogs.clear();
    this.#macroFiles.clear();
    this.sites.clear();
    this.#ignored.clear();
    for (const folder of folders) this.add(folder, this.#withoutConfig(folder));
  }

  add(folder: string, config: BlogConfig): Blog {
    const blog = new Blog(folder, config, (uris) => {
      this.#choices.onAffected(uris);
    });
    this.#blogs.set(uriKey(folder), blog);
    return blog;
  }

  /** A lone file that was a blog of its own is none any more. */
  removeLone(blog: Blog, uri: string): void {
    if (uriKey(blog.folder) === uriKey(uri)) this.#blogs.delete(uriKey(uri));
  }

  setIgnored(folder: string, ignored: IgnoredFiles): void {
    this.#ignored.set(folder, ignored);
  }

  addMacroFiles(uris: readonly string[]): void {
    for (const uri of uris) this.#macroFiles.add(uriKey(uri));
  }

  /** Of files outside every folder, each is a blog of its own; untitled posts belong to the first. */
  blogOf(uri: string): Blog {
    const [first] = this.#folders;
    if (schemeOf(uri) === 'untitled' && first !== undefined) return this.#at(first);
    let nearest: Blog | null = null;
    for (const blog of this.#blogs.values()) {
      if (relativePath(blog.folder, uri) === null) continue;
      if (!nearest || blog.folder.length > nearest.folder.length) nearest = blog;
    }
    return nearest ?? this.#at(uri);
  }

  /** The workspace folder that holds a file, for an untitled post the first; `null` outside of all. */
  workspaceFolderOf(uri: string): string | null {
    if (schemeOf(uri) === 'untitled') return this.#folders[0] ?? null;
    return this.#folders.find((folder) => relativePath(folder, uri) !== null) ?? null;
  }

  /** Whether the blog has the file as a post even where it is not open. */
  isIndexed(blog: Blog, uri: string): boolean {
    const inBlog = relativePath(blog.folder, uri) !== null && isPostPath(blog.pathOf(uri));
    return inBlog && !this.#isIgnored(uri);
  }

  /** Whether it says which files are posts, or how they are read. */
  isRule(uri: string): boolean {
    return isConfig(uri) || this.#isIgnoreFile(uri) || this.#macroFiles.has(uriKey(uri));
  }

  #at(folder: string): Blog {
    let blog = this.#blogs.get(uriKey(folder));
    if (!blog) {
      blog = this.add(folder, this.#withoutConfig(folder));
      // A lone file is all of its blog.
      blog.setLoaded();
    }
    return blog;
  }

  #withoutConfig(folder: string): BlogConfig {
    return blogConfig(null, this.#choices.macrosOf(folder), this.sites.below(folder));
  }

  /** Packages have such files, too, and they say nothing of posts. */
  #isIgnoreFile(uri: string): boolean {
    if (nameOf(uri) !== ignoreFileName) return false;
    const folder = this.workspaceFolderOf(uri);
    const above = folder === null ? null : relativePath(folder, uri)?.split('/').slice(0, -1);
    return above?.every((name) => !isSkippedFolder(name)) === true;
  }

  #isIgnored(uri: string): boolean {
    const folder = this.workspaceFolderOf(uri);
    const path = folder === null ? null : relativePath(folder, uri);
    return folder !== null && path !== null && this.#ignored.get(folder)?.ignores(path) === true;
  }
}

export function isConfig(uri: string): boolean {
  return isConfigFile(nameOf(uri));
}
