// label.collides-in-excerpts: excerpts of two posts define the same label, and lists show both on one page.
import { excerptLabels } from '../core/post/excerptLabels.js';
import { message } from './messages.js';
import type { BlogContext, BlogRule, RelatedPlace } from './rule.js';

export const excerptCollision: BlogRule = {
  sees: 'blog',
  code: 'label.collides-in-excerpts',
  // Whether the two come together on one page, no post tells.
  severity: 'hint',
  check(context) {
    const { facts, site } = context;
    // The others have no labels, or let the last one win.
    if (!site.math.startsWith('mathjax')) return [];
    const labels = new Map([...facts.labels].reverse().map((label) => [label.key, label]));
    return [...excerptLabels(facts).keys()].flatMap((key) => {
      const related = othersWith(key, context);
      const label = labels.get(key);
      if (related.length === 0 || !label) return [];
      const found = message('label.collides-in-excerpts', { key });
      return [{ span: label.keySpan, message: found, related }];
    });
  },
};

/** More would be no more help. */
const mostOthers = 3;

function othersWith(key: string, { path, blog }: BlogContext): readonly RelatedPlace[] {
  const others: RelatedPlace[] = [];
  for (const other of blog.postsExcerpting(key)) {
    if (others.length === mostOthers) break;
    const facts = other === path ? undefined : blog.facts(other);
    const line = facts && excerptLabels(facts).get(key);
    if (line === undefined) continue;
    others.push({ path: other, line, message: message('label.collides-in-excerpts.other') });
  }
  return others;
}
