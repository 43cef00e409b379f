// The facts of posts that are not open, as text: a part of a string would keep the whole post in memory. Of posts
// that did not change since an earlier run they are as they were kept.
import { inAscii, KeptPosts, type FileStamp } from '../core/blog/keptPosts.js';
import { settingName } from '../core/blog/settingName.js';
import { noMacros } from '../core/numbering/macros.js';
import type { PostFacts } from '../core/post/facts.js';
import { openSnapshot, type PostText } from '../core/post/snapshot.js';
import type { Blog } from './blog.js';
import type { BlogCache } from './host.js';

export class KeptFacts {
  readonly #cache: BlogCache | null;
  readonly #encodingOf: (uri: string) => string;
  readonly #loading = new Map<Blog, Promise<KeptPosts>>();
  readonly #blogs = new Map<Blog, KeptPosts>();
  readonly #started = Date.now();

  constructor(cache: BlogCache | null, encodingOf: (uri: string) => string) {
    this.#cache = cache;
    this.#encodingOf = encodingOf;
  }

  /** Whether stamps are asked for at all. */
  get isKept(): boolean {
    return this.#cache !== null;
  }

  /** `null` where nothing is known of the post as it is. */
  async of(blog: Blog, uri: string, stamp: FileStamp): Promise<PostFacts | null> {
    if (!this.#cache) return null;
    const posts = await this.#postsOf(blog, this.#cache);
    const line = posts.get(blog.pathOf(uri), stamp, this.#settingKey(blog, uri));
    return line === null ? null : parseFacts(line);
  }

  /** The facts of a text that was read, and kept where its stamp from before is known. */
  read(blog: Blog, uri: string, text: string, stamp: FileStamp | null): PostFacts {
    const post: PostText = { ...blog.settingOf(uri), version: 0, text };
    const line = JSON.stringify(openSnapshot(post).facts);
    const kept = stamp && this.#blogs.get(blog);
    if (kept) kept.put(post.path, stamp, this.#settingKey(blog, uri), slim(line));
    return JSON.parse(line) as PostFacts;
  }

  /** Every post of the blogs has been asked for. */
  async save(): Promise<void> {
    for (const [blog, posts] of this.#blogs) {
      posts.forgetOthers();
      if (posts.isChanged) await this.#cache?.write(blog.folder, posts.lines());
    }
  }

  /** Several posts may ask at once. */
  #postsOf(blog: Blog, cache: BlogCache): Promise<KeptPosts> {
    let loading = this.#loading.get(blog);
    if (!loading) {
      loading = cache.read(blog.folder).then((text) => {
        const posts = new KeptPosts(this.#started, text ?? '');
        this.#blogs.set(blog, posts);
        return posts;
      });
      this.#loading.set(blog, loading);
    }
    return loading;
  }

  #settingKey(blog: Blog, uri: string): string {
    const { site, macros = noMacros } = blog.settingOf(uri);
    return settingName([site, macros, this.#encodingOf(uri)]);
  }
}

function parseFacts(line: string): PostFacts | null {
  try {
    return JSON.parse(line) as PostFacts;
  } catch {
    return null;
  }
}

/** In half the memory: a text that once held other characters must be made anew. */
function slim(json: string): string {
  const ascii = inAscii(json);
  return ascii === json ? json : new TextDecoder().decode(new TextEncoder().encode(ascii));
}
