// A blog from texts, and what is left of it when files of it have moved and its posts were changed for it.
import { noMacros } from '../../src/core/numbering/macros.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import type { SiteLayout } from '../../src/core/site/layout.js';
import { assumedSite } from '../../src/core/site/site.js';
import { movedFile, type FileMove, type MovingBlog } from '../../src/language/moves/fileMoves.js';
import { isConcerned, moveChanges } from '../../src/language/moves/moveChanges.js';
import { indexOf } from './blogIndexOf.js';
import { applyChanges } from './changes.js';

/** Texts by path; of what is no post only the name counts. */
export type BlogFiles = Readonly<Record<string, string>>;

export function openPosts(files: BlogFiles): ReadonlyMap<string, Snapshot> {
  const posts = Object.entries(files).filter(([path]) => /\.(?:md|markdown)$/.test(path));
  return new Map(
    posts.map(([path, text]) => [
      path,
      openSnapshot({ path, version: 1, text, site: assumedSite, macros: noMacros }),
    ]),
  );
}

/** Also sees to it that no post is changed that would not have been looked at. */
export function moveFiles(
  files: BlogFiles,
  moves: readonly FileMove[],
  layout: SiteLayout | null = null,
): BlogFiles {
  const posts = openPosts(files);
  const moving: MovingBlog = {
    blog: indexOf(posts),
    moves,
    layoutFor: () => layout,
    hasFile: (_, file) => file in files,
  };
  const moved = Object.entries(files).map(([path, text]): readonly [string, string] => {
    const post = posts.get(path);
    const changes = post ? moveChanges(post, moving) : [];
    if (post && changes.length > 0 && !isConcerned(path, post.facts, moving)) {
      throw new Error(`${path} would be passed over.`);
    }
    return [movedFile(moves, path)?.path ?? path, applyChanges(text, changes)];
  });
  return Object.fromEntries(moved);
}

export function move(from: string, to: string, isFollowed = false): FileMove {
  return { from, to, isFollowed };
}
