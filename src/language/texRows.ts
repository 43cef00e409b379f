// The rows of a TeX: what `\\` and `&` divide, outside of groups and environments.
import type { Span } from '../core/text/span.js';

const token = /\\(begin|end)(?![a-zA-Z])|\\\\|\\[\s\S]|[{}&]|%[^\r\n]*/g;

interface Division {
  readonly mark: '\\\\' | '&';
  readonly span: Span;
}

/** In order; what stands in a group or an inner environment divides something else. */
export function divisions(tex: string): readonly Division[] {
  const found: Division[] = [];
  let depth = 0;
  for (const { 0: mark, 1: command, index } of tex.matchAll(token)) {
    if (mark === '{' || command === 'begin') depth++;
    else if (mark === '}' || command === 'end') depth--;
    else if (depth === 0 && (mark === '&' || mark === '\\\\')) {
      found.push({ mark, span: { start: index, end: index + mark.length } });
    }
  }
  return found;
}

export function hasRows(tex: string): boolean {
  return divisions(tex).length > 0;
}
