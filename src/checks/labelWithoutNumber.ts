// label.without-number: a label to which no reference can show a number.
import { groupedBy } from '../core/groupedBy.js';
import type { DisplayFacts, LabelFacts, ReferenceFacts } from '../core/post/facts.js';
import { hasReferences } from '../core/site/site.js';
import { type MessageCode, message } from './messages.js';
import type { Finding, PostRule } from './rule.js';

export const labelWithoutNumber: PostRule = {
  sees: 'post',
  code: 'label.without-number',
  severity: 'error',
  check({ post }) {
    const { facts, site } = post;
    const findings: Finding[] = [];
    // That there are none at all is an error of the display.
    if (!hasReferences(site.math)) return findings;
    const numbered = new Set(
      facts.labels.filter(({ number }) => number !== null).map(({ key }) => key),
    );
    const unresolved = groupedBy(
      facts.references.filter(({ number }) => number === null),
      ({ key }) => key,
    );
    for (const label of facts.labels) {
      const display = facts.displays[label.display];
      // A display in error has a finding of its own, which is the cause.
      if (label.fault === null || label.fault === 'display-in-error' || !display) continue;
      // A site that numbers nothing is spoken of once, and not at each label.
      if (site.tags === 'none' && label.fault === 'row-without-number') continue;
      // Where of two labels the last one wins, the first is no more than a duplicate.
      if (label.number === null && numbered.has(label.key)) continue;
      findings.push(finding(label, display, unresolved.get(label.key) ?? []));
    }
    return findings;
  },
};

function finding(
  label: LabelFacts,
  display: DisplayFacts,
  references: readonly ReferenceFacts[],
): Finding {
  const { environment } = display;
  const data = { key: label.key, environment, unstarred: environment.replace(/\*$/, '') };
  return {
    span: label.keySpan,
    message: message(messageCode(label, environment), data),
    related: references.map((reference) => ({
      span: reference.span,
      message: message('label.without-number.reference'),
    })),
    // Without a reference that shows (???), no reader meets it.
    ...(references.length === 0 ? { severity: 'warning' as const } : {}),
  };
}

function messageCode(label: LabelFacts, environment: string): MessageCode {
  switch (label.fault) {
    case 'inner-environment':
      return 'label.without-number.inner';
    case 'inline':
      return 'label.without-number.inline';
    case 'moved-to-next-row':
      return 'label.without-number.moved';
    default:
      if (environment.endsWith('*')) return 'label.without-number.starred';
      return /^[a-zA-Z]/.test(environment)
        ? 'label.without-number.row'
        : 'label.without-number.delimiters';
  }
}
