// site.math-switch: a post with formulas lacks the key without which its site loads no math engine.
import type { Block, Formula } from '../core/markdown/block.js';
import { shiftSpan } from '../core/text/span.js';
import { message } from './messages.js';
import type { Fix, PostRule } from './rule.js';

export const mathSwitch: PostRule = {
  sees: 'post',
  code: 'site.math-switch',
  severity: 'warning',
  check({ post, detected }) {
    const key = detected?.mathSwitch?.value;
    const [first] = post.blocks.blocks;
    // What has no front matter is no page to most generators.
    if (key === undefined || first?.kind !== 'frontMatter' || states(first, key)) return [];
    const at = post.blocks.blocks.findIndex(({ formulas }) => formulas.some(isFormula));
    const formula = post.blocks.blocks[at]?.formulas.find(isFormula);
    if (!formula) return [];
    return [
      {
        span: shiftSpan(formula.span, post.blocks.starts[at] ?? 0),
        message: message('site.math-switch', { key }),
        fix: addition(first, key),
      },
    ];
  },
};

/** Whatever it says: a writer who switches it off knows. */
function states({ frontMatter }: Block, key: string): boolean {
  return new RegExp(`^["']?${key}["']?[ \\t]*[:=]`, 'im').test(frontMatter?.text ?? '');
}

/** Two prices are none, nor are two names of variables with words between, and `$x$` alone may be text. */
function isFormula({ display, tex: { text } }: Formula): boolean {
  if (display || /\\[a-zA-Z]/.test(text)) return true;
  return /[\^_]/.test(text) && !/[a-zA-Z]{2,}\s+[a-zA-Z]{2,}/.test(text);
}

/** As the first line of the front matter: further down, it may come into a table of TOML. */
function addition({ text }: Block, key: string): Fix {
  const start = text.indexOf('\n') + 1;
  const line = text.startsWith('+++') ? `${key} = true` : `${key}: true`;
  const end = text.charAt(start - 2) === '\r' ? '\r\n' : '\n';
  return {
    span: { start, end: start },
    text: `${line}${end}`,
    title: message('fix.front-matter', { line }),
  };
}
