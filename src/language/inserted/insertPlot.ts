// Insert Plot as SVG: the file of a plot, and its picture below the worksheet.
import { filesOfLink } from '../../core/blog/linkedFiles.js';
import { encodeForLink } from '../../core/blog/links.js';
import { folderOf } from '../../core/blog/postPaths.js';
import {
  insertedComment,
  insertedResultsOf,
  statementName,
} from '../../core/post/insertedResults.js';
import type { Snapshot } from '../../core/post/facts.js';
import type { SiteLayout } from '../../core/site/layout.js';
import type { Span } from '../../core/text/span.js';
import { resultsIn, type EvaluationResult } from '../../evaluate/result.js';
import { plotFile } from '../../render/plots/plotFile.js';
import { refused, type Change, type Refused } from '../change.js';
import { resultsAt } from '../valueAt.js';
import { pictureAt, readPictures, type BlogFiles } from './pictureFiles.js';
import { writeBelow } from './placeBelow.js';
import { plotTitle } from './plotTitle.js';
import type { WrittenFile } from './staleInserted.js';

export type PlotRefusal = 'no-plot' | 'not-drawn' | 'no-place';

export type InsertedPlot =
  | {
      readonly kind: 'changes';
      readonly changes: readonly Change[];
      readonly files: readonly WrittenFile[];
    }
  | Refused<PlotRefusal>;

export interface PictureSurroundings {
  readonly layout: SiteLayout | null;
  readonly files: BlogFiles;
  /** Whether the blog has this folder. */
  readonly hasFolder: (path: string) => Promise<boolean>;
}

export function plotsOf(results: readonly EvaluationResult[]): readonly EvaluationResult[] {
  return results.filter(({ plot }) => plot !== null);
}

export function plotAt(
  results: readonly EvaluationResult[],
  selection: Span,
): EvaluationResult | null {
  return resultsAt(resultsIn('post', plotsOf(results)), selection)[0] ?? null;
}

/** `near` is where it goes if its worksheet is not in the post. */
export async function insertPlot(
  post: Snapshot,
  result: EvaluationResult | null,
  near: number,
  around: PictureSurroundings,
): Promise<InsertedPlot> {
  const { plot, source, file, span } = result ?? {};
  if (!plot || source === undefined) return refused('no-plot');
  const title = plotTitle(source);
  const text = plotFile(plot, source, title);
  if (text === null) return refused('not-drawn');
  const known = await pictureInPost(post, source, around);
  if (known !== null) return { kind: 'changes', changes: [], files: [{ path: known, text }] };
  const place = await placeFor(post, source, plot.form, around);
  if (place === null) return refused('no-place');
  const link = `![${title}](${place.target})`;
  const at = file === 'post' && span ? span.start : near;
  const change = writeBelow(post, at, [insertedComment([source]), link]);
  return { kind: 'changes', changes: [change], files: [{ path: place.path, text }] };
}

/** The file of the picture that the post has of this plot already. */
async function pictureInPost(
  post: Snapshot,
  source: string,
  { layout, files }: PictureSurroundings,
): Promise<string | null> {
  const name = statementName(source);
  const pictures = await readPictures(post, layout, files);
  for (const { statements, shown } of insertedResultsOf(post)) {
    const picture = shown?.kind === 'picture' ? pictures.get(shown.target) : undefined;
    const isIt = statements.length === 1 && statements[0] === name;
    if (isIt && picture !== undefined && picture.kind !== 'foreign') return picture.path;
  }
  return null;
}

interface PicturePlace {
  readonly path: string;
  readonly target: string;
}

/** More names are not tried. */
const MOST_NAMES = 999;

/** A name that no file has, or that a picture of the same statement has which nothing shows any more. */
async function placeFor(
  post: Snapshot,
  source: string,
  form: string,
  around: PictureSurroundings,
): Promise<PicturePlace | null> {
  const folder = await pictureFolder(post, around);
  const stem = post.path.slice(post.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  for (let number = 1; number <= MOST_NAMES; number++) {
    const name = `${stem}-${form}-${number}.svg`;
    const path = folder.path === '' ? name : `${folder.path}/${name}`;
    const found = await pictureAt(path, around.files);
    const isFree =
      found.kind === 'none' ||
      (found.kind === 'ours' && statementName(found.mark.statement) === statementName(source));
    if (isFree) return { path, target: `${folder.prefix}${encodeForLink(name)}` };
  }
  return null;
}

interface PictureFolder {
  readonly path: string;
  /** What links begin with to lead there. */
  readonly prefix: string;
}

/** Where the post has a picture already, else where its site serves files from, else beside it. */
async function pictureFolder(
  post: Snapshot,
  { layout, files, hasFolder }: PictureSurroundings,
): Promise<PictureFolder> {
  for (const { kind, target } of post.facts.links) {
    if (kind !== 'image') continue;
    for (const path of filesOfLink(post.path, target, layout)) {
      if ((await files.find(path)).kind === 'none') continue;
      const prefix = target.slice(0, target.lastIndexOf('/') + 1);
      return {
        path: folderOf(path),
        prefix: prefix.includes('%') ? prefix : encodeForLink(prefix),
      };
    }
  }
  const [served] = layout?.staticFolders ?? [];
  if (layout?.countsFromFile(post.path) === false && served !== undefined) {
    return { path: [served, 'images'].filter((part) => part !== '').join('/'), prefix: '/images/' };
  }
  const own = folderOf(post.path);
  const beside = own === '' ? 'images' : `${own}/images`;
  return (await hasFolder(beside))
    ? { path: beside, prefix: 'images/' }
    : { path: own, prefix: '' };
}
