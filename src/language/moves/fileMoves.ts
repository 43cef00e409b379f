// Files and folders that move within a blog, and what its posts see of them.
import type { BlogView } from '../../core/blog/blogIndex.js';
import type { SiteLayout } from '../../core/site/layout.js';

/** Of a file, or of a folder with all that is in it. */
export interface FileMove {
  /** Paths from the folder of the blog. */
  readonly from: string;
  readonly to: string;
  /** The editor itself follows it in the links of Markdown: they are not ours to change. */
  readonly isFollowed: boolean;
}

/** A blog as it is before its files move. */
export interface MovingBlog {
  readonly blog: BlogView;
  readonly moves: readonly FileMove[];
  readonly layoutFor: (post: string) => SiteLayout | null;
  /** Of a file that is no post. */
  readonly hasFile: (post: string, file: string) => boolean;
}

export interface MovedFile {
  readonly path: string;
  readonly isFollowed: boolean;
}

/** Where a file will be; `null` where it stays. */
export function movedFile(moves: readonly FileMove[], path: string): MovedFile | null {
  for (const { from, to, isFollowed } of moves) {
    if (path === from) return { path: to, isFollowed };
    if (path.startsWith(`${from}/`)) return { path: to + path.slice(from.length), isFollowed };
  }
  return null;
}
