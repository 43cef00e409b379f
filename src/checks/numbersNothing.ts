// site.numbers-nothing: a site that numbers no equations, and posts that refer to equations. Said once.
import { message } from './messages.js';
import type { BlogRule } from './rule.js';

export const numbersNothing: BlogRule = {
  sees: 'blog',
  code: 'site.numbers-nothing',
  severity: 'warning',
  check({ path, site, facts, blog }) {
    if (facts.unnumbered === null || blog.firstUnnumbered !== path) return [];
    const code =
      site.math === 'mathjax2' ? 'site.numbers-nothing.mathjax2' : 'site.numbers-nothing.mathjax';
    return [{ span: facts.unnumbered, message: message(code) }];
  },
};
