// The lines of markdown-it's block state, as the rules that both block scanners share ask for them.
import type { MarkdownIt } from 'markdown-it';
import type { PlacedLines } from '../core/markdown/placedLines.js';

export type BlockState = Parameters<MarkdownIt['block']['tokenize']>[0];
export type BlockRule = (state: BlockState, line: number, end: number, silent: boolean) => boolean;

/** The function of an enabled rule: the one that goes when the rule is disabled. */
export function ruleNamed(md: MarkdownIt, name: string): BlockRule | undefined {
  const { ruler } = md.block;
  const all = ruler.getRules('');
  ruler.disable(name, true);
  const others = new Set(ruler.getRules(''));
  const rule = all.find((candidate) => !others.has(candidate));
  if (rule !== undefined) ruler.enable(name);
  return rule;
}

export function placedLines(state: BlockState): PlacedLines {
  return {
    blockIndent: state.blkIndent,
    listIndent: state.listIndent,
    get item() {
      return itemStart(state);
    },
    isEmpty: (line) => state.isEmpty(line),
    indentOf: (line) => state.sCount[line] ?? 0,
    trimmedStart: (line) => lineText(state, line),
    before: (line) => textBefore(state, line),
    lineContent: (line, indent) => state.getLines(line, line + 1, indent, false),
  };
}

/** Where the item of a list begins whose blocks are read; `null` in no item. */
export function itemStart({ tokens, level }: BlockState): number | null {
  let at = tokens.length - 1;
  while (at >= 0 && tokens[at]?.level !== level - 1) at--;
  const container = tokens[at];
  return container?.type === 'list_item_open' ? (container.map?.[0] ?? null) : null;
}

/** A line from its first character that is no blank. */
export function lineText(state: BlockState, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/** The same, `null` outside of the container. */
export function elementLine(state: BlockState, line: number, end: number): string | null {
  const isOutside = !state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent;
  return line >= end || isOutside ? null : lineText(state, line);
}

/** What stands in the post before a line's first character that is no blank. */
export function textBefore(state: BlockState, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(line === 0 ? 0 : (state.eMarks[line - 1] ?? 0) + 1, start);
}

/** A line of the post as it stands, `null` behind the last. */
export function sourceLine(state: BlockState, line: number): string | null {
  // The last entry is none of a line.
  if (line >= state.eMarks.length - 1) return null;
  return state.src.slice(line === 0 ? 0 : (state.eMarks[line - 1] ?? 0) + 1, state.eMarks[line]);
}
