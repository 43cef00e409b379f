// reference.past-cut: a reference in the excerpt of a post to an equation that the excerpt leaves out.
import { firstLabels } from '../core/post/firstLabels.js';
import { message } from './messages.js';
import type { PostRule } from './rule.js';

export const pastCut: PostRule = {
  sees: 'post',
  code: 'reference.past-cut',
  // Whether lists show the excerpt, and with formulas in it, no post tells.
  severity: 'info',
  check({ post: { facts } }) {
    const { cut, labels, references } = facts;
    if (cut === null || labels.length === 0) return [];
    const first = firstLabels(facts);
    return references
      .filter(({ span, number }) => span.start < cut && number !== null)
      .flatMap(({ key, span }) => {
        const label = first.get(key);
        if (!label || label.span.start < cut) return [];
        const place = { span: label.span, message: message('reference.past-cut.label') };
        return [{ span, message: message('reference.past-cut', { key }), related: [place] }];
      });
  },
};
