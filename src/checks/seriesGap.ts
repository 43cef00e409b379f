// series.gap: a post of a series before which a part is missing.
import { partNumber, seriesOf, type Series } from '../core/blog/series.js';
import { message } from './messages.js';
import type { BlogRule } from './rule.js';

export const seriesGap: BlogRule = {
  sees: 'blog',
  code: 'series.gap',
  severity: 'info',
  check({ path, facts: { title, titleSpan }, blog }) {
    if (!blog.isComplete || titleSpan === null) return [];
    const series = seriesOf(path, title, blog);
    const at = series.findIndex((post) => post.path === path);
    const own = series[at];
    const before = series[at - 1];
    if (own?.part?.kind !== 'count' || !before || !countsUp(series)) return [];
    // A post without a number stands for the first part.
    const last = Math.max(1, partNumber(before));
    const missing = own.part.number - last - 1;
    if (missing < 1) return [];
    const from = String(last + 1);
    const to = String(own.part.number - 1);
    const code = missing === 1 ? 'series.gap' : 'series.gap.several';
    return [
      {
        span: titleSpan,
        message: message(code, { stem: own.stem, from, to, before: before.title }),
      },
    ];
  },
};

/** With few parts missing: else the numbers are those of something else. */
function countsUp(series: Series): boolean {
  const numbers = new Set(series.map(partNumber));
  if (series.some(({ part }) => part?.kind === 'position') || numbers.size < 3) return false;
  const sorted = [...numbers].sort((left, right) => left - right);
  const [first = 0] = sorted;
  const last = sorted.at(-1) ?? 0;
  const missing = last - first + 1 - numbers.size;
  return 3 * missing <= numbers.size;
}
