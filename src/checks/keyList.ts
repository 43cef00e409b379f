// reference.key-list: one reference that names several labels, which is one label to MathJax.
import type { ReferenceFacts } from '../core/post/facts.js';
import { hasReferences } from '../core/site/site.js';
import { listedLabels, numberedLabels, referencesTo } from './labelLists.js';
import { message } from './messages.js';
import { replacement } from './replacement.js';
import type { Finding, PostRule } from './rule.js';

export const keyList: PostRule = {
  sees: 'post',
  code: 'reference.key-list',
  severity: 'error',
  check({ post: { facts, site } }) {
    if (facts.labels.length === 0 || !hasReferences(site.math)) return [];
    const labels = new Set(facts.labels.map(({ key }) => key));
    const numbered = numberedLabels(facts);
    return facts.references.flatMap((reference) => {
      const listed = listedLabels(reference.key, labels);
      return listed === null ? [] : [finding(reference, listed, numbered)];
    });
  },
};

function finding(
  reference: ReferenceFacts,
  listed: readonly string[],
  numbered: ReadonlySet<string>,
): Finding {
  const { command, key, span } = reference;
  const text = referencesTo(listed, '', command);
  const found = { span, message: message('reference.key-list', { key, text }) };
  return isWrittenOut(reference) && listed.every((label) => numbered.has(label))
    ? { ...found, fix: replacement(`\\${command}{${key}}`, span, text) }
    : found;
}

/** Where a macro says it, its name stands there and not the reference. */
function isWrittenOut({ command, key, span, keySpan }: ReferenceFacts): boolean {
  return (
    keySpan.end - keySpan.start === key.length && keySpan.start - span.start > command.length + 1
  );
}
