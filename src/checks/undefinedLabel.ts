// label.undefined: a reference to a label that no equation of the page has.
import type { ReferenceFacts } from '../core/post/facts.js';
import { hasReferences } from '../core/site/site.js';
import { listedLabels, numberedLabels } from './labelLists.js';
import { mostSuggestions, nearestName } from './nearest.js';
import { message } from './messages.js';
import { replacement } from './replacement.js';
import type { BlogContext, Finding, BlogRule } from './rule.js';

export const undefinedLabel: BlogRule = {
  sees: 'blog',
  code: 'label.undefined',
  severity: 'error',
  check(context) {
    const { facts, site, blog } = context;
    // Nor is prose any business of such an engine.
    if (!hasReferences(site.math)) return [];
    // A blog without a single label may use \ref for something else; \eqref has no other use.
    const labels = blog.definesLabels || facts.labels.length > 0;
    const defined = new Set(facts.labels.map((label) => label.key));
    const undefinedReferences = facts.references.filter(
      // A command as the key, as in \ref{\ast}, is the mark of a macro of the site.
      ({ command, key, number }) =>
        (labels || command === 'eqref') &&
        !defined.has(key) &&
        listedLabels(key, defined) === null &&
        number === null &&
        !key.includes('\\'),
    );
    if (undefinedReferences.length === 0 || facts.redefinesReferences) return [];
    return undefinedReferences.map((reference, at) =>
      finding(reference, at < mostSuggestions ? defined : new Set(), context),
    );
  },
};

function finding(
  reference: ReferenceFacts,
  defined: ReadonlySet<string>,
  context: BlogContext,
): Finding {
  const { key, keySpan: span } = reference;
  const [elsewhere] = context.blog.postsDefining(key).filter((path) => path !== context.path);
  if (elsewhere !== undefined) {
    const title = context.blog.facts(elsewhere)?.title ?? null;
    const post = title === null ? elsewhere : `《${title}》 (${elsewhere})`;
    return { span, message: message('label.undefined.elsewhere', { key, post }) };
  }
  // Of a list, one name is meant by each of its parts.
  const near = key.includes(',') ? null : nearestName(key, defined);
  if (near === null) return { span, message: message('label.undefined', { key }) };
  const said = { span, message: message('label.undefined.near', { key, near }) };
  if (!numberedLabels(context.facts).has(near)) return said;
  return { ...said, fix: { ...replacement(key, span, near), isGuess: true } };
}
