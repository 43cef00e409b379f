// Reads posts that are not open into their blogs: of those that did not change since an earlier run, only what was kept.
import type { Translations } from '../checks/messages.js';
import { sizeTexts } from '../core/post/size.js';
import type { PostFacts } from '../core/post/facts.js';
import type { FileStamp } from '../protocol/server.js';
import type { Blog } from './blog.js';
import type { Files, ReadText } from './files.js';
import type { BlogCache } from './host.js';
import { KeptFacts } from './keptFacts.js';
import { logError, type Log } from './log.js';
import { Slices } from './slices.js';
import type { PostStore } from './store.js';
import { text } from './texts.js';

export interface PostReaderChoices {
  readonly files: Files;
  readonly store: PostStore;
  readonly log: Log;
  readonly cache: BlogCache | null;
  readonly translations: () => Translations;
}

interface PostPlace {
  readonly blog: Blog;
  readonly uri: string;
}

/** What is known of a file: its facts from an earlier run, or what was read of it, with its stamp from before. */
type FoundPost = { readonly place: PostPlace } & (
  { readonly facts: PostFacts } | { readonly read: ReadText; readonly stamp: FileStamp | null }
);

/** How many files are read while the posts before them are scanned. */
const filesAtOnce = 16;

export class PostReader {
  readonly #choices: PostReaderChoices;

  constructor(choices: PostReaderChoices) {
    this.#choices = choices;
  }

  /** All posts of blogs; what was found out about them is kept for the next time. */
  async readAll(posts: readonly PostPlace[], isStale: () => boolean): Promise<void> {
    const { cache, files } = this.#choices;
    const kept = new KeptFacts(cache, (uri) => files.encodingOf(uri));
    await this.#readEach(posts, kept, isStale, () => undefined);
    if (!isStale()) await kept.save();
  }

  /** `onRead` hears of the paths of other posts that each concerns. */
  readChanged(
    posts: readonly PostPlace[],
    isStale: () => boolean,
    onRead: (place: PostPlace, affected: readonly string[]) => void,
  ): Promise<void> {
    return this.#readEach(posts, new KeptFacts(null, () => ''), isStale, onRead);
  }

  report(uri: string, read: ReadText): void {
    if (!('problem' in read) || read.problem === 'missing') return;
    const { log, translations } = this.#choices;
    const said =
      read.problem === 'too-large'
        ? text('postTooLarge', { post: uri, ...sizeTexts(read.size, read.limit) }, translations())
        : text('postNotText', { post: uri }, translations());
    log.warn(said);
  }

  /** The next files are read while posts are scanned. */
  async #readEach(
    posts: readonly PostPlace[],
    kept: KeptFacts,
    isStale: () => boolean,
    onRead: (place: PostPlace, affected: readonly string[]) => void,
  ): Promise<void> {
    const slices = new Slices();
    const groupAt = (at: number): Promise<readonly FoundPost[]> =>
      Promise.all(posts.slice(at, at + filesAtOnce).map((place) => this.#find(place, kept)));
    let next = groupAt(0);
    for (let at = 0; at < posts.length; at += filesAtOnce) {
      const group = await next;
      next = groupAt(at + filesAtOnce);
      for (const found of group) {
        if (isStale()) return;
        onRead(found.place, await this.#enter(found, kept));
        await slices.next();
      }
    }
  }

  async #find(place: PostPlace, kept: KeptFacts): Promise<FoundPost> {
    const { files } = this.#choices;
    const { blog, uri } = place;
    const stamp = kept.isKept ? await files.stat(uri) : null;
    // What is too large now is left out, whatever was known of it.
    const isRead = stamp !== null && stamp.size <= files.maxSize;
    const facts = isRead ? await kept.of(blog, uri, stamp) : null;
    if (facts) return { place, facts };
    return { place, stamp, read: await files.readText(uri, files.maxSize, stamp ?? undefined) };
  }

  /** Answers with the paths of other posts that it concerns. */
  async #enter(found: FoundPost, kept: KeptFacts): Promise<readonly string[]> {
    const { blog, uri } = found.place;
    // Meanwhile it may have been opened, and the editor's text counts.
    if (this.#choices.store.get(uri)) return [];
    const path = blog.pathOf(uri);
    if ('facts' in found) {
      try {
        return blog.updateClosed(path, found.facts);
      } catch {
        // What was kept is none of ours.
        const read = await this.#choices.files.readText(uri);
        return this.#enter({ place: found.place, read, stamp: null }, kept);
      }
    }
    const { read, stamp } = found;
    if (!('text' in read)) {
      this.report(uri, read);
      return read.problem === 'missing' ? blog.remove(path) : blog.leaveOut(path);
    }
    try {
      return blog.updateClosed(path, kept.read(blog, uri, read.text, stamp));
    } catch (error) {
      logError(this.#choices.log, `Reading ${uri}`, error);
      return blog.leaveOut(path);
    }
  }
}
