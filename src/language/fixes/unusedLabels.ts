// Removes a label that nothing refers to.
import { message } from '../../checks/messages.js';
import { isMentioned } from './mentions.js';
import { withoutLabel } from './movedLabel.js';
import { fixHere, type Fixer } from './quickFix.js';

export const unusedLabels: Fixer = {
  rules: ['label.unused'],
  fixes: (context) => {
    const { post, finding } = context;
    const label = post.facts.labels.find(({ span }) => span.start === finding.span.start);
    // Another one with its name, or in its row, would take its place.
    const same = post.facts.labels.filter(
      ({ key, display, row }) =>
        key === label?.key || (display === label?.display && row === label.row),
    );
    if (!label || same.length > 1 || isMentioned(post, label.key)) return [];
    const title = message('fix.remove', { text: `\\label{${label.key}}` });
    return [fixHere(context, title, [withoutLabel(post, label)], true)];
  },
};
