// Where a paragraph ends if a display that is open at a line's end takes the lines behind it.
//
// A display that has its end in the same paragraph holds no surprise: MathJax's rule decides. One
// that is open where the paragraph would end (at a blank line, or at a line that looks like a list,
// a heading, …) looks on for its end in the lines of its container: to the next blank line freely,
// and behind it as long as nothing speaks for new text. So a half-typed `\begin{equation}` takes
// nothing from the displays behind it. It gives up at a heading, a fence or a comment, at a line
// with a lone `$`, with an environment that is a display of its own, with `$$` twice, or, unless it
// waits for `$$`, once; and after `mostGaps` gaps. Then its start is text, as MathJax has it.
import { CloserIndex } from './closers.js';
import type { ContainerLines } from './containerLines.js';
import { isDisplay, openerAt, type Opener } from './formula.js';
import { InlineTokens } from './inlineTokens.js';
import { raw } from '../site/raw.js';
import { lastNotAbove } from '../text/search.js';

const mostGaps = 20;

const mayOpen = /\$\$|\\\[|\\begin/;
const newText =
  /^\s*(?:#{1,6}\s|```|~~~|<!--)|\\begin\s*\{(?:equation|align|alignat|gather|multline|flalign|eqnarray)\*?\}/;

/** Keeps what was read ahead, so that any number of open displays costs one pass. One for each post. */
export class OpenDisplays {
  /** The last window of each container: up to the next blank line, and beyond it. */
  readonly #near = new Map<number, Window>();
  readonly #far = new Map<number, Window>();
  /** The line behind the last one that any answer depended on; whoever asks sets it back. */
  lookedTo = 0;

  /** The line behind the paragraph that begins at `start`. Lines count from the post's first. */
  paragraphEnd(lines: ContainerLines, start: number): number {
    let end = lines.plainEnd(start + 1);
    let line = start;
    let column = 0;
    for (;;) {
      const close = mayHoldOpener(lines, line, end)
        ? this.#closeBehind(lines, joinLines(lines, line, end).slice(column), { line, column, end })
        : null;
      if (close === null) return end;
      ({ line, column } = close);
      end = lines.plainEnd(line + 1);
    }
  }

  /** The end of the first display of the segment that is open at its end and closed behind it. */
  #closeBehind(
    lines: ContainerLines,
    segment: string,
    place: Place,
  ): { line: number; column: number } | null {
    const tokens = new InlineTokens(segment, raw);
    const marks = /[\\$`<[!]/g;
    for (let match = marks.exec(segment); match !== null; match = marks.exec(segment)) {
      const at = match.index;
      const token = tokens.tokenAt(at);
      if (token?.kind !== 'formula') {
        const opener = openerAt(segment, at);
        if (opener !== null && isDisplay(opener.delimiter)) {
          const close = this.#find(lines, place, opener);
          if (close !== null) return close;
        }
      }
      marks.lastIndex = token?.kind === 'link' ? token.labelStart : (token?.end ?? at + 1);
    }
    return null;
  }

  #find(lines: ContainerLines, place: Place, opener: Opener): End | null {
    const near = windowAt(this.#near, lines, place, 0).find(place, opener);
    const far = near ?? windowAt(this.#far, lines, place, mostGaps).find(place, opener);
    const looked = far === null ? (this.#far.get(lines.container)?.end ?? 0) : far.line + 1;
    this.lookedTo = Math.max(this.lookedTo, looked);
    return far;
  }
}

function windowAt(
  known: Map<number, Window>,
  lines: ContainerLines,
  place: Place,
  gaps: number,
): Window {
  const last = known.get(lines.container);
  if (last?.holds(place)) return last;
  const window = new Window(lines, place.line, gaps);
  known.set(lines.container, window);
  return window;
}

/** Where a display ends: behind its end delimiter. */
interface End {
  readonly line: number;
  readonly column: number;
}

/** A segment begins in `line` at `column`; the paragraph would end at line `end`. */
interface Place {
  readonly line: number;
  readonly column: number;
  readonly end: number;
}

function mayHoldOpener(lines: ContainerLines, from: number, to: number): boolean {
  for (let line = from; line < to; line++) if (mayOpen.test(lines.source(line))) return true;
  return false;
}

function joinLines(lines: ContainerLines, from: number, to: number): string {
  const texts: string[] = [];
  for (let line = from; line < to; line++) texts.push(lines.text(line, false) ?? '');
  return texts.join('\n');
}

/** The lines as far as an open display may look, over `gaps` gaps at most. */
class Window {
  readonly #firstLine: number;
  /** The first blank line, or the end. From it on, other displays have other windows. */
  #gapLine = -1;
  /** The line behind the last one that was looked at. */
  #end = 0;
  readonly #lineStarts: number[] = [];
  /** From here on only `$$` may end. */
  #dollarsOnly = Infinity;
  readonly #index: CloserIndex;

  constructor(lines: ContainerLines, firstLine: number, gaps: number) {
    this.#firstLine = firstLine;
    this.#index = new CloserIndex(this.#read(lines, gaps), 0);
  }

  get end(): number {
    return this.#end;
  }

  holds(place: Place): boolean {
    return place.line >= this.#firstLine && place.end <= this.#gapLine;
  }

  find(place: Place, opener: Opener): End | null {
    const origin = (this.#lineStarts[place.line - this.#firstLine] ?? 0) + place.column;
    const found = this.#index.find(origin + opener.inside, opener.closer);
    if (found === null || (opener.closer !== '$$' && found.start >= this.#dollarsOnly)) return null;
    const line = this.#lineOf(found.start);
    if (this.#firstLine + line < place.end) return null;
    return { line: this.#firstLine + line, column: found.end - (this.#lineStarts[line] ?? 0) };
  }

  #read(lines: ContainerLines, mostGaps: number): string {
    const texts: string[] = [];
    let length = 0;
    let gaps = 0;
    let afterBlank = false;
    for (let line = this.#firstLine; ; line++) {
      this.#end = line + 1;
      const text = lines.text(line, gaps > 0);
      const blank = text !== null && text.trim() === '';
      if (blank && !afterBlank) gaps++;
      if ((blank || text === null) && this.#gapLine < 0) this.#gapLine = line;
      if (text === null || gaps > mostGaps || (gaps > 0 && this.#stopsAt(text, length))) break;
      afterBlank = blank;
      this.#lineStarts.push(length);
      texts.push(text);
      length += text.length + 1;
    }
    return texts.join('\n');
  }

  /** Whether a line behind a gap speaks for new text; notes where only `$$` may go on. */
  #stopsAt(text: string, offset: number): boolean {
    if (newText.test(text)) return true;
    if (!text.includes('$')) return false;
    const dollars = (text.match(/\\.|\$\$?/g) ?? []).filter((mark) => mark.startsWith('$'));
    if (dollars.includes('$') || dollars.length > 1) return true;
    if (dollars.length === 1) this.#dollarsOnly = Math.min(this.#dollarsOnly, offset);
    return false;
  }

  #lineOf(offset: number): number {
    const starts = this.#lineStarts;
    return lastNotAbove(starts.length, (line) => starts[line] ?? 0, offset);
  }
}
