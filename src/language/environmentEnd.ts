// The end of an environment that has just been begun: written behind the caret where it is missing.
import { offsetInBlock } from '../core/markdown/blockList.js';
import { profileOf } from '../core/numbering/profiles.js';
import type { Snapshot } from '../core/post/facts.js';
import { isInFormula } from './environmentNames.js';
import { lineBreak } from './lineBreak.js';
import { isNoMath } from './noMath.js';
import { lineAround } from './sourceText.js';

const begun = /(?<!\\)(?:\\\\)*(\\begin\{([a-zA-Z]+\*?)\})$/;

/** What may stand behind a `\begin{…}` without being its content: what ends the formula or its cell. */
const ends = /^\s*(?:$|[$}&|]|\\(?:[)\]\\]|end(?![a-zA-Z])|right(?![a-zA-Z])))/;

/** The text to write at `offset`, behind a `\begin{name}`; `null` where nothing is missing. */
export function environmentEnd(post: Snapshot, offset: number): string | null {
  const { before, behind } = lineAround(post, { start: offset, end: offset });
  const [, mark = '', name = ''] = begun.exec(before) ?? [];
  const { math, tags } = post.site;
  if (!profileOf(math, tags).environments.has(name)) return null;
  const start = offset - mark.length;
  if (
    isNoMath(post, start) ||
    isInComment(post, start, before.slice(0, before.length - mark.length))
  ) {
    return null;
  }
  if (!ends.test(behind) || isEnded(textBehind(post, offset), name)) return null;
  return (behind.trim() === '' ? lineBreak(post, offset) : '') + `\\end{${name}}`;
}

/** In a formula; in the text around it, a percent sign is one. */
function isInComment(post: Snapshot, offset: number, line: string): boolean {
  return /(?<!\\)(?:\\\\)*%/.test(line) && isInFormula(post, offset);
}

const token = /\\(begin|end)\s*\{([^{}\r\n]*)\}|\\[\s\S]/g;

/** An end belongs to the last environment of its name that is open; what is open in it has none. */
function isEnded(behind: string, name: string): boolean {
  const open = [name];
  for (const { 1: command, 2: other = '' } of behind.matchAll(token)) {
    if (command === 'begin') open.push(other);
    if (command !== 'end') continue;
    const at = open.lastIndexOf(other);
    if (at <= 0) return at === 0;
    open.length = at;
  }
  return false;
}

/** How many blocks behind its own an environment may end in. */
const mostBlocks = 20;

/** To the next heading or code: nobody begins there what is ended behind it. */
function textBehind({ blocks }: Snapshot, offset: number): string {
  const { index, block, at } = offsetInBlock(blocks, offset);
  const texts = [block?.text.slice(at) ?? ''];
  for (const { kind, text } of blocks.blocks.slice(index + 1, index + mostBlocks)) {
    if (kind === 'heading' || kind === 'code') break;
    texts.push(text);
  }
  return texts.join('');
}
