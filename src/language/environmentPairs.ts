// `\begin{name}` and `\end{name}` of a TeX in pairs, by nesting alone, whatever the names are.
import type { Span } from '../core/text/span.js';

/** A `\begin{name}` or an `\end{name}`. */
export interface EnvironmentMark {
  readonly name: string;
  readonly nameSpan: Span;
  /** From the backslash to behind the brace. */
  readonly span: Span;
}

export interface EnvironmentPair {
  readonly begin: EnvironmentMark;
  readonly end: EnvironmentMark;
}

export interface EnvironmentPairs {
  /** Inner ones come before those around them. */
  readonly pairs: readonly EnvironmentPair[];
  /** What is begun and not ended, the outermost first. */
  readonly open: readonly EnvironmentMark[];
  /** What is ended and not begun. */
  readonly stray: readonly EnvironmentMark[];
}

const token = /\\(begin|end)\s*\{([^{}\r\n]*)\}|\\[\s\S]|%[^\r\n]*/g;

/** Escapes and comments of TeX are passed over. */
export function environmentPairs(tex: string): EnvironmentPairs {
  const pairs: EnvironmentPair[] = [];
  const open: EnvironmentMark[] = [];
  const stray: EnvironmentMark[] = [];
  for (const { 0: whole, 1: command, 2: name, index } of tex.matchAll(token)) {
    if (command === undefined || name === undefined) continue;
    const end = index + whole.length;
    const nameSpan = { start: end - 1 - name.length, end: end - 1 };
    const mark = { name, nameSpan, span: { start: index, end } };
    if (command === 'begin') open.push(mark);
    else {
      const begin = open.pop();
      if (begin) pairs.push({ begin, end: mark });
      else stray.push(mark);
    }
  }
  return { pairs, open, stray };
}
