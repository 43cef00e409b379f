// Behind `](post.md#`: the labels of that post.
import { encodeForLink, labelAddress, resolveLink } from '../../core/blog/links.js';
import type { LanguageContext } from '../context.js';
import { countingLabels } from '../countingLabel.js';
import type { CompletionItem, CompletionKind } from './item.js';
import { labelItem, labelsOf } from './labels.js';

export const linkFragments: CompletionKind = {
  triggers: ['#', ':'],
  complete({ context, before, after }) {
    const link = /\]\(<?([^()\s<>#]*#)([^()\s<>#]*)$/.exec(before);
    if (!link) return null;
    const [, target = '', typed = ''] = link;
    const items = labelsOfLinked(context, target);
    if (items.length === 0) return null;
    const column = before.length;
    return { start: column - typed.length, end: column + restOfAddress(after), items };
  },
};

function restOfAddress(after: string): number {
  const rest = /^[^()\s<>#]*(?=[)>])/.exec(after);
  return rest ? rest[0].length : 0;
}

/** The text of another post is not at hand: its TeX is shown once somebody looks at the item. */
function labelsOfLinked(
  { post, blog }: LanguageContext,
  target: string,
): readonly CompletionItem[] {
  const path = resolveLink(post.path, target)?.path;
  if (path === undefined) return [];
  if (path === post.path) return labelsOf(post).map(addressed);
  const others = countingLabels(blog.facts(path)?.labels ?? []);
  return others.map((label) => addressed(labelItem(path, label, null)));
}

/** As a link writes it. */
function addressed(item: CompletionItem): CompletionItem {
  const text = encodeForLink(labelAddress(item.text));
  return { ...item, text, filter: text + item.filter.slice(item.text.length) };
}
