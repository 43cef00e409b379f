// label.collides-in-excerpts: excerpts of two posts define the same label, and lists show both on one page.
import { excerptLabels } from '../core/post/excerptLabels.js';
import { firstLabels } from '../core/post/firstLabels.js';
import { isMathJax } from '../core/site/site.js';
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
    if (!isMathJax(site.math)) return [];
    const labels = firstLabels(facts);
    return [...excerptLabels(facts).keys()].flatMap((key) => {
      const other = firstWith(key, context);
      const label = labels.get(key);
      if (!other || !label) return [];
      const found = message('label.collides-in-excerpts', { key });
      return [{ span: label.keySpan, message: found, related: [other] }];
    });
  },
};

/** The first of all posts with the label is not spoken of, only the others. */
function firstWith(key: string, { path, blog }: BlogContext): RelatedPlace | null {
  const first = blog.firstExcerpting(key);
  const facts = first === null || first === path ? undefined : blog.facts(first);
  const line = facts && excerptLabels(facts).get(key);
  if (first === null || line === undefined) return null;
  return { path: first, line, message: message('label.collides-in-excerpts.other') };
}
