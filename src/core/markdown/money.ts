// Which `$…$` is no formula: prices (`$5 and $6`), variables (`$HOME and $PATH`), and a stray dollar
// sign before a display. A pair is refused only where its closing dollar looks like an opening one
// and what it holds reads as prose; else every pair is taken, as MathJax does.
import { isAsciiLetter, isDigit, isTrimmed } from './characters.js';

const mathMark = /[\\^_{}=<>|&~]/;
const word = /[A-Za-z]{2}/;
/** `5，而`, `5元/`: a number and text that is no Latin letter. */
const amountInText = /^\d[\d.,]*\s*[，。、；：！？）\u3400-\u9fff]/;
/** `5, `, `5k/`: a number and what stands between two of them; `40` alone is a formula. */
const amountAlone = /^\d[\d.,]*[kKmMbB]?[^\w.,]+$|^\d[\d.,]*[.,]$/;
const variable = /^[A-Z][A-Z0-9_]*\b(?!\()/;

/** Whether the dollar signs at `start` and `end` are not the ends of one formula. */
export function isNoFormula(text: string, start: number, end: number): boolean {
  if (touchesDisplay(text, end) || isBlank(text, start + 1, end)) return true;
  const next = text.charCodeAt(end + 1);
  const opensNext = isDigit(next) || isAsciiLetter(next) || next === 92;
  if (!opensNext) return false;
  const inside = text.slice(start + 1, end);
  if (isDigit(next)) return isDigit(inside.charCodeAt(0)) && isProse(inside);
  return isProse(inside) || (variable.test(inside) && /\s$/.test(inside));
}

/** A closing dollar that is half of a `$$` at the beginning or the end of its line is none. */
function touchesDisplay(text: string, end: number): boolean {
  if (text.charCodeAt(end + 1) !== 36) return false;
  if (text.charCodeAt(end + 2) === 36) return false;
  return isBlankBefore(text, end) || isBlankBehind(text, end + 2);
}

function isBlankBefore(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 9)) before--;
  return before >= 0 && text.charCodeAt(before) === 10;
}

function isBlankBehind(text: string, at: number): boolean {
  let behind = at;
  while (text.charCodeAt(behind) === 32 || text.charCodeAt(behind) === 9) behind++;
  return behind < text.length && text.charCodeAt(behind) === 10;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isTrimmed(text.charCodeAt(at))) return false;
  return true;
}

function isProse(inside: string): boolean {
  if (mathMark.test(inside)) return false;
  if (amountInText.test(inside) || amountAlone.test(inside)) return true;
  return /\s/.test(inside) && word.test(inside);
}
