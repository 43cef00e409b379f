// title.ambiguous: a title cited without a link, which several posts have.
import { message } from './messages.js';
import type { BlogRule } from './rule.js';

export const ambiguousTitle: BlogRule = {
  sees: 'blog',
  code: 'title.ambiguous',
  severity: 'off',
  check({ facts, blog }) {
    return facts.citations.flatMap(({ title, span, link, reference, verbatim }) => {
      const isAlone = link === null && !reference && !verbatim;
      const [post, other] = isAlone ? blog.postsTitled(title) : [];
      if (post === undefined || other === undefined) return [];
      return [{ span, message: message('title.ambiguous', { title, post, other }) }];
    });
  },
};
