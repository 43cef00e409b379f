// series.broken-neighbour: a post of a series whose link to the part before or behind leads to another part.
import { relativeLink, resolveLink } from '../core/blog/links.js';
import { postOfLink } from '../core/blog/linkedPost.js';
import { partNumber, seriesOf, type Series, type SeriesPost } from '../core/blog/series.js';
import type { LinkFacts } from '../core/post/facts.js';
import type { Neighbour } from '../core/post/neighbourLink.js';
import { message } from './messages.js';
import { replacement } from './replacement.js';
import type { BlogContext, BlogRule, Finding } from './rule.js';

export const brokenNeighbour: BlogRule = {
  sees: 'blog',
  code: 'series.broken-neighbour',
  severity: 'warning',
  check(context) {
    const { path, facts, blog } = context;
    const links = facts.links.filter(({ neighbour }) => neighbour !== undefined);
    const series = links.length === 0 ? [] : seriesOf(path, facts.title, blog);
    if (series.length === 0) return [];
    return links.flatMap((link) => findingOf(link, series, context) ?? []);
  },
};

function findingOf(
  { target, targetSpan: span, neighbour, byLabel }: LinkFacts,
  series: Series,
  { path, blog }: BlogContext,
): Finding | null {
  const linkedPath = postOfLink(path, target, blog);
  const linked = series.find((post) => post.path === linkedPath);
  const expected = neighbour && neighbourIn(series, path, neighbour);
  // A link out of the series is to the post before or behind in another order.
  if (!linked || !expected || partNumber(linked) === partNumber(expected)) return null;
  const finding = {
    span,
    message: message(`series.broken-neighbour.${neighbour}`, {
      linked: linked.title,
      expected: expected.title,
    }),
  };
  const isPath = resolveLink(path, target)?.path === linkedPath && !target.includes('#');
  if (byLabel || !isPath || target.startsWith('/')) return finding;
  const fix = replacement(target, span, relativeLink(path, expected.path));
  return { ...finding, fix: { ...fix, keepsPage: true } };
}

/** The nearest part on that side. */
function neighbourIn(series: Series, path: string, side: Neighbour): SeriesPost | undefined {
  const own = series.find((post) => post.path === path);
  if (!own) return undefined;
  const number = partNumber(own);
  return side === 'previous'
    ? series.filter((post) => partNumber(post) < number).at(-1)
    : series.find((post) => partNumber(post) > number);
}
