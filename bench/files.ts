// Folders of posts for benchmarks, made in a temporary folder and removed afterwards.
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makePost } from './posts.js';

export interface Folder {
  readonly path: string;
  readonly posts: number;
  readonly bytes: number;
  remove(): Promise<void>;
}

/** `count` posts: those of POSTULATE_CORPUS again and again under new names, else our own. */
export async function makeFolder(count: number): Promise<Folder> {
  const folder = await mkdtemp(path.join(tmpdir(), 'postulate-bench-'));
  const sources = await sourcePosts();
  let bytes = 0;
  for (let post = 0; post < count; post++) {
    const text = sources[post % sources.length] ?? '';
    const directory = path.join(folder, String(post % 100));
    await mkdir(directory, { recursive: true });
    await writeFile(path.join(directory, `post-${post}.md`), text);
    bytes += text.length;
  }
  return {
    path: folder,
    posts: count,
    bytes,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function sourcePosts(): Promise<readonly (string | Buffer)[]> {
  const corpus = process.env['POSTULATE_CORPUS'];
  if (corpus === undefined) return [25, 50, 100, 200].map(makePost);
  const entries = await readdir(corpus, { recursive: true });
  const posts = entries.filter((entry) => entry.endsWith('.md')).sort();
  return Promise.all(posts.map((post) => readFile(path.join(corpus, post))));
}
