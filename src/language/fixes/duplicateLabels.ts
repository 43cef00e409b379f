// Takes the label away from the later of two equations that have the same: under another name nothing would use it.
import { message } from '../../checks/messages.js';
import { mendsDisplay, withoutLabel } from './movedLabel.js';
import { fixHere, type Fixer } from './quickFix.js';

export const duplicateLabels: Fixer = {
  rules: ['label.duplicate'],
  fixes: (context) => {
    const { post, finding } = context;
    const label = post.facts.labels.find(({ keySpan }) => keySpan.start === finding.span.start);
    if (!label) return [];
    const title = message('fix.remove', { text: `\\label{${label.key}}` });
    const changes = [withoutLabel(post, label)];
    return mendsDisplay(post, label.display, changes) ? [fixHere(context, title, changes)] : [];
  },
};
