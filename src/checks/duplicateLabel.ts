// label.duplicate: two equations of one page with the same label.
import type { LabelFacts, PostFacts } from '../core/post/facts.js';
import { message } from './messages.js';
import type { Finding, PostRule } from './rule.js';

export const duplicateLabel: PostRule = {
  sees: 'post',
  code: 'label.duplicate',
  severity: 'error',
  check({ post }) {
    const findings: Finding[] = [];
    const first = new Map<string, LabelFacts>();
    for (const label of post.facts.labels) {
      const standing = standingOf(label, post.facts);
      if (standing === 'other-error') continue;
      const earlier = first.get(label.key);
      if (!earlier) {
        if (standing === 'alive') first.set(label.key, label);
      } else if (standing === 'refused' || post.site.math === 'amsmath') {
        findings.push(finding(earlier, label, standing === 'refused'));
      }
    }
    return findings;
  },
};

/** `refused`: the engine gave up its display because of this very label. */
function standingOf(label: LabelFacts, facts: PostFacts): 'alive' | 'refused' | 'other-error' {
  const error = facts.displays[label.display]?.error ?? null;
  if (error === null) return 'alive';
  return error.code === 'duplicate-label' && error.subject === label.key
    ? 'refused'
    : 'other-error';
}

function finding(earlier: LabelFacts, later: LabelFacts, refused: boolean): Finding {
  const data = { key: later.key };
  return {
    span: later.keySpan,
    message: message(refused ? 'label.duplicate' : 'label.duplicate.last-wins', data),
    related: [{ span: earlier.keySpan, message: message('label.duplicate.first', data) }],
  };
}
