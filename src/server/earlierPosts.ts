// What open posts said before: in the last commit where the client can tell, else as they were opened.
import type { PostFacts, Snapshot } from '../core/post/facts.js';
import { sizeOver } from '../core/post/size.js';
import { openSnapshot } from '../core/post/snapshot.js';
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
  /** Read when it is first asked for, and anew where the site of the post turned out to be another. */
  reading: { readonly setting: PostSetting; readonly snapshot: Snapshot } | null;
}

export class EarlierPosts {
  readonly #choices: EarlierPostsChoices;
  readonly #posts = new Map<string, Earlier>();

  constructor(choices: EarlierPostsChoices) {
    this.#choices = choices;
    choices.store.onDidChange((post) => {
      if (!this.#posts.has(uriKey(post.uri))) this.#opened(post);
    });
    choices.store.onDidClose(({ uri }) => this.#posts.delete(uriKey(uri)));
  }

  /** `null` for a post that is not open. */
  factsOf(uri: string): PostFacts | null {
    const earlier = this.#posts.get(uriKey(uri));
    if (!earlier) return null;
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
    const opened: Earlier = { lines: snapshot.lines, reading: { setting, snapshot } };
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
    if (text === opened.lines.join('') || sizeOver([text], maxSize()) !== null) return;
    this.#posts.set(uriKey(uri), { lines: [text], reading: null });
    onLearned();
  }
}
