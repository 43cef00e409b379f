// Emphasis by marked's rule, which looks for the end of each element anew.

export interface MarkedElement {
  /** Of all of it, and of the marks at each of its ends. */
  readonly length: number;
  readonly width: number;
}

const escaped = /\\[\p{P}\p{S}]/gu;
const skipped = /\[[^[\]]*?\]\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)|`[^`]*?`|<[^<>]*?>/g;

/** The text as the ends of elements are looked for in: links, code, and what is in angle brackets are letters. */
export function emphasisMask(text: string): string {
  return text
    .replace(escaped, (mark) => '+'.repeat(mark.length))
    .replace(skipped, (whole) => `[${'a'.repeat(whole.length - 2)}]`);
}

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

/** The element that a text begins with, `null` if it begins none. */
export function strikeAt(source: string): MarkedElement | null {
  const match = strike.exec(source);
  return match && { length: match[0].length, width: match[1]?.length ?? 0 };
}

/** The same; `ends` is its mask, and `before` the character before the text. */
export function emphasisAt(source: string, ends: string, before: string): MarkedElement | null {
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
