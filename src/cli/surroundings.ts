// What lies around the posts of a command, for the rules: the files they link to, and the day.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { assumedParts, isKnown } from '../checks/readings.js';
import { noSurroundings, type Surroundings } from '../checks/rule.js';
import { holdsFile, linkedFolders, type FileNames } from '../core/blog/linkedFiles.js';
import { WorksheetLabels } from '../core/blog/worksheetLabels.js';
import type { EarlierPosts } from './earlierPosts.js';
import type { ExaminedPost } from './examiner.js';
import type { PostFile } from './postFile.js';

/** What is known of all posts. */
export interface Known {
  /** The day that it is. */
  readonly today: string | null;
  readonly earlier: EarlierPosts;
}

/** How many folders are read at a time. */
const foldersAtOnce = 64;

/** Looks into each folder once, before the rules ask. */
export class LinkedFolders {
  readonly #names = new Map<string, ReadonlySet<string> | null>();
  /** The files of posts of whose site nothing is assumed. */
  readonly #known = new Set<string>();
  /** By blog. */
  readonly #labels = new Map<string, WorksheetLabels>();

  async read(posts: readonly ExaminedPost[]): Promise<void> {
    const folders = new Set<string>();
    for (const { post, facts, worksheetKeys } of posts) {
      if (isKnown(assumedParts(post.site))) this.#known.add(path.join(post.blog, post.blogPath));
      this.#labelsOf(post.blog).add(post.blogPath, worksheetKeys);
      for (const folder of linkedFolders(post.blogPath, facts, post.layout)) {
        folders.add(path.join(post.blog, folder));
      }
    }
    const waiting = [...folders].filter((folder) => !this.#names.has(folder));
    for (let at = 0; at < waiting.length; at += foldersAtOnce) {
      await Promise.all(
        waiting.slice(at, at + foldersAtOnce).map(async (folder) => {
          this.#names.set(folder, await fileNames(folder));
        }),
      );
    }
  }

  around(post: PostFile, { today, earlier }: Known): Surroundings {
    const namesIn: FileNames = (folder) => this.#names.get(path.join(post.blog, folder)) ?? null;
    return {
      ...noSurroundings,
      hasFile: (file) => holdsFile(file, namesIn),
      layout: post.layout,
      labelsInFiles: (file) => this.#labelsOf(post.blog).of(file),
      knowsSite: (file) => this.#known.has(path.join(post.blog, file)),
      today,
      earlier: [(file) => earlier.get(path.join(post.blog, file)) ?? null],
    };
  }

  #labelsOf(blog: string): WorksheetLabels {
    const labels = this.#labels.get(blog) ?? new WorksheetLabels();
    this.#labels.set(blog, labels);
    return labels;
  }
}

async function fileNames(folder: string): Promise<ReadonlySet<string> | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return new Set(entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name));
  } catch {
    return null;
  }
}
