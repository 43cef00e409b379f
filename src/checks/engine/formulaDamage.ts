// What the site's Markdown engine did to the backslashes of one formula that readers do see as a formula.
import type { Formula } from '../../core/markdown/block.js';
import type { MappedText } from '../../core/text/mapped.js';
import { isKnownToKatex } from '../../tex/knownCommands.js';
import { backslashRuns, type BackslashRun } from './backslashes.js';
import { placesOfRows } from './rowPlaces.js';

export interface FormulaDamage {
  /** `\\` between rows that reached the math engine as a single backslash, or not at all. */
  readonly lostRows: readonly BackslashRun[];
  /** Commands such as `\,` and `\{` of which only the sign is left. */
  readonly eaten: readonly BackslashRun[];
  /** `\\\\` between rows that nothing was taken of. */
  readonly leftOver: readonly BackslashRun[];
  /** How many rows readers see, where there are several. */
  readonly rows: number;
  /** The TeX as it was meant: what was taken is there again. */
  readonly meant: string;
}

/** What these become without their backslash is another thing; `\_`, `\*` and `\|` writers escape on purpose. */
const meaningful: ReadonlySet<string> = new Set(',;!:{}%&#$');

/** These divide a group, whose braces writers escape on purpose, too. */
const dividing = /\\(?:choose|over|atop)(?![a-zA-Z])/;
const signsWithoutBraces: ReadonlySet<string> = new Set(',;!:%&#$');

/** `source` is that of its block; `null` where nothing was taken, and nothing is left over. */
export function formulaDamage(formula: Formula, source: string): FormulaDamage | null {
  const { tex } = formula;
  if (isUntouched(tex, source) && !tex.text.includes('\\\\\\\\')) return null;
  const runs = backslashRuns(formula, source);
  const holderOf = placesOfRows(tex.text);
  const holders = new Set<number>();
  const signs = dividing.test(tex.text) ? signsWithoutBraces : meaningful;
  const isDoubling = runs.every((run) => !isCommand(run, source));
  const lostRows: BackslashRun[] = [];
  const eaten: BackslashRun[] = [];
  const leftOver: BackslashRun[] = [];
  let kept = 0;
  for (const run of runs) {
    if (isEaten(run, source, signs)) eaten.push(run);
    const holder = run.length > 1 ? holderOf(run.behind) : null;
    if (holder === null) continue;
    if (run.length === 4 && run.left === 4) leftOver.push(run);
    if (isLast(run, source)) continue;
    if (run.left >= 2) kept++;
    else if (isRowBreak(run, source, isDoubling)) lostRows.push(run);
    else continue;
    holders.add(holder);
  }
  if (lostRows.length + eaten.length + leftOver.length === 0) return null;
  return {
    lostRows,
    eaten,
    leftOver,
    rows: kept + holders.size,
    meant: withRuns(tex.text, [...lostRows, ...eaten]),
  };
}

/** One piece of the source: as most formulas are, but for those over lines of a quote. */
function isUntouched({ pieces }: MappedText, source: string): boolean {
  const [first, ...more] = pieces;
  return more.length === 0 && source.charAt((first?.source ?? 0) - 1) !== '\\';
}

/** A command of letters whose one backslash reached the math engine: its writer does not double them all. */
function isCommand({ start, length, left }: BackslashRun, source: string): boolean {
  return length === 1 && left === 1 && /[a-zA-Z]/.test(source.charAt(start + 1));
}

function isEaten(
  { start, length, left }: BackslashRun,
  source: string,
  signs: ReadonlySet<string>,
): boolean {
  return length === 1 && left === 0 && signs.has(source.charAt(start + 1));
}

/** Behind the last row, a break makes none. */
function isLast({ start, length }: BackslashRun, source: string): boolean {
  return /^\s*\\+end\b/.test(source.slice(start + length, start + length + longestWord));
}

/** `\\{` is how `\{` is written for an engine that takes one backslash, and `\\alpha` may be. */
function isRowBreak({ start, length }: BackslashRun, source: string, isDoubling: boolean): boolean {
  const rest = source.slice(start + length, start + length + longestWord);
  // At the end of a line, kramdown takes two of them, and one of the others, for a break of its own.
  if (length > 2) return length < 5 && /^\r?\n/.test(rest);
  if (isDoubling) return /^(?:\s|&|\*?\[\s*-?[\d.])/.test(rest);
  const [word] = /^[a-zA-Z]{2,}/.exec(rest) ?? [];
  if (word !== undefined) return !isKnownToKatex(word);
  return !/^(?:[{}|,;!:%#_$>]|\[(?!\s*-?[\d.]))/.test(rest);
}

const longestWord = 40;

/** Rows have their two backslashes again, and commands their one. */
function withRuns(text: string, runs: readonly BackslashRun[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { behind, left, length } of [...runs].sort((a, b) => a.behind - b.behind)) {
    parts.push(text.slice(from, behind - left), length === 1 ? '\\' : '\\\\');
    from = behind;
  }
  return parts.join('') + text.slice(from);
}
