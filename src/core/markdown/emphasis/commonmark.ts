// Which runs of `*`, `_` and `~~` become elements, by CommonMark's algorithm as markdown-it has it.
// An element cuts the text, so that no formula can begin before it and end behind it.
import { isPunctuation, isUnicodeSpace } from '../characters.js';

/** One `*` or `_`, or one `~~`. */
interface Mark {
  readonly code: number;
  readonly runLength: number;
  readonly at: number;
  /** Marks of one run that follow each other have consecutive numbers. */
  readonly place: number;
  open: boolean;
  close: boolean;
  matched: boolean;
}

export interface DelimiterRun {
  readonly start: number;
  readonly end: number;
}

/** The offsets of the characters that become tags; `runs` are those of one scope, in order. */
export function elementMarks(text: string, runs: readonly DelimiterRun[]): Set<number> {
  const marks = runs.flatMap((run) => marksOf(text, run));
  pairMarks(marks);
  const offsets = new Set<number>();
  for (const mark of marks) {
    if (!mark.matched) continue;
    offsets.add(mark.at);
    if (mark.code === 126) offsets.add(mark.at + 1);
  }
  return offsets;
}

function marksOf(text: string, run: DelimiterRun): Mark[] {
  const code = text.charCodeAt(run.start);
  const { open, close } = flanking(text, run, code !== 95);
  const marks: Mark[] = [];
  const width = code === 126 ? 2 : 1;
  const length = run.end - run.start;
  if (length < width) return marks;
  const runLength = code === 126 ? 0 : length;
  for (let at = run.start + (length % width); at < run.end; at += width) {
    marks.push({ code, runLength, at, place: at / width, open, close, matched: false });
  }
  return marks;
}

function flanking(
  text: string,
  run: DelimiterRun,
  canSplitWord: boolean,
): { open: boolean; close: boolean } {
  const before = kindOf(run.start === 0 ? 32 : codePointBefore(text, run.start));
  const behind = kindOf(run.end >= text.length ? 32 : (text.codePointAt(run.end) ?? 32));
  const left = behind === 'word' || (behind === 'punctuation' && before !== 'word');
  const right = before === 'word' || (before === 'punctuation' && behind !== 'word');
  return {
    open: left && (canSplitWord || !right || before === 'punctuation'),
    close: right && (canSplitWord || !left || behind === 'punctuation'),
  };
}

function kindOf(codePoint: number): 'space' | 'punctuation' | 'word' {
  if (isUnicodeSpace(codePoint)) return 'space';
  return isPunctuation(codePoint) ? 'punctuation' : 'word';
}

function codePointBefore(text: string, at: number): number {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff && at >= 2 ? (text.codePointAt(at - 2) ?? low) : low;
}

/** markdown-it's `balance_pairs`: `jumps` skips what can no longer match, so that it stays linear. */
function pairMarks(marks: readonly Mark[]): void {
  const bottoms = new Map<number, number[]>();
  const jumps: number[] = [];
  const jumpAt = (index: number): number => jumps[index] ?? 0;
  let header = 0;
  let lastPlace = -2;
  for (const [index, closer] of marks.entries()) {
    jumps.push(0);
    if (marks[header]?.code !== closer.code || lastPlace !== closer.place - 1) header = index;
    lastPlace = closer.place;
    if (!closer.close) continue;
    const bottom = bottoms.get(closer.code) ?? [-1, -1, -1, -1, -1, -1];
    bottoms.set(closer.code, bottom);
    const slot = (closer.open ? 3 : 0) + (closer.runLength % 3);
    const start = header - jumpAt(header) - 1;
    const opener = findOpener(marks, jumpAt, start, bottom[slot] ?? -1, closer);
    if (opener < 0) {
      bottom[slot] = start;
      continue;
    }
    const lastJump = marks[opener - 1]?.open === false ? jumpAt(opener - 1) + 1 : 0;
    jumps[index] = index - opener + lastJump;
    jumps[opener] = lastJump;
    matchPair(marks[opener], closer);
    lastPlace = -2;
  }
}

function findOpener(
  marks: readonly Mark[],
  jumpAt: (index: number) => number,
  start: number,
  bottom: number,
  closer: Mark,
): number {
  for (let at = start; at > bottom; at -= jumpAt(at) + 1) {
    const opener = marks[at];
    if (opener === undefined) return -1;
    if (opener.code === closer.code && opener.open && !opener.matched && !isOddPair(opener, closer))
      return at;
  }
  return -1;
}

/** CommonMark's rule of three. */
function isOddPair(opener: Mark, closer: Mark): boolean {
  if (!opener.close && !closer.open) return false;
  if ((opener.runLength + closer.runLength) % 3 !== 0) return false;
  return opener.runLength % 3 !== 0 || closer.runLength % 3 !== 0;
}

function matchPair(opener: Mark | undefined, closer: Mark): void {
  if (opener === undefined) return;
  opener.matched = true;
  opener.close = false;
  closer.open = false;
  closer.matched = true;
}
