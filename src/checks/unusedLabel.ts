// label.unused: a label that neither its post, its worksheets nor another post refers to.
import { fragmentsTo } from '../core/blog/fragmentLinks.js';
import { addressOfFragment, labelAddress } from '../core/blog/links.js';
import { message } from './messages.js';
import type { BlogRule } from './rule.js';

export const unusedLabel: BlogRule = {
  sees: 'blog',
  code: 'label.unused',
  severity: 'hint',
  check(context) {
    const { path, facts, blog } = context;
    if (facts.labels.length === 0 || !blog.isComplete) return [];
    // A list names labels, though to MathJax it is one of its own.
    const used = new Set(facts.references.flatMap(({ key }) => [key, ...keysIn(key)]));
    for (const { key } of facts.worksheetReferences) used.add(key);
    const inFiles = context.around.labelsInFiles(path);
    if (inFiles === null) return [];
    const named = fragmentsTo({ path, facts }, blog).map(addressOfFragment);
    const linked = new Set([...named, ...inFiles]);
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
