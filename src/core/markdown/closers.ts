// Ends of formulas by MathJax's rule: the first end delimiter that stands in no group `{…}` opened
// behind the start delimiter. A forward search answers most questions; the first that fails makes
// an index of the rest of the text, so that any number of unclosed delimiters costs one pass.

/** What ends a formula: a dollar sign, `$$`, `\)`, `\]`, or `\end` of the environment named. */
export type Closer = '$' | '$$' | '\\)' | '\\]' | { readonly environment: string };

export interface Found {
  readonly start: number;
  readonly end: number;
}

const endPattern = /\\end\s*\{([^}]*)\}/y;

/** Offset and length of `\end{name}` at `at`, for any name. */
function endAt(text: string, at: number): { readonly name: string; readonly end: number } | null {
  if (text.charCodeAt(at + 1) !== 101 || !text.startsWith('\\end', at)) return null;
  endPattern.lastIndex = at;
  const match = endPattern.exec(text);
  return match === null ? null : { name: match[1] ?? '', end: endPattern.lastIndex };
}

export class CloserSearch {
  readonly #text: string;
  #index: CloserIndex | null = null;
  #indexFrom = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The end delimiter for a formula whose inside begins at `from`, or `null`. */
  find(from: number, closer: Closer): Found | null {
    if (this.#index !== null && from >= this.#indexFrom) return this.#index.find(from, closer);
    const found = searchForward(this.#text, from, closer);
    if (found === null) this.prepare(from);
    return found;
  }

  /** Makes the index, because the questions from `from` on may go over the same text again. */
  prepare(from: number): void {
    if (this.#index !== null && from >= this.#indexFrom) return;
    this.#index = new CloserIndex(this.#text, from);
    this.#indexFrom = from;
  }
}

function searchForward(text: string, from: number, closer: Closer): Found | null {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 123) depth++;
    else if (code === 125) depth = Math.max(0, depth - 1);
    else if (code === 92 || code === 36) {
      const end = depth === 0 ? closerEnd(text, at, closer) : -1;
      if (end >= 0) return { start: at, end };
      if (code === 92) at++;
      else if (closer === '$$' && text.charCodeAt(at + 1) === 36) at++;
    }
    at++;
  }
  return null;
}

function closerEnd(text: string, at: number, closer: Closer): number {
  if (typeof closer === 'string') return text.startsWith(closer, at) ? at + closer.length : -1;
  const end = endAt(text, at);
  return end !== null && end.name === closer.environment ? end.end : -1;
}

/** End delimiters of one kind, in order, each with the innermost group that is open there. */
interface Closers {
  readonly starts: number[];
  readonly ends: number[];
  /** For each, the next of the same kind that stands in an enclosing group or the same; see `find`. */
  readonly outward: number[];
}

/**
 * An end delimiter at `q` closes a start at `p` if no group opened in between is still open at `q`,
 * that is, if the innermost group open at `q` began before `p`. Going from right to left, the end
 * delimiters inside a group are forgotten where the group opens, so that the nearest one kept is
 * the answer. The answer is written down for every place where it changes.
 */
export class CloserIndex {
  readonly #answers = new Map<string, Closers>();

  constructor(text: string, from: number) {
    const tokens = tokenize(text, from);
    const kept: { readonly kind: Closers; readonly previous: number; readonly start: number }[] =
      [];
    for (let index = tokens.length - 1; index >= 0; index--) {
      const token = tokens[index];
      if (token === undefined) continue;
      if (token.kind !== '{') this.#keep(token, kept);
      else this.#forget(token, kept);
    }
    for (const answer of this.#answers.values()) {
      answer.starts.reverse();
      answer.ends.reverse();
      answer.outward.reverse();
    }
  }

  find(from: number, closer: Closer): Found | null {
    const answer = this.#answers.get(
      typeof closer === 'string' ? closer : closer.environment + '}',
    );
    if (answer === undefined) return null;
    // `starts` are the places, ascending, from which leftwards the answer is `outward`.
    let low = 0;
    let high = answer.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((answer.starts[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    const start = answer.outward[low] ?? -1;
    return start < 0 ? null : { start, end: answer.ends[low] ?? -1 };
  }

  #keep(token: Token, kept: { kind: Closers; previous: number; start: number }[]): void {
    let answer = this.#answers.get(token.kind);
    if (answer === undefined) {
      answer = { starts: [], ends: [], outward: [] };
      this.#answers.set(token.kind, answer);
    }
    const last = answer.starts.length - 1;
    kept.push({ kind: answer, previous: last, start: token.start });
    answer.starts.push(token.start);
    answer.ends.push(token.end);
    answer.outward.push(token.start);
  }

  #forget(group: Token, kept: { kind: Closers; previous: number; start: number }[]): void {
    for (
      let top = kept[kept.length - 1];
      top !== undefined && top.start < group.end;
      top = kept[kept.length - 1]
    ) {
      kept.pop();
      top.kind.starts.push(group.start);
      top.kind.ends.push(top.previous < 0 ? -1 : (top.kind.ends[top.previous] ?? -1));
      top.kind.outward.push(top.previous < 0 ? -1 : (top.kind.outward[top.previous] ?? -1));
    }
  }
}

/** An end delimiter, or a group with its extent (`end` is infinite where it is never closed). */
interface Token {
  readonly kind: string;
  readonly start: number;
  end: number;
}

function tokenize(text: string, from: number): Token[] {
  const tokens: Token[] = [];
  const open: Token[] = [];
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 123) {
      const group = { kind: '{', start: at, end: Infinity };
      open.push(group);
      tokens.push(group);
    } else if (code === 125) {
      const group = open.pop();
      if (group !== undefined) group.end = at;
    } else if (code === 36) {
      if (text.charCodeAt(at + 1) === 36) tokens.push({ kind: '$$', start: at, end: at + 2 });
      tokens.push({ kind: '$', start: at, end: at + 1 });
    } else if (code === 92) {
      const token = commandToken(text, at);
      if (token !== null) tokens.push(token);
      at++;
    }
  }
  return tokens;
}

function commandToken(text: string, at: number): Token | null {
  const next = text.charAt(at + 1);
  if (next === ')' || next === ']') return { kind: `\\${next}`, start: at, end: at + 2 };
  const end = endAt(text, at);
  return end === null ? null : { kind: end.name + '}', start: at, end: end.end };
}
