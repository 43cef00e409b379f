// What an HTML block holds: its comments, and the formulas that the math engine finds in its text.
import { FormulaMatcher } from './formula.js';
import { identityText } from '../text/mapped.js';
import { HtmlSpans } from './htmlTags.js';
import type { InlineFormula, InlineScan } from './inline.js';
import type { InlineToken } from './inlineTokens.js';

/** MathJax reads no math in these. */
const unreadElement = /<(script|noscript|style|textarea|pre|code)(?=[\s>/]|$)/iy;

const marks = /[\\$<]/g;

export function scanHtml(content: string): InlineScan {
  const text = content.trimEnd();
  const matcher = new FormulaMatcher(text, null);
  const html = new HtmlSpans(text);
  const formulas: InlineFormula[] = [];
  const tokens: InlineToken[] = [];
  let at = 0;
  for (;;) {
    marks.lastIndex = at;
    const next = marks.exec(text)?.index;
    if (next === undefined) return { formulas, references: [], tokens };
    if (text.charCodeAt(next) === 60) {
      at = skipMarkup(text, next, html, tokens);
      continue;
    }
    const formula = matcher.match(next);
    if (formula !== null) {
      const { start, end, texStart, texEnd, delimiter, display } = formula;
      formulas.push({
        start,
        end,
        delimiter,
        display,
        tex: identityText(text.slice(texStart, texEnd), texStart),
      });
    }
    at =
      formula?.end ?? next + (text.charCodeAt(next) === 92 || text.startsWith('$$', next) ? 2 : 1);
  }
}

/** Where the text goes on behind a tag, a comment, or an element that MathJax does not read. */
function skipMarkup(text: string, at: number, html: HtmlSpans, tokens: InlineToken[]): number {
  if (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at + 4);
    if (end < 0) return text.length;
    tokens.push({ kind: 'comment', start: at, end: end + 3 });
    return end + 3;
  }
  unreadElement.lastIndex = at;
  const name = unreadElement.exec(text)?.[1];
  if (name !== undefined) {
    const close = new RegExp(`</${name}\\s*>`, 'ig');
    close.lastIndex = at;
    return close.exec(text) === null ? text.length : close.lastIndex;
  }
  const end = html.endAt(at);
  return end < 0 ? at + 1 : end;
}
