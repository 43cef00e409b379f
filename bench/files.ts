// Folders of posts for benchmarks, made in a temporary folder and removed afterwards.
import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makePost } from './posts.js';

/** As many as the largest blogs have. */
export const postCount = Number(process.env['POSTULATE_BENCH_POSTS'] ?? 14000);

export interface Folder {
  readonly path: string;
  /** A folder beside it for what programs keep between runs. */
  readonly cache: string;
  readonly posts: number;
  readonly bytes: number;
  /** Empties the cache. */
  forget(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * `count` posts: those of POSTULATE_CORPUS again and again under new names, else our own, each with its own title
 * where there is `title`.
 */
export async function makeFolder(count: number, title?: (post: number) => string): Promise<Folder> {
  const parent = await mkdtemp(path.join(tmpdir(), 'postulate-bench-'));
  const folder = path.join(parent, 'posts');
  const cache = path.join(parent, 'cache');
  const sources = await sourcePosts();
  let bytes = 0;
  for (let post = 0; post < count; post++) {
    const source = sources[post % sources.length] ?? '';
    const text = title ? retitled(source.toString(), title(post)) : source;
    const directory = path.join(folder, String(post % 100));
    const file = path.join(directory, `post-${post}.md`);
    await mkdir(directory, { recursive: true });
    await writeFile(file, text);
    // Of what was written this very moment nothing is kept.
    await utimes(file, past, past);
    bytes += text.length;
  }
  const removed = (name: string): Promise<void> => rm(name, { recursive: true, force: true });
  return {
    path: folder,
    cache,
    posts: count,
    bytes,
    forget: () => removed(cache),
    remove: () => removed(parent),
  };
}

/** Its front matter names it. */
function retitled(text: string, title: string): string {
  return `---\ntitle: ${title}\n---\n${text.replace(/^---\n[^]*?\n---\n/, '')}`;
}

const past = new Date('2020-01-01');

async function sourcePosts(): Promise<readonly (string | Buffer)[]> {
  const corpus = process.env['POSTULATE_CORPUS'];
  if (corpus === undefined) return [25, 50, 100, 200].map(makePost);
  const entries = await readdir(corpus, { recursive: true });
  const posts = entries.filter((entry) => entry.endsWith('.md')).sort();
  return Promise.all(posts.map((post) => readFile(path.join(corpus, post))));
}
