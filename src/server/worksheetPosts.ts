// The posts of worksheets in files of their own, open or not.
import type { Snapshot } from '../core/post/facts.js';
import { postsBeside } from '../core/post/worksheetFile.js';
import type { Blogs } from './blogs.js';
import type { OpenPost, PostStore } from './store.js';
import { uriKey } from './uri.js';

interface PostsChoices {
  readonly store: PostStore;
  readonly blogs: Blogs;
}

export class WorksheetPosts {
  readonly #choices: PostsChoices;
  /** Of posts that are not open, by the keys of their URIs, so that each is read once. */
  readonly #read = new Map<string, Promise<Snapshot | null>>();

  constructor(choices: PostsChoices) {
    this.#choices = choices;
  }

  /** `null` where there is none. */
  async of(worksheet: string): Promise<OpenPost | null> {
    for (const uri of postsBeside(worksheet)) {
      const open = this.#choices.store.get(uri);
      if (open) return open;
      const key = uriKey(uri);
      const reading = this.#read.get(key) ?? this.#readPost(uri);
      this.#read.set(key, reading);
      const snapshot = await reading;
      if (snapshot) return this.#choices.store.get(uri) ?? { uri, snapshot };
    }
    return null;
  }

  forget(uri: string): void {
    this.#read.delete(uriKey(uri));
  }

  /** Settings may read posts otherwise. */
  clear(): void {
    this.#read.clear();
  }

  /** Nothing outside of the workspace is read. */
  async #readPost(uri: string): Promise<Snapshot | null> {
    const { blogs } = this.#choices;
    if (blogs.workspaceFolderOf(uri) === null) return null;
    const blog = blogs.blogOf(uri);
    return blogs.snapshotOf(blog, blog.pathOf(uri));
  }
}
