// Emphasis by marked's rule, which looks for the end of each element anew.
import type { Emphasis, EmphasisScope } from './scope.js';

export const markedEmphasis: Emphasis = (scope, marks) => {
  const mask = scope.mask.replace(/<[^<>]*>/g, (masked) => `[${'a'.repeat(masked.length - 2)}]`);
  readInside({ ...scope, ends: mask }, scope.from, scope.to, marks);
};

/** In `ends`, what stands between angle brackets is letters, too. */
type MarkedScope = EmphasisScope & { readonly ends: string };

const mark = '(?!~)[\\p{P}\\p{S}]';
const markOrBlank = '(?!~)[\\s\\p{P}\\p{S}]';
const letter = '(?:[^\\s\\p{P}\\p{S}]|~)';

const opening = new RegExp(
  `^(?:\\*+(?:((?!\\*)${mark})|[^\\s*]))|^_+(?:((?!_)${mark})|([^\\s_]))`,
  'u',
);
const closingStars = new RegExp(
  '^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])' +
    `|(?!\\*)${mark}(\\*+)(?=[\\s]|$)|${letter}(\\*+)(?!\\*)(?=${markOrBlank}|$)` +
    `|(?!\\*)${markOrBlank}(\\*+)(?=${letter})|[\\s](\\*+)(?!\\*)(?=${mark})` +
    `|(?!\\*)${mark}(\\*+)(?!\\*)(?=${mark})|${letter}(\\*+)(?=${letter})`,
  'gu',
);
const plainMark = '[\\p{P}\\p{S}]';
const plainMarkOrBlank = '[\\s\\p{P}\\p{S}]';
const plainLetter = '[^\\s\\p{P}\\p{S}]';
const closingUnderscores = new RegExp(
  '^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])' +
    `|(?!_)${plainMark}(_+)(?=[\\s]|$)|${plainLetter}(_+)(?!_)(?=${plainMarkOrBlank}|$)` +
    `|(?!_)${plainMarkOrBlank}(_+)(?=${plainLetter})|[\\s](_+)(?!_)(?=${plainMark})` +
    `|(?!_)${plainMark}(_+)(?!_)(?=${plainMark})`,
  'gu',
);
const strike = /^(~~?)(?=[^\s~])((?:\\.|[^\\])*?(?:\\.|[^\s~\\]))\1(?=[^~]|$)/;

function readInside(scope: MarkedScope, from: number, to: number, marks: Set<number>): void {
  const { mask, ends, taken } = scope;
  let before = '';
  for (let at = from; at < to;) {
    const behind = taken.get(at);
    const character = mask.charAt(at);
    const element =
      behind === undefined
        ? elementAt(mask.slice(at, to), ends.slice(at, to), before, character)
        : null;
    if (element !== null) {
      const { length, width } = element;
      for (let index = 0; index < width; index++)
        marks.add(at + index).add(at + length - 1 - index);
      readInside(scope, at + width, at + length - width, marks);
      at += length;
      before = '';
    } else if (behind !== undefined || character === '\n') {
      at = behind ?? at + 1;
      before = '';
    } else {
      if (character !== '_') before = character;
      at = character === '~' ? behindRun(mask, at) : at + 1;
    }
  }
}

/** Waves that begin no element are read in one with backticks. */
function behindRun(mask: string, at: number): number {
  let end = at + 1;
  while (/[~`]/.test(mask.charAt(end))) end++;
  return end;
}

interface Element {
  /** Of all of it, and of the marks at each of its ends. */
  readonly length: number;
  readonly width: number;
}

function elementAt(
  source: string,
  ends: string,
  before: string,
  character: string,
): Element | null {
  if (character === '*' || character === '_') return emphasisAt(source, ends, before);
  if (character !== '~') return null;
  const match = strike.exec(source);
  return match && { length: match[0].length, width: match[1]?.length ?? 0 };
}

function emphasisAt(source: string, ends: string, before: string): Element | null {
  const opened = opening.exec(source);
  if (opened === null || !mayOpen(opened, before)) return null;
  const opens = [...opened[0]].length - 1;
  const end = endOf(
    ends.slice(opens),
    opens,
    source.startsWith('*') ? closingStars : closingUnderscores,
  );
  return end && { length: opens + end.at, width: Math.min(opens, end.closes) % 2 === 1 ? 1 : 2 };
}

function mayOpen(opened: RegExpExecArray, before: string): boolean {
  if (opened[3] !== undefined && /[\p{L}\p{N}]/u.test(before)) return false;
  const next = opened[1] ?? opened[2] ?? '';
  return next === '' || before === '' || /^(?![*_])[\s\p{P}\p{S}]/u.test(before);
}

/** Behind the marks that end what `opens` marks began, and how many of them they are. */
function endOf(
  rest: string,
  opens: number,
  closing: RegExp,
): { readonly at: number; readonly closes: number } | null {
  let open = opens;
  let middle = 0;
  closing.lastIndex = 0;
  for (let match = closing.exec(rest); match !== null; match = closing.exec(rest)) {
    const length = match.slice(1).find((group) => group !== undefined)?.length;
    if (length === undefined) continue;
    if ((match[3] ?? match[4]) !== undefined) {
      open += length;
      continue;
    }
    const isBoth = (match[5] ?? match[6]) !== undefined;
    if (isBoth && opens % 3 !== 0 && (opens + length) % 3 === 0) {
      middle += length;
      continue;
    }
    open -= length;
    if (open > 0) continue;
    const closes = Math.min(length, length + open + middle);
    const first = [...match[0]][0]?.length ?? 0;
    return { at: match.index + first + closes, closes };
  }
  return null;
}
