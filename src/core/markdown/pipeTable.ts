// kramdown's tables without a line of dashes: a text is one if each of its lines has a `|`.
import { CodeSpans } from './codeSpans.js';

/** Whether each line of a text has a `|` that is not escaped and in no code. */
export function isPipeTable(text: string): boolean {
  if (!text.includes('|')) return false;
  const code = text.includes('`') ? new CodeSpans(text) : null;
  let hasPipe = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 10) {
      if (!hasPipe) return false;
      hasPipe = false;
    } else if (character === 124 && text.charCodeAt(at - 1) !== 92) hasPipe = true;
    else if (character === 96 && code !== null)
      at = Math.max(code.spanEnd(at), code.runEnd(at)) - 1;
  }
  return hasPipe;
}
