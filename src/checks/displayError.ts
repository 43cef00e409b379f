// display.error: a display in whose place readers see an error.
import type { DisplayError, DisplayErrorCode, TexFaultInPlace } from '../core/numbering/display.js';
import { noMacros } from '../core/numbering/macros.js';
import { isInPlace } from '../core/numbering/texScan.js';
import { parseDisplay } from '../core/numbering/parseDisplay.js';
import type { DisplayFacts } from '../core/post/facts.js';
import { isBrokenByMarkdown } from './engine/brokenByMarkdown.js';
import { otherReadings } from './readings.js';
import { type Message, type MessageCode, message } from './messages.js';
import type { PostContext, PostRule } from './rule.js';

export const displayError: PostRule = {
  sees: 'post',
  code: 'display.error',
  severity: 'error',
  check(context) {
    return context.post.facts.displays.flatMap((display) => {
      const { error } = display;
      // A rule of its own speaks of TeX that no engine accepts.
      if (!error || isInPlace(error.code) || messageCodes[error.code] === null) return [];
      if (!isErrorElsewhere(display, context)) return [];
      return [{ span: error.span, message: messageOfDisplayError(error) }];
    });
  },
};

function isErrorElsewhere(
  { block, formula: index }: DisplayFacts,
  { post, assumed }: PostContext,
): boolean {
  const holder = post.blocks.blocks[block];
  const formula = holder?.formulas[index];
  if (!formula) return true;
  const macros = post.math[block]?.macrosBefore ?? noMacros;
  if (isBrokenByMarkdown(formula, holder.text, macros, { post, assumed })) return false;
  return otherReadings(formula, post.site, assumed).every(({ tex, math }) => {
    return parseDisplay(tex.text, formula.delimiter, math, macros, post.site.tags).error !== null;
  });
}

/** For whoever shows the error in place of the display, whichever rule speaks of it. */
export function messageOfDisplayError({ code, subject }: DisplayErrorText): Message {
  if (code === 'wrong-nesting' && subject === '\\left') return message('tex.unclosed-left');
  if (isInPlace(code)) return message(`tex.${code}`, { subject });
  const own = messageCodes[code];
  if (own) return message(own, { subject });
  return code === 'duplicate-label'
    ? message('label.duplicate', { key: subject })
    : message('display.multiple-labels', { subject });
}

type DisplayErrorText = Pick<DisplayError, 'code' | 'subject'>;

/** `null`: a rule of its own speaks of it. */
const messageCodes: Readonly<
  Record<Exclude<DisplayErrorCode, TexFaultInPlace>, MessageCode | null>
> = {
  'multiple-labels': null,
  'duplicate-label': null,
  'multiple-tags': 'display.multiple-tags',
  'tag-not-allowed': 'display.tag-not-allowed',
  'unknown-environment': 'display.unknown-environment',
  'wrong-nesting': 'display.wrong-nesting',
  'unclosed-environment': 'display.unclosed-environment',
  'unclosed-brace': 'tex.unclosed-brace',
  'extra-close': 'tex.extra-close',
  'endless-macro': 'display.endless-macro',
  'unsupported-command': 'display.unsupported-command',
};
