// label.multiple-in-row: two labels in one numbered row.
import type { LabelFacts, PostFacts } from '../core/post/facts.js';
import { isDisplayBrokenByMarkdown } from './engine/brokenByMarkdown.js';
import { message } from './messages.js';
import type { PostRule } from './rule.js';

export const multipleLabels: PostRule = {
  sees: 'post',
  code: 'label.multiple-in-row',
  severity: 'error',
  check(context) {
    const { post } = context;
    const inError = post.facts.displays.flatMap((display, index) =>
      // Of rows that the site's Markdown joined, engine.lost-rows speaks.
      display.error?.code === 'multiple-labels' && !isDisplayBrokenByMarkdown(display, context)
        ? [{ error: display.error, index }]
        : [],
    );
    return inError.map(({ error, index }) => {
      const other = otherLabel(post.facts, index, error.span.start);
      return {
        span: error.span,
        message: message('label.multiple-in-row', {
          key: error.subject,
          other: other?.key ?? error.subject,
        }),
        related: other
          ? [{ span: other.span, message: message('label.multiple-in-row.other') }]
          : [],
      };
    });
  },
};

/** The last label of the display before the one that was refused. */
function otherLabel(facts: PostFacts, display: number, before: number): LabelFacts | undefined {
  return facts.labels
    .filter((label) => label.display === display && label.span.end <= before)
    .at(-1);
}
