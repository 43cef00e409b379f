// Did you mean: labels with nearly the name that nothing has, beyond the one that the finding names.
import { message } from '../../checks/messages.js';
import { numberedLabels } from '../../checks/labelLists.js';
import { nearestNames } from '../../checks/nearest.js';
import { encodeForLink, labelAddress, resolveLink } from '../../core/blog/links.js';
import type { Change } from '../change.js';
import { factsOf } from '../../core/blog/factsOf.js';
import { fixHere, type Fixer, type FixContext, type QuickFix } from './quickFix.js';

const mostNames = 3;

export const similarLabels: Fixer = {
  rules: ['label.undefined', 'link.missing-label'],
  fixes: (context) =>
    context.finding.rule === 'label.undefined' ? inReference(context) : inLink(context),
};

function inReference(context: FixContext): readonly QuickFix[] {
  const { post, finding } = context;
  const { span, fix, message: found } = finding;
  const key = found.data['key'] ?? '';
  const names = numberedLabels(post.facts);
  if (key.includes(',')) return [];
  return nearestNames(key, names, mostNames)
    .filter((name) => name !== fix?.text)
    .map((name) => replacing(context, key, name, { span, text: name }, false));
}

/** The label of a link stands behind its `#`, where the link is written out. */
function inLink(context: FixContext): readonly QuickFix[] {
  const { post, finding } = context;
  const { span } = finding;
  const link = post.facts.links.find(
    ({ targetSpan, byLabel }) => targetSpan.start === span.start && !byLabel,
  );
  const target = link && resolveLink(post.path, link.target);
  // A prefix of MathJax belongs to the site.
  if (!link || !target || target.fragment.startsWith('mjx-')) return [];
  const { labels = [] } = factsOf(context, target.path) ?? {};
  const names = new Set(labels.map(({ key }) => labelAddress(key)));
  const address = link.target.slice(0, link.target.indexOf('#') + 1);
  return nearestNames(labelAddress(target.fragment), names, mostNames).map((name) => {
    const change = { span: link.targetSpan, text: address + encodeForLink(name) };
    return replacing(context, target.fragment, name, change, true);
  });
}

function replacing(
  context: FixContext,
  old: string,
  text: string,
  change: Change,
  keepsPage: boolean,
): QuickFix {
  return fixHere(context, message('fix.replace', { old, text }), [change], keepsPage);
}
