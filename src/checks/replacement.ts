// The fix that puts another text in place of what stands there, and says so.
import type { Span } from '../core/text/span.js';
import { message } from './messages.js';
import type { Fix } from './rule.js';

/** `old` is what a reader of the source sees at the span, or of it what counts. */
export function replacement(old: string, span: Span, text: string): Fix {
  return { span, text, title: message('fix.replace', { old, text }) };
}
