// The patterns that Python-Markdown tries on a text one after the other, each from the left and, once it
// has taken something, anew: code, formulas if arithmatex is there, escapes, links, tags.
import type { EngineRules } from '../../site/engine.js';
import { emphasisPatterns } from './emphasis.js';
import { imageAt, linkAt } from './links.js';
import { partOf, type Masked, type Taken, type TakenParts } from './masked.js';
import type { Found, Pattern, Reader } from './pattern.js';

export function readPatterns(text: Masked, rules: EngineRules, parts: TakenParts): Masked {
  return applyFrom(0, text, rules, parts);
}

function applyFrom(first: number, text: Masked, rules: EngineRules, parts: TakenParts): Masked {
  let masked = text;
  for (const [index, pattern] of patterns.entries()) {
    if (index < first) continue;
    const later = (inside: Masked): Masked => applyFrom(index + 1, inside, rules, parts);
    const again = (inside: Masked): Masked => applyFrom(firstEmphasis, inside, rules, parts);
    masked = apply(pattern, masked, { rules, parts, later, again });
  }
  return masked;
}

function apply(pattern: Pattern, text: Masked, reader: Reader): Masked {
  const { begins, match, retries } = pattern;
  const { parts } = reader;
  let masked = text;
  const failed: number[] = [];
  let from = 0;
  /** Takes what matches at `at`; answers whether something does, or where to go on. */
  const takeAt = (at: number): Found => {
    const found = match(masked, at, reader);
    if (typeof found !== 'number') masked = parts.take(masked, at, found.to, found.part);
    return found;
  };
  while (!parts.isSpent) {
    begins.lastIndex = from;
    const at = begins.exec(masked.text)?.index;
    if (at === undefined) break;
    const found = takeAt(at);
    if (typeof found === 'number') {
      if (typeof retries === 'object' && isAt(retries.last, masked.text, at)) failed.push(at);
      from = found;
      continue;
    }
    from = retries === 'all' ? 0 : found.to;
    for (let last = failed.at(-1); last !== undefined; last = failed.at(-1)) {
      const again = takeAt(last);
      if (typeof again === 'number') break;
      failed.pop();
      from = Math.max(from, again.to);
    }
  }
  return masked;
}

function isAt(form: RegExp, text: string, at: number): boolean {
  form.lastIndex = at;
  return form.test(text);
}

/** Takes what a form matches; the form is sticky. */
function taking(
  begins: RegExp,
  form: RegExp,
  made: (match: RegExpExecArray, masked: Masked, reader: Reader) => Taken | null,
  retries: Pattern['retries'] = 'none',
): Pattern {
  return {
    begins,
    retries,
    match: (masked, at, reader) => {
      form.lastIndex = at;
      const match = form.exec(masked.text);
      if (match === null) {
        reader.parts.spend(16);
        return at + 1;
      }
      const part = made(match, masked, reader);
      return part === null ? form.lastIndex : { to: form.lastIndex, part };
    },
  };
}

function endOf(match: RegExpExecArray, { start }: Masked): number {
  return start + match.index + match[0].length;
}

/** Pairs of backslashes are one each. */
function backslashes(match: RegExpExecArray, masked: Masked): Taken {
  const at = masked.start + match.index + 1;
  return { kind: 'text', end: endOf(match, masked), text: '\\'.repeat(match[0].length / 2), at };
}

const escapedTicks = /(?<!\\)(?:\\\\)+(?=`)/y;
const ticks = /(?<!\\)(`+)([^]+?)(?<!`)\1(?!`)/y;

const code: Pattern = {
  begins: /[\\`]/g,
  retries: 'none',
  match: (masked, at, reader) => {
    const { text, start } = masked;
    escapedTicks.lastIndex = at;
    const escaped = escapedTicks.exec(text);
    if (escaped !== null) return { to: escapedTicks.lastIndex, part: backslashes(escaped, masked) };
    if (text.charCodeAt(at) !== 96) return at + 1;
    reader.parts.spend(text.length - at);
    ticks.lastIndex = at;
    const match = ticks.exec(text);
    if (match === null) return at + 1;
    const from = start + at + (match[1] ?? '').length;
    const end = start + ticks.lastIndex;
    const part: Taken = { kind: 'code', end, from, to: end - (match[1] ?? '').length };
    return { to: ticks.lastIndex, part };
  },
};

const escapedMath = /(?<!\\)(?:(?:\\\\)+(?=\$)|(?:\\\\)+?(?=\\\())/y;
const dollars = /(?<!\\)\$(?!\s)(?:\\[^]|[^\\$])+?(?<!\s)\$/y;
const brackets = /(?<!\\)\\\((?:\\[^)]|[^\\])+?\\\)/y;

const math: Pattern = {
  begins: /[\\$]/g,
  retries: { last: /(?<!\\)\$(?!\s)/y },
  match: (masked, at, reader) => {
    if (!reader.rules.readsOnlyProtected) return masked.text.length;
    escapedMath.lastIndex = at;
    const escaped = escapedMath.exec(masked.text);
    if (escaped !== null) return { to: escapedMath.lastIndex, part: backslashes(escaped, masked) };
    const form = masked.text.charCodeAt(at) === 36 ? dollars : brackets;
    form.lastIndex = at;
    if (!form.test(masked.text)) return at + 1;
    const to = form.lastIndex;
    const width = form === dollars ? 1 : 2;
    const inside = partOf(masked, at + width, to - width);
    return { to, part: { kind: 'math', end: masked.start + to, width, inside } };
  },
};

const escape = taking(/\\/g, /\\([^])/y, (match, masked, { rules }) => {
  const at = masked.start + match.index + 1;
  const character = match[1] ?? '';
  return rules.escapes.includes(character)
    ? { kind: 'text', end: at + 1, text: character, at }
    : null;
});

const autolink = taking(
  /</g,
  /<(?:(?:f|ht)tps?:\/\/[^<>]*|[^<> !]+@[^@<> ]+)>/iy,
  (match, masked) => ({
    kind: 'autolink',
    end: endOf(match, masked),
    inside: partOf(masked, match.index + 1, match.index + match[0].length - 1),
  }),
);

const hardBreak = taking(/ {2}\n/g, / {2}\n/y, (match, masked) => ({
  kind: 'break',
  end: endOf(match, masked),
}));

/** What begins like a tag, up to the next angle bracket, and comments. */
const tag = taking(
  /</g,
  /<(?:\/?[a-zA-Z][^<>@ ]*(?: [^<>]*)?|!--(?:(?!<!--|-->)[^])*--)>/y,
  (match, masked) => ({
    kind: 'html',
    end: endOf(match, masked),
    inside: partOf(masked, match.index, match.index + match[0].length),
  }),
  { last: /</y },
);

const entity = taking(/&/g, /&(?:#\d+|#x[\da-f]+|[a-z\d]+);/iy, (match, masked) => ({
  kind: 'entity',
  end: endOf(match, masked),
  inside: partOf(masked, match.index, match.index + match[0].length),
}));

/** A mark between blanks is text. */
const alone = taking(/[*_\s]/g, /(?:^|\s)[*_](?:\s|$)/y, (match, masked) => ({
  kind: 'text',
  end: endOf(match, masked),
  text: match[0],
  at: masked.start + match.index,
}));

const patterns: readonly Pattern[] = [
  ...[code, math, escape],
  { begins: /(?<!!)\[/g, retries: 'none', match: linkAt },
  { begins: /!\[/g, retries: 'none', match: imageAt },
  ...[autolink, hardBreak, tag, entity, alone],
  ...emphasisPatterns,
];

const firstEmphasis = patterns.length - emphasisPatterns.length;
