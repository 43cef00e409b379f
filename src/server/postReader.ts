// Reads posts that are not open into their blogs: of those that did not change since an earlier run, only what was kept.
import type { Translations } from '../checks/messages.js';
import { sizeTexts } from '../core/post/size.js';
import type { FileStat } from '../protocol/server.js';
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

/** How many files are looked at together. */
const filesAtOnce = 64;

export class PostReader {
  readonly #choices: PostReaderChoices;

  constructor(choices: PostReaderChoices) {
    this.#choices = choices;
  }

  /** All posts of blogs; what was found out about them is kept for the next time. */
  async readAll(
    uris: readonly string[],
    blogOf: (uri: string) => Blog,
    isStale: () => boolean,
  ): Promise<void> {
    const { files, cache } = this.#choices;
    const kept = this.#keptFacts();
    const slices = new Slices();
    for (let at = 0; at < uris.length; at += filesAtOnce) {
      const group = uris.slice(at, at + filesAtOnce);
      const stamps = cache ? await Promise.all(group.map((uri) => files.stat(uri))) : [];
      for (const [index, uri] of group.entries()) {
        if (isStale()) return;
        await this.#readKept(blogOf(uri), uri, kept, stamps[index] ?? null);
        await slices.next();
      }
    }
    if (!isStale()) await kept.save();
  }

  /** Answers with the paths of other posts that it concerns. */
  read(blog: Blog, uri: string): Promise<readonly string[]> {
    return this.#read(blog, uri, this.#keptFacts(), null);
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

  #keptFacts(): KeptFacts {
    const { cache, files } = this.#choices;
    return new KeptFacts(cache, (uri) => files.encodingOf(uri));
  }

  async #readKept(blog: Blog, uri: string, kept: KeptFacts, stamp: FileStat | null): Promise<void> {
    const { store, files } = this.#choices;
    if (store.get(uri)) return;
    // What is too large now is left out, whatever was known of it.
    const isRead = stamp && stamp.size <= files.maxSize;
    const facts = isRead ? await kept.of(blog, uri, stamp) : null;
    if (!facts) await this.#read(blog, uri, kept, stamp);
    else if (!store.get(uri)) blog.updateClosed(blog.pathOf(uri), facts);
  }

  async #read(
    blog: Blog,
    uri: string,
    kept: KeptFacts,
    stamp: FileStat | null,
  ): Promise<readonly string[]> {
    const { files, store, log } = this.#choices;
    const read = await files.readText(uri);
    // Meanwhile it may have been opened, and the editor's text counts.
    if (store.get(uri)) return [];
    const path = blog.pathOf(uri);
    if (!('text' in read)) {
      this.report(uri, read);
      return read.problem === 'missing' ? blog.remove(path) : blog.leaveOut(path);
    }
    try {
      return blog.updateClosed(path, kept.read(blog, uri, read.text, stamp));
    } catch (error) {
      logError(log, `Reading ${uri}`, error);
      return blog.leaveOut(path);
    }
  }
}
