// Keeps one of two labels of a row, and has the references of the other name it.
import { message } from '../../checks/messages.js';
import type { BlogView } from '../../core/blog/blogIndex.js';
import { addressOfFragment, labelAddress, resolveLink } from '../../core/blog/links.js';
import type { LabelFacts } from '../../core/post/facts.js';
import type { Change } from '../change.js';
import { mendsDisplay, withoutLabel } from './movedLabel.js';
import { fixHere, type Fixer, type FixContext, type QuickFix } from './quickFix.js';

export const severalLabels: Fixer = {
  rules: ['label.multiple-in-row'],
  fixes: (context) => {
    const { post, finding } = context;
    const { labels } = post.facts;
    const later = labels.findIndex(({ span }) => span.start === finding.span.start);
    const [second, first] = [labels[later], labels[later - 1]];
    if (!first || !second || first.display !== second.display || first.key === second.key)
      return [];
    return [keep(context, first, second), keep(context, second, first)].flatMap((fix) => fix ?? []);
  },
};

/** `null` where links lead to the one that would go. */
function keep(context: FixContext, kept: LabelFacts, gone: LabelFacts): QuickFix | null {
  const { post, blog } = context;
  const { references, worksheetReferences } = post.facts;
  if (isLinked(post.path, gone.key, blog)) return null;
  const renamed = [...references, ...worksheetReferences]
    .filter(({ key }) => key === gone.key)
    .map(({ keySpan: span }): Change => ({ span, text: kept.key }));
  const changes = [...renamed, withoutLabel(post, gone)].sort(
    (left, right) => left.span.start - right.span.start,
  );
  // A third label, or one that stands elsewhere too, would be the next error.
  if (!mendsDisplay(post, changes)) return null;
  const data = { label: `\\label{${kept.key}}`, other: gone.key };
  const code = renamed.length > 0 ? 'fix.keep-label.references' : 'fix.keep-label';
  return fixHere(context, message(code, data), changes);
}

function isLinked(path: string, key: string, blog: BlogView): boolean {
  return [path, ...blog.postsLinkingTo(path)].some((from) =>
    blog.facts(from)?.links.some(({ target }) => {
      const link = resolveLink(from, target);
      return link?.path === path && addressOfFragment(link.fragment) === labelAddress(key);
    }),
  );
}
