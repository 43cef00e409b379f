// label.unused: a label that neither its post, its worksheets nor another post refers to.
import { addressOfFragment, labelAddress, resolveLink } from '../core/blog/links.js';
import { message } from './messages.js';
import type { BlogContext, BlogRule } from './rule.js';

export const unusedLabel: BlogRule = {
  sees: 'blog',
  code: 'label.unused',
  severity: 'hint',
  check(context) {
    const { facts } = context;
    if (facts.labels.length === 0 || !context.blog.isComplete) return [];
    const used = new Set(facts.references.map((reference) => reference.key));
    for (const { key } of facts.worksheetReferences) used.add(key);
    const linked = linkedAddresses(context);
    return (
      facts.labels
        // Of a display in error, the error is what there is to say.
        .filter(
          ({ key, fault }) =>
            !used.has(key) && !linked.has(labelAddress(key)) && fault !== 'display-in-error',
        )
        .map((label) => ({
          span: label.span,
          message: message('label.unused', { key: label.key }),
          unnecessary: true,
        }))
    );
  },
};

/** Of labels of the post that links name, its own links and those of other posts. */
function linkedAddresses({ path: own, facts: ownFacts, blog }: BlogContext): ReadonlySet<string> {
  const addresses = new Set<string>();
  for (const path of [own, ...blog.postsLinkingTo(own)]) {
    const facts = path === own ? ownFacts : blog.facts(path);
    for (const link of facts?.links ?? []) {
      const target = resolveLink(path, link.target);
      if (target?.path === own) addresses.add(addressOfFragment(target.fragment));
    }
  }
  return addresses;
}
