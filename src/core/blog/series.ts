// The series that a post belongs to: the posts of its blog whose titles have its stem and name parts.
import { publicationDate } from '../post/publication.js';
import { looseTitle } from '../post/looseTitle.js';
import { parseTitle, type TitleParts } from '../post/titleParts.js';
import type { BlogView } from './blogIndex.js';
import { folderOf } from './postPaths.js';

export interface SeriesPost extends TitleParts {
  readonly path: string;
  readonly title: string;
  readonly date: string | null;
}

/** In the order of their parts; the first of all is one that is titled by the stem alone. */
export type Series = readonly SeriesPost[];

/** More posts under one stem are no series that anybody reads in order. */
const longestSeries = 200;

/** Empty where the post belongs to none, or is all of it. */
export function seriesOf(path: string, title: string | null, blog: BlogView): Series {
  if (title === null) return [];
  const { stem, part } = parseTitle(title);
  const parts = blog.postsOfSeries(stem);
  if (parts.length === 0) return [];
  const plain = part === null ? [path] : blog.postsTitled(stem);
  const series = together(path, stem, [...parts, ...plain], blog);
  return series.length < 2 ? [] : series;
}

/** The posts that would make a series with this one, were it titled so, in the order of their parts. */
export function seriesWith(path: string, title: string, blog: BlogView): Series {
  const { stem } = parseTitle(title);
  const others = [...blog.postsOfSeries(stem), ...blog.postsTitled(stem)];
  return together(
    path,
    stem,
    others.filter((other) => other !== path),
    blog,
  );
}

/** Whether titles with one stem name one part. */
export function isSamePart({ part }: TitleParts, other: TitleParts): boolean {
  return part !== null && part.kind === other.part?.kind && part.number === other.part.number;
}

/** 名（三）：副题（上） and 名（三）：副题（下） are one part in two posts. */
export function hasSubpart({ stem, subtitle }: TitleParts): boolean {
  return subtitle !== '' && parseTitle(`${stem} ${subtitle}`).part !== null;
}

/** The number of a part; a post titled by the stem alone stands before all others. */
export function partNumber({ part }: TitleParts): number {
  return part?.number ?? 0;
}

/** Of posts that are in one place. */
function together(path: string, stem: string, posts: readonly string[], blog: BlogView): Series {
  if (posts.length > longestSeries) return [];
  const group = groupOf(path);
  return [...new Set(posts)]
    .filter((other) => groupOf(other) === group)
    .flatMap((other) => seriesPost(other, stem, blog) ?? [])
    .sort(byPart);
}

function seriesPost(path: string, stem: string, blog: BlogView): SeriesPost | null {
  const facts = blog.facts(path);
  if (!facts || facts.title === null) return null;
  const parts = parseTitle(facts.title);
  if (looseTitle(parts.stem) !== looseTitle(stem)) return null;
  return { path, title: facts.title, date: publicationDate(path, facts.publication), ...parts };
}

/** Posts of one folder and one language; a post that is all of its folder lies in the folder around. */
function groupOf(path: string): string {
  const isAlone = /(?:^|\/)(?:_?index|readme)(?:\.[a-z-]+)?\.(?:md|markdown)$/i.test(path);
  const language = /\.([a-z]{2}(?:-[a-z]{2,4})?)\.(?:md|markdown)$/i.exec(path)?.[1] ?? '';
  const folder = folderOf(path);
  return `${isAlone ? folderOf(folder) : folder}\n${language}`;
}

function byPart(left: SeriesPost, right: SeriesPost): number {
  const parts = partNumber(left) - partNumber(right);
  if (parts !== 0) return parts;
  const leftKey = `${left.date ?? ''}\n${left.path}`;
  const rightKey = `${right.date ?? ''}\n${right.path}`;
  return leftKey < rightKey ? -1 : 1;
}
