// engine.smart-quotes: the Markdown engine makes typographic quotes and dashes of plain ones in a formula.
import type { Formula } from '../../core/markdown/block.js';
import { isMathJax, type MathEngine } from '../../core/site/site.js';
import { toSource } from '../../core/text/mapped.js';
import { shiftSpan } from '../../core/text/span.js';
import { isInElement } from './elements.js';
import { message } from '../messages.js';
import type { PostRule } from '../rule.js';

export const smartQuotes: PostRule = {
  sees: 'post',
  code: 'engine.smart-quotes',
  severity: 'info',
  check({ post, assumed }) {
    if (assumed.markdown) return [];
    return post.blocks.blocks.flatMap(({ formulas, text }, at) => {
      const offset = post.blocks.starts[at] ?? 0;
      return formulas.flatMap((formula) => {
        const sign = firstSign(formula, text, post.site.math);
        if (!sign || isInElement(shiftSpan(formula.span, offset), post)) return [];
        const start = sign.start + offset;
        const { written, shown } = sign;
        return [
          {
            span: { start, end: start + written.length },
            message: message('engine.smart-quotes', { written, shown }),
          },
        ];
      });
    });
  },
};

interface Sign {
  readonly written: string;
  readonly shown: string;
  readonly start: number;
}

const plain: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '--',
  '—': '---',
  '«': '<<',
  '»': '>>',
};

/** The first that was written as a plain one; in text such as `\text{it's}` it is right. */
function firstSign({ tex }: Formula, source: string, math: MathEngine): Sign | null {
  for (const { 0: shown, index } of tex.text.matchAll(/[‘’“”–—«»]/g)) {
    // MathJax reads a closing quote as the prime that it was.
    if (shown === '’' && isMathJax(math)) continue;
    const written = plain[shown] ?? '';
    const start = toSource(tex, index);
    if (source.startsWith(written, start) && !isInText(tex.text, index)) {
      return { written, shown, start };
    }
  }
  return null;
}

/** Text that is longer than this before the sign is formula again, most likely. */
const longestText = 200;

function isInText(tex: string, at: number): boolean {
  const before = tex.slice(Math.max(0, at - longestText), at);
  return /\\(?:text[a-z]*|mbox|hbox)\s*\{[^{}]*$/.test(before);
}
