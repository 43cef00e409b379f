// series.duplicate-part: two posts of a series whose titles name the same part.
import { hasSubpart, isSamePart, seriesOf } from '../core/blog/series.js';
import { looseTitle } from '../core/post/looseTitle.js';
import { message } from './messages.js';
import type { BlogRule } from './rule.js';

export const duplicatePart: BlogRule = {
  sees: 'blog',
  code: 'series.duplicate-part',
  severity: 'warning',
  check({ path, facts: { title, titleSpan }, blog }) {
    const series = seriesOf(path, title, blog);
    const own = series.find((post) => post.path === path);
    if (!own?.part || titleSpan === null || hasSubpart(own)) return [];
    const first = series.find((post) => isSamePart(own, post));
    // It is said of the later ones.
    if (!first || first === own || hasSubpart(first)) return [];
    // Of two posts with one title, one is a copy or another version.
    if (looseTitle(first.title) === looseTitle(own.title)) return [];
    const part = own.title.slice(own.part.start, own.part.end).trim();
    const data = { part, stem: own.stem };
    return [
      {
        span: titleSpan,
        message: message('series.duplicate-part', { ...data, other: first.title }),
        related: [
          {
            path: first.path,
            line: 0,
            message: message('series.duplicate-part.first', data),
          },
        ],
      },
    ];
  },
};
