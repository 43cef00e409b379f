// label.unused: a label that neither its post, its worksheets nor another post refers to.
import type { BlogView } from '../core/blog/blogIndex.js';
import { addressOfFragment, labelAddress, resolveLink } from '../core/blog/links.js';
import { postOfReference } from '../core/blog/linkedPost.js';
import { fileNameOf } from '../core/blog/postPaths.js';
import type { PostFacts } from '../core/post/facts.js';
import { message } from './messages.js';
import type { BlogContext, BlogRule } from './rule.js';

export const unusedLabel: BlogRule = {
  sees: 'blog',
  code: 'label.unused',
  severity: 'hint',
  check(context) {
    const { facts } = context;
    if (facts.labels.length === 0 || !context.blog.isComplete) return [];
    // A list names labels, though to MathJax it is one of its own.
    const used = new Set(facts.references.flatMap(({ key }) => [key, ...keysIn(key)]));
    for (const { key } of facts.worksheetReferences) used.add(key);
    const inFiles = context.around.labelsInFiles(context.path);
    if (inFiles === null) return [];
    const linked = new Set([...linkedAddresses(context), ...inFiles]);
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

function keysIn(list: string): readonly string[] {
  return list.includes(',') ? list.split(',').map((key) => key.trim()) : [];
}

/** Of labels of the post that links and tags name, its own and those of other posts. */
function linkedAddresses(context: BlogContext): ReadonlySet<string> {
  const { path: own, facts: ownFacts, blog } = context;
  const named = [own, ...blog.postsLinkingTo(own), ...blog.postsNaming(fileNameOf(own))];
  const addresses = [...new Set(named)].flatMap((path) => {
    const facts = path === own ? ownFacts : blog.facts(path);
    const fragments = facts ? fragmentsTo(own, path, facts, blog) : [];
    return fragments.map(addressOfFragment);
  });
  return new Set(addresses);
}

/** What links, tags and worksheets of the post at `from` name in the post at `to`. */
function fragmentsTo(
  to: string,
  from: string,
  { links, worksheetReferences, pageReferences }: PostFacts,
  blog: BlogView,
): readonly string[] {
  const byWorksheet = worksheetReferences.map(({ key }) => key).filter((key) => key.includes('#'));
  const targets = [...links.map(({ target }) => target), ...byWorksheet];
  const byLink = targets.flatMap((target) => {
    const link = resolveLink(from, target);
    return link?.path === to ? [link.fragment] : [];
  });
  const byTag = pageReferences.flatMap((reference) =>
    reference.fragment && postOfReference(from, reference, blog) === to
      ? [reference.fragment.text]
      : [],
  );
  return [...byLink, ...byTag];
}
