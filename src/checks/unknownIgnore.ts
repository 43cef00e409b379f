// ignore.unknown-rule: a comment that would silence a rule that there is not.
import type { IgnoreFacts, IgnoredCode } from '../core/post/facts.js';
import { message } from './messages.js';
import { mostSuggestions, nearestName } from './nearest.js';
import { replacement } from './replacement.js';
import type { Finding, PostRule } from './rule.js';

/** The rule knows the list of rules, which holds it itself. */
export function unknownIgnore(otherRules: readonly string[]): PostRule {
  const code = 'ignore.unknown-rule';
  const known: ReadonlySet<string> = new Set([...otherRules, code]);
  return {
    sees: 'post',
    code,
    severity: 'warning',
    check({ post }) {
      const unknown = post.facts.ignores.flatMap((ignore) => unknownIn(ignore, known));
      return unknown.map((ignored, at) => findingOf(ignored, at < mostSuggestions ? known : []));
    },
  };
}

/** Of words that are not even nearly codes the first: they are a reason without its colon. */
function unknownIn({ codes }: IgnoreFacts, known: ReadonlySet<string>): readonly IgnoredCode[] {
  const unknown = codes.filter(({ code }) => !known.has(code));
  const firstWord = unknown.find(({ code }) => !looksLikeCode.test(code));
  return unknown.filter((ignored) => looksLikeCode.test(ignored.code) || ignored === firstWord);
}

const looksLikeCode = /^[a-z]+[._-][a-z_-]+$/i;

function findingOf({ code, span }: IgnoredCode, known: Iterable<string>): Finding {
  const near = nearestName(code, known);
  return near === null
    ? { span, message: message('ignore.unknown-rule', { code }) }
    : {
        span,
        message: message('ignore.unknown-rule.near', { code, near }),
        fix: { ...replacement(code, span, near), isGuess: true, keepsPage: true },
      };
}
