// What open posts said before: in the last commit where the client can tell, else as they were opened; then
// before each command that moved equations.
import type { EarlierState } from '../checks/rule.js';
import type { PostFacts, Snapshot } from '../core/post/facts.js';
import { sizeOver } from '../core/post/size.js';
import { openSnapshot } from '../core/post/snapshot.js';
import { postsNumbering } from '../language/equations/outdatedNumbers.js';
import type { Blog } from './blog.js';
import type { Blogs } from './blogs.js';
import { logError, type Log } from './log.js';
import { sameSetting, type OpenPost, type PostSetting, type PostStore } from './store.js';
import { uriKey } from './uri.js';

interface EarlierPostsChoices {
  readonly store: PostStore;
  readonly blogs: Blogs;
  readonly log: Log;
  /** In bytes. */
  readonly maxSize: () => number;
  /** The text of the last commit; `null` where there is none, or nobody knows. */
  readonly committedText: (uri: string) => Promise<string | null>;
  /** More is known than before. */
  readonly onLearned: () => void;
}

interface Earlier {
  readonly lines: Snapshot['lines'];
  /** It is what the last commit says. */
  isCommitted: boolean;
  /** Read when it is first asked for, and anew where the site of the post turned out to be another. */
  reading: { readonly setting: PostSetting; readonly snapshot: Snapshot } | null;
}

/** A state of a few posts, by the keys of their URIs. */
type KnownState = Map<string, PostFacts>;

/** Numbers that were written after so many commands are compared with no state of between. */
const mostStates = 50;

export class EarlierPosts {
  readonly #choices: EarlierPostsChoices;
  readonly #posts = new Map<string, Earlier>();
  /** What posts that were closed said when they were opened. */
  readonly #closed = new Map<string, Earlier>();
  /** Before commands, the oldest first. */
  readonly #states: KnownState[] = [];

  constructor(choices: EarlierPostsChoices) {
    this.#choices = choices;
    choices.store.onDidChange((post) => {
      if (!this.#posts.has(uriKey(post.uri))) this.#opened(post);
    });
    choices.store.onDidClose(({ uri }) => {
      const earlier = this.#posts.get(uriKey(uri));
      if (earlier) this.#closed.set(uriKey(uri), earlier);
      this.#posts.delete(uriKey(uri));
      for (const state of this.#states) state.delete(uriKey(uri));
    });
  }

  /** From the oldest on. */
  statesOf(blog: Blog): readonly EarlierState[] {
    return [
      (path) => {
        const uri = blog.uriOf(path);
        const earlier = this.#posts.get(uriKey(uri));
        // What is not open says what it always said.
        return earlier ? this.#factsOf(uri, earlier) : (blog.index.facts(path) ?? null);
      },
      ...this.#states.map((state) => (path: string) => state.get(uriKey(blog.uriOf(path))) ?? null),
    ];
  }

  /** A command is about to move equations of a post: what was written since it was opened is as it should be. */
  remember({ path, facts }: Snapshot, blog: Blog): void {
    if (this.#states.length >= mostStates) return;
    const state: KnownState = new Map([[uriKey(blog.uriOf(path)), facts]]);
    for (const other of postsNumbering(path, blog.index)) {
      const known = blog.index.facts(other);
      if (known) state.set(uriKey(blog.uriOf(other)), known);
    }
    this.#states.push(state);
  }

  /**
   * What another post said when an open one was as it is compared; `null` where nobody knows. To a commit
   * belongs what the other one says in it, however often it was written since.
   */
  async besides(opened: string, other: string): Promise<PostFacts | null> {
    const known = this.#posts.get(uriKey(other));
    if (known) return this.#factsOf(other, known);
    if (this.#posts.get(uriKey(opened))?.isCommitted === true) {
      const text = await this.#choices.committedText(other);
      if (text === null || sizeOver([text], this.#choices.maxSize()) !== null) return null;
      return openSnapshot({ ...this.#settingOf(other), version: 0, text }).facts;
    }
    const closed = this.#closed.get(uriKey(other));
    if (closed) return this.#factsOf(other, closed);
    const blog = this.#choices.blogs.blogOf(other);
    return blog.index.facts(blog.pathOf(other)) ?? null;
  }

  #factsOf(uri: string, earlier: Earlier): PostFacts {
    const setting = this.#settingOf(uri);
    if (!earlier.reading || !sameSetting(earlier.reading.setting, setting)) {
      const text = earlier.lines.join('');
      earlier.reading = { setting, snapshot: openSnapshot({ ...setting, version: 0, text }) };
    }
    return earlier.reading.snapshot.facts;
  }

  #settingOf(uri: string): PostSetting {
    return this.#choices.blogs.blogOf(uri).settingOf(uri);
  }

  #opened({ uri, snapshot }: OpenPost): void {
    const setting = this.#settingOf(uri);
    const opened: Earlier = {
      lines: snapshot.lines,
      isCommitted: false,
      reading: { setting, snapshot },
    };
    this.#closed.delete(uriKey(uri));
    this.#posts.set(uriKey(uri), opened);
    this.#askForCommitted(uri, opened).catch((error: unknown) => {
      logError(this.#choices.log, `Asking for the last commit of ${uri}`, error);
    });
  }

  async #askForCommitted(uri: string, opened: Earlier): Promise<void> {
    const { committedText, maxSize, onLearned } = this.#choices;
    const text = await committedText(uri);
    // Meanwhile it may have been closed, and perhaps opened anew.
    if (text === null || this.#posts.get(uriKey(uri)) !== opened) return;
    if (sizeOver([text], maxSize()) !== null) return;
    opened.isCommitted = text === opened.lines.join('');
    if (opened.isCommitted) return;
    this.#posts.set(uriKey(uri), { lines: [text], isCommitted: true, reading: null });
    onLearned();
  }
}
