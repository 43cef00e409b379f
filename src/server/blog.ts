// One blog: its folder, what was read of it, and the index of its posts.
import { BlogIndex } from '../core/blog/blogIndex.js';
import { isShown } from '../core/blog/evidence.js';
import type { PostFacts, Snapshot } from '../core/post/facts.js';
import { joinUri, nameOf, relativePath, schemeOf, uriKey } from './uri.js';
import type { PostSetting } from './store.js';
import type { BlogConfig } from './blogConfig.js';

export class Blog {
  /** The URI of its folder; a lone file's blog has the file's own. */
  readonly folder: string;
  readonly config: BlogConfig;
  /** How often the facts of a post were read; one edit must read one. */
  factsRead = 0;
  readonly #onAffected: (uris: readonly string[]) => void;
  readonly #index = new BlogIndex();
  /** The newest states of open posts that the index has yet to read, by their paths. */
  readonly #waiting = new Map<string, Snapshot>();
  /** Untitled posts and lone files, by the names they go by in the index. */
  readonly #outside = new Map<string, string>();
  /** Posts that could not be read: while there are any, nobody knows what they refer to. */
  readonly #unread = new Set<string>();
  #isLoaded = false;

  /** `onAffected` hears of other posts that a change of an open one concerns. */
  constructor(folder: string, config: BlogConfig, onAffected: (uris: readonly string[]) => void) {
    this.folder = folder;
    this.config = config;
    this.#onAffected = onAffected;
  }

  /** In step with all posts, open ones included. */
  get index(): BlogIndex {
    for (const [path, { facts }] of this.#waiting) {
      this.#waiting.delete(path);
      this.#onAffected(this.#read(path, facts).map((affected) => this.uriOf(affected)));
    }
    return this.#index;
  }

  get unread(): readonly string[] {
    return [...this.#unread];
  }

  /** Whether all posts are known and none has this path. */
  lacks(path: string): boolean {
    const isKnown = this.#index.facts(path) !== undefined || this.#waiting.has(path);
    return this.#isLoaded && !isKnown && !this.#unread.has(path);
  }

  get isShown(): boolean {
    const { hasConfig, hasSite } = this.config;
    // A post that had labels a moment ago is not worth the reading of its newest state.
    const isKnown = hasConfig || hasSite || this.#index.definesLabels;
    return isShown({ hasConfig, hasSite, definesLabels: isKnown || this.index.definesLabels });
  }

  pathOf(uri: string): string {
    const relative = relativePath(this.folder, uri);
    if (relative !== null) return relative;
    const name = nameOf(uri);
    const isLone = uriKey(uri) === uriKey(this.folder);
    // No file of the folder has such a path: a new post may have the name of one.
    const path = isLone || name.includes(':') ? name : `${schemeOf(uri)}:${name}`;
    this.#outside.set(path, uri);
    return path;
  }

  uriOf(path: string): string {
    return this.#outside.get(path) ?? joinUri(this.folder, path);
  }

  settingOf(uri: string): PostSetting {
    const path = this.pathOf(uri);
    return { path, ...this.config.settingOf(path) };
  }

  /** A keystroke need not wait for the facts: they are read when the index is next asked for. */
  updateOpen(snapshot: Snapshot): void {
    this.#waiting.set(snapshot.path, snapshot);
  }

  /** For a post that is not open: its facts must not keep its text in memory. Answers with the paths
   * of other posts that it concerns. */
  updateClosed(path: string, facts: PostFacts): readonly string[] {
    return this.#read(path, facts);
  }

  /** There is no such post any more. */
  remove(path: string): readonly string[] {
    this.#unread.delete(path);
    this.#waiting.delete(path);
    return this.#settle(this.#index.removePost(path));
  }

  /** The post is there and cannot be read. */
  leaveOut(path: string): readonly string[] {
    this.#unread.add(path);
    this.#waiting.delete(path);
    return this.#settle(this.#index.removePost(path));
  }

  /** Every post has been tried once. */
  setLoaded(): void {
    this.#isLoaded = true;
    this.#settle([]);
  }

  #read(path: string, facts: PostFacts): readonly string[] {
    this.factsRead++;
    this.#unread.delete(path);
    this.#waiting.delete(path);
    return this.#settle(this.#index.updatePost(path, facts));
  }

  /** Whether all is known concerns every post. */
  #settle(affected: readonly string[]): readonly string[] {
    const isComplete = this.#isLoaded && this.#unread.size === 0;
    if (isComplete === this.#index.isComplete) return affected;
    this.#index.isComplete = isComplete;
    return this.#index.paths();
  }
}
