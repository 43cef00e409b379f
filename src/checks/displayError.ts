// display.error: a display in whose place readers see an error.
import type { DisplayError, DisplayErrorCode } from '../core/numbering/display.js';
import type { MessageCode } from './messages.js';
import { message, type Message, type PostRule } from './rule.js';

export const displayError: PostRule = {
  sees: 'post',
  code: 'display.error',
  severity: 'error',
  check({ post }) {
    return post.facts.displays.flatMap(({ error }) => {
      const code = error && messageCodes[error.code];
      if (!error || !code) return [];
      return [
        { span: error.span, message: message(code, { subject: error.subject }), related: [] },
      ];
    });
  },
};

/** For whoever shows the error in place of the display, whichever rule speaks of it. */
export function messageOfDisplayError({ code, subject }: DisplayErrorText): Message {
  const own = messageCodes[code];
  if (own) return message(own, { subject });
  return code === 'duplicate-label'
    ? message('label.duplicate', { key: subject })
    : message('display.multiple-labels', { subject });
}

type DisplayErrorText = Pick<DisplayError, 'code' | 'subject'>;

/** `null`: a rule of its own speaks of it. */
const messageCodes: Readonly<Record<DisplayErrorCode, MessageCode | null>> = {
  'multiple-labels': null,
  'duplicate-label': null,
  'multiple-tags': 'display.multiple-tags',
  'tag-not-allowed': 'display.tag-not-allowed',
  'unknown-environment': 'display.unknown-environment',
  'wrong-nesting': 'display.wrong-nesting',
  'unclosed-environment': 'display.unclosed-environment',
  'unclosed-brace': 'display.unclosed-brace',
  'extra-close': 'display.extra-close',
  'endless-macro': 'display.endless-macro',
  'unsupported-command': 'display.unsupported-command',
};
