// In `\label{`: the names that the post refers to, or other posts link to, and nothing defines.
import { addressOfFragment, labelAddress } from '../../core/blog/links.js';
import { namesEquation } from '../../checks/missingLabel.js';
import type { LanguageContext } from '../context.js';
import { fragmentsTo } from '../../core/blog/fragmentLinks.js';
import type { CompletionItem, CompletionKind } from './item.js';
import { restOfKey } from './labelKey.js';

export const missingLabels: CompletionKind = {
  triggers: ['{', ':'],
  complete({ context, before, after }) {
    const typed = /\\label\{([^{}\\$]*)$/.exec(before)?.[1];
    if (typed === undefined) return null;
    const column = before.length;
    return {
      start: column - typed.length,
      end: column + restOfKey(after),
      items: missing(context, typed + after.slice(0, restOfKey(after))),
    };
  },
};

/** The label that is being written defines itself; it is no answer to the question what it should be. */
function missing(context: LanguageContext, own: string): readonly CompletionItem[] {
  const { facts } = context.post;
  const defined = new Set(facts.labels.map(({ key }) => key).filter((key) => key !== own));
  const addresses = new Set([...defined].map(labelAddress));
  const linked = linkedEquations(context).filter((address) => !addresses.has(address));
  const names = new Set([...facts.references.map(({ key }) => key), ...linked]);
  return [...names]
    .filter((key) => !defined.has(key))
    .map((key) => ({ kind: 'missing-label', text: key, filter: key }));
}

/** What links of the blog, the post's own among them, name in the post. */
function linkedEquations({ post, blog }: LanguageContext): readonly string[] {
  return fragmentsTo(post, blog)
    .filter((fragment) => namesEquation.test(fragment))
    .map(addressOfFragment);
}
