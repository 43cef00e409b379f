// One blog: its folder, what was read of it, and the index of its posts.
import { BlogIndex } from '../core/blog/blogIndex.js';
import { isShown } from '../core/blog/evidence.js';
import type { PostFacts, Snapshot } from '../core/post/facts.js';
import { joinUri, nameOf, relativePath } from './uri.js';
import type { PostSetting } from './store.js';
import type { BlogConfig } from './blogConfig.js';

export class Blog {
  /** The URI of its folder; a lone file's blog has the file's own. */
  readonly folder: string;
  readonly config: BlogConfig;
  readonly index = new BlogIndex();
  /** How often the facts of a post were read; one edit must read one. */
  factsRead = 0;
  /** Untitled posts and lone files, by the names they go by in the index. */
  readonly #outside = new Map<string, string>();
  /** Posts that could not be read: while there are any, nobody knows what they refer to. */
  readonly #unread = new Set<string>();
  #isLoaded = false;

  constructor(folder: string, config: BlogConfig) {
    this.folder = folder;
    this.config = config;
  }

  get unread(): readonly string[] {
    return [...this.#unread];
  }

  get isShown(): boolean {
    return isShown({
      hasConfig: this.config.hasConfig,
      definesLabels: this.index.definesLabels,
    });
  }

  pathOf(uri: string): string {
    const relative = relativePath(this.folder, uri);
    if (relative !== null) return relative;
    const name = nameOf(uri);
    this.#outside.set(name, uri);
    return name;
  }

  uriOf(path: string): string {
    return this.#outside.get(path) ?? joinUri(this.folder, path);
  }

  settingOf(uri: string): PostSetting {
    const path = this.pathOf(uri);
    return { path, ...this.config.settingOf(path) };
  }

  /** Answers with the paths of other posts that it concerns. */
  update(snapshot: Snapshot): readonly string[] {
    return this.#read(snapshot.path, snapshot.facts);
  }

  /** The same for a post that is not open: its facts must not keep its text in memory. */
  updateClosed(snapshot: Snapshot): readonly string[] {
    return this.#read(snapshot.path, detached(snapshot.facts));
  }

  /** There is no such post any more. */
  remove(path: string): readonly string[] {
    this.#unread.delete(path);
    return this.#settle(this.index.removePost(path));
  }

  /** The post is there and cannot be read. */
  leaveOut(path: string): readonly string[] {
    this.#unread.add(path);
    return this.#settle(this.index.removePost(path));
  }

  /** Every post has been tried once. */
  setLoaded(): void {
    this.#isLoaded = true;
    this.#settle([]);
  }

  #read(path: string, facts: PostFacts): readonly string[] {
    this.factsRead++;
    this.#unread.delete(path);
    return this.#settle(this.index.updatePost(path, facts));
  }

  /** Whether all is known concerns every post. */
  #settle(affected: readonly string[]): readonly string[] {
    const isComplete = this.#isLoaded && this.#unread.size === 0;
    if (isComplete === this.index.isComplete) return affected;
    this.index.isComplete = isComplete;
    return this.index.paths();
  }
}

/** A part of a string keeps the whole string alive; a copy by way of JSON does not. */
function detached(facts: PostFacts): PostFacts {
  return JSON.parse(JSON.stringify(facts)) as PostFacts;
}
