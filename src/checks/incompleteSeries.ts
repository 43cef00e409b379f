// series.incomplete: a second or last half, 中 or 下, to which there is no first one.
import { partNumber, seriesOf } from '../core/blog/series.js';
import { parseTitle } from '../core/post/titleParts.js';
import { message } from './messages.js';
import type { BlogRule } from './rule.js';

export const incompleteSeries: BlogRule = {
  sees: 'blog',
  code: 'series.incomplete',
  severity: 'info',
  check({ path, facts: { title, titleSpan }, blog }) {
    if (!blog.isComplete || title === null || titleSpan === null) return [];
    const { stem, part } = parseTitle(title);
    if (part?.kind !== 'position' || part.number === 1) return [];
    const series = seriesOf(path, title, blog);
    // One that counts otherwise, or whose first part is titled by the stem alone, is whole.
    if (series.some((post) => post.part?.kind !== 'position')) return [];
    // The first part may be in another folder, under whatever name.
    if (blog.postsOfSeries(stem).length > Math.max(1, series.length)) return [];
    const first =
      series.length === 0 ? part.number : partNumber(series[0] ?? { stem, part, subtitle: '' });
    if (first !== part.number) return [];
    const marker = title.slice(part.start, part.end).trim();
    return [{ span: titleSpan, message: message('series.incomplete', { stem, part: marker }) }];
  },
};
