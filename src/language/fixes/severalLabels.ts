// Keeps one of two labels of a row, and has the references of the other name it.
import { message } from '../../checks/messages.js';
import type { BlogView } from '../../core/blog/blogIndex.js';
import { addressOfFragment, labelAddress } from '../../core/blog/links.js';
import type { LabelFacts, Snapshot } from '../../core/post/facts.js';
import { inOrder, type Change } from '../change.js';
import { fragmentsTo } from '../../core/blog/fragmentLinks.js';
import { isMentioned } from './mentions.js';
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

/** `null` where something that stays as it is names the one that would go. */
function keep(context: FixContext, kept: LabelFacts, gone: LabelFacts): QuickFix | null {
  const { post, blog } = context;
  const { references, worksheetReferences } = post.facts;
  if (isLinked(post, gone.key, blog) || isMentioned(post, gone.key)) return null;
  const renamed = [...references, ...worksheetReferences]
    .filter(({ key }) => key === gone.key)
    .map(({ keySpan: span }): Change => ({ span, text: kept.key }));
  const changes = inOrder([...renamed, withoutLabel(post, gone)]);
  // A third label, or one that stands elsewhere too, would be the next error.
  if (isElsewhere(post, kept) || isElsewhere(post, gone)) return null;
  if (!mendsDisplay(post, gone.display, changes)) return null;
  const data = { label: `\\label{${kept.key}}`, other: gone.key };
  const code = renamed.length > 0 ? 'fix.keep-label.references' : 'fix.keep-label';
  return fixHere(context, message(code, data), changes);
}

function isElsewhere({ facts }: Snapshot, label: LabelFacts): boolean {
  return facts.labels.some((one) => one !== label && one.key === label.key);
}

function isLinked(post: Snapshot, key: string, blog: BlogView): boolean {
  return fragmentsTo(post, blog).some(
    (fragment) => addressOfFragment(fragment) === labelAddress(key),
  );
}
