// Other parts of a series whose titles have to change with that of one: 下 becomes 中 where there is a new 下, and
// a post that had no part becomes the first one.
import type { BlogView } from '../../core/blog/blogIndex.js';
import { seriesWith, type SeriesPost } from '../../core/blog/series.js';
import { looseTitle } from '../../core/post/looseTitle.js';
import { parseTitle, type TitlePart } from '../../core/post/titleParts.js';

export interface FollowUp {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** Were the post at the path titled so. */
export function followUpsOf(path: string, to: string, blog: BlogView): readonly FollowUp[] {
  const own = placeOf(to);
  if (own.part === null) return [];
  const around = seriesWith(path, to, blog);
  const series = around.filter(({ title }) => placeOf(title).series === own.series);
  const first = around.find(({ title }) => placeOf(title).alone === own.series);
  const offers: (FollowUp | null)[] = [
    middleOf(own.part, series),
    first && !series.some(isFirst) ? firstOf(first, to, own.part) : null,
  ];
  return offers.filter((offer) => offer !== null);
}

interface SeriesPlace {
  /** What the titles of its parts have in common; `null` where the title names no part. */
  readonly series: string | null;
  readonly part: TitlePart | null;
  /** The series that it would be all of, if there were no other part. */
  readonly alone: string | null;
}

/** Of the innermost series: 名（三）：副题（上） and 名（四）：副题（下） are the parts of 副题. */
function placeOf(title: string): SeriesPlace {
  const { stem, part, subtitle } = parseTitle(title);
  const name = looseTitle(stem);
  if (part === null) return { series: null, part: null, alone: name };
  const inner = parseTitle(subtitle);
  if (inner.part === null) {
    const alone = subtitle === '' ? null : `${name}\n${looseTitle(subtitle)}`;
    return { series: name, part, alone };
  }
  const offset = title.lastIndexOf(subtitle);
  const { start, end } = inner.part;
  return {
    series: `${name}\n${looseTitle(inner.stem)}`,
    part: { ...inner.part, start: start + offset, end: end + offset },
    alone: null,
  };
}

const last = 3;

/** Of 上 and 下 the second is 中 once there is another 下. */
function middleOf({ kind, number }: TitlePart, series: readonly SeriesPost[]): FollowUp | null {
  if (kind !== 'position' || number !== last) return null;
  const parts = series.map((post) => ({ post, part: placeOf(post.title).part }));
  if (parts.some(({ part }) => part?.kind !== 'position' || part.number === 2)) return null;
  const [old, ...others] = parts.filter(({ part }) => part?.number === last);
  if (!old?.part || others.length > 0) return null;
  const { path, title: from } = old.post;
  const { start, end } = old.part;
  return { path, from, to: withPart(from, from.slice(start, end).replace('下', '中'), old.part) };
}

function isFirst({ title }: SeriesPost): boolean {
  return placeOf(title).part?.number === 1;
}

/** In the form in which the new title names its part. */
function firstOf({ path, title }: SeriesPost, to: string, part: TitlePart): FollowUp | null {
  if (part.number === 1) return null;
  const named = to.slice(part.start, part.end);
  const first = named.replace(/[上中下]|[IVX]+|\d+|[０-９]+|[一二三四五六七八九十]+/u, firstLike);
  const joint = /[\s:：,，、·|｜–—-]*$/u.exec(to.slice(0, part.start))?.[0] ?? '';
  return { path, from: title, to: title + joint + first };
}

function firstLike(number: string): string {
  if (/[上中下]/.test(number)) return '上';
  if (/[IVX]/.test(number)) return 'I';
  if (/[０-９]/.test(number)) return '１';
  return /\d/.test(number) ? '1' : '一';
}

function withPart(title: string, part: string, { start, end }: TitlePart): string {
  return title.slice(0, start) + part + title.slice(end);
}
