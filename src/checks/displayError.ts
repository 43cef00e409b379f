// display.error: a display in whose place readers see an error.
import type { DisplayErrorCode } from '../core/numbering/display.js';
import type { MessageCode } from './messages.js';
import { message, type PostRule } from './rule.js';

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
