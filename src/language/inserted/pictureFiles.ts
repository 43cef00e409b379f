// The files behind the pictures of plots in a post: where their links lead, and whether they are ours.
import { filesOfLink } from '../../core/blog/linkedFiles.js';
import { insertedResultsOf } from '../../core/post/insertedResults.js';
import type { Snapshot } from '../../core/post/facts.js';
import type { SiteLayout } from '../../core/site/layout.js';
import { markOfPlotFile, type PlotMark } from '../../render/plots/plotFile.js';

/** What is at a path of the blog; `other` where it is no file to be read or written: too large, a link, a folder. */
export type FoundFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'other' };

/** Files of a blog by their paths in it, none of them reached through a link. */
export interface BlogFiles {
  readonly find: (path: string) => Promise<FoundFile>;
}

/** In bytes: no picture of ours is larger. */
export const MOST_PICTURE_BYTES = 8_000_000;

export type PictureFile =
  | { readonly kind: 'ours'; readonly path: string; readonly mark: PlotMark }
  | { readonly kind: 'none'; readonly path: string }
  /** Somebody else's, or out of reach. */
  | { readonly kind: 'foreign'; readonly path: string };

/** By the targets of the links. */
export type InsertedPictures = ReadonlyMap<string, PictureFile>;

export async function readPictures(
  post: Snapshot,
  layout: Pick<SiteLayout, 'staticFolders'> | null,
  files: BlogFiles,
): Promise<InsertedPictures> {
  const pictures = new Map<string, PictureFile>();
  for (const { shown } of insertedResultsOf(post)) {
    if (shown?.kind !== 'picture') continue;
    const paths = filesOfLink(post.path, shown.target, layout);
    pictures.set(shown.target, await readPicture(shown.target, paths, files));
  }
  return pictures;
}

/** The first file that is there counts. */
async function readPicture(
  target: string,
  paths: readonly string[],
  files: BlogFiles,
): Promise<PictureFile> {
  for (const path of paths) {
    const found = await pictureAt(path, files);
    if (found.kind !== 'none') return found;
  }
  const [path] = paths;
  // Nothing is made in folders of tools, such as that of git.
  const isOurs = path !== undefined && /\.svg$/i.test(path) && !/(?:^|\/)\./.test(path);
  if (!isOurs) return { kind: 'foreign', path: target };
  return { kind: 'none', path };
}

export async function pictureAt(path: string, files: BlogFiles): Promise<PictureFile> {
  const found = await files.find(path);
  if (found.kind === 'none') return { kind: 'none', path };
  const mark = found.kind === 'text' ? markOfPlotFile(found.text) : null;
  return mark === null ? { kind: 'foreign', path } : { kind: 'ours', path, mark };
}
