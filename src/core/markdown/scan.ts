// A post as blocks that tile it.
import type { EngineRules } from '../site/engine.js';
import { engineOf } from '../site/engines.js';
import type { Site } from '../site/site.js';
import type { Lines } from '../text/lines.js';
import type { Block, BlockKind } from './block.js';
import { BlockState, type BlockGrammar } from './blockState.js';
import {
  blockQuote,
  footnoteDefinition,
  listBlock,
  startsFootnote,
  startsList,
  startsQuote,
} from './containers.js';
import { linkDefinition } from './definitions.js';
import { htmlBlock, startsHtml } from './htmlBlocks.js';
import { frontMatterEnd, frontMatterEndIn, isFence } from './frontMatter.js';
import { isGap, isGapBefore, isGapBehind } from './gaps.js';
import {
  atxHeading,
  fencedCode,
  indentedCode,
  isHeading,
  isThematicBreak,
  startsFence,
  thematicBreak,
} from './leafBlocks.js';
import { LineTable } from './lineTable.js';
import { paragraph } from './paragraph.js';
import { longestTag, mayLeaveTagOpen } from './python/openTags.js';
import { startsTable, tableBlock } from './table.js';

/** In markdown-it's order, which decides where two rules could take a line. */
const grammar: BlockGrammar = {
  rules: [
    tableBlock,
    indentedCode,
    fencedCode,
    blockQuote,
    thematicBreak,
    listBlock,
    footnoteDefinition,
    linkDefinition,
    htmlBlock,
    atxHeading,
    paragraph,
  ],
  plainRules: [tableBlock, indentedCode, paragraph],
  startsTable,
  startsList,
  isThematicBreak,
  terminators: {
    paragraph: [
      startsFence,
      startsQuote,
      isThematicBreak,
      startsList,
      startsFootnote,
      startsHtml,
      isHeading,
    ],
    quote: [startsFence, startsQuote, isThematicBreak, startsList, startsHtml, isHeading],
    list: [startsFence, startsQuote, isThematicBreak],
    rows: [startsFence, startsHtml],
  },
};

export function scanBlocks(lines: Lines, site: Site): readonly Block[] {
  return blocksUnder(lines, engineOf(site));
}

export function blocksUnder(lines: Lines, rules: EngineRules): readonly Block[] {
  const scanner = new BlockScanner(lines, rules);
  const blocks: Block[] = [];
  for (let line = 0; line < lines.length;) {
    const block = scanner.blockAt(line);
    blocks.push(block);
    line += block.lineCount;
  }
  return blocks;
}

/** Scans single blocks, wherever one begins. */
export class BlockScanner {
  readonly #lines: Lines;
  readonly #rules: EngineRules;
  readonly #state: BlockState;

  constructor(lines: Lines, rules: EngineRules) {
    this.#lines = lines;
    this.#rules = rules;
    this.#state = new BlockState(new LineTable(lines), rules, grammar);
  }

  blockAt(line: number): Block {
    const state = this.#state;
    const touchesBefore = this.touchesBefore(line);
    state.begin(line, touchesBefore);
    const kind = this.#take(line);
    if (kind !== 'code' && kind !== 'html' && kind !== 'frontMatter') this.#takeOpenTag();
    const end = this.#behindBlankLines(line + state.line);
    const text = this.#lines.slice(line, end).join('');
    const touchesAfter = this.#isTouched(end);
    const [lineCount, reach] = [end - line, this.#reach(line, end)];
    return state.builder.build({ kind, text, lineCount, reach, touchesBefore, touchesAfter });
  }

  /** Whether the line before is none that blocks need before them, where they need one. */
  touchesBefore(line: number): boolean {
    if (!this.#rules.needsBlankLines || line === 0) return false;
    const before = this.#lines[line - 1] ?? '';
    return !isGapBefore(before) && !(isFence(before) && frontMatterEndIn(this.#lines) === line);
  }

  #isTouched(end: number): boolean {
    if (!this.#rules.needsBlankLines || end >= this.#lines.length) return false;
    return !isGap(this.#lines[end - 1] ?? '') && !isGapBehind(this.#lines[end] ?? '');
  }

  /** To Python-Markdown a tag that a block leaves open holds what would begin HTML behind it. */
  #takeOpenTag(): void {
    const { table, rules } = this.#state;
    if (rules.htmlBlocks !== 'python') return;
    for (;;) {
      const text = this.#lines.slice(table.base, table.base + this.#state.line).join('');
      const held = mayLeaveTagOpen(text) ? this.#heldHtml() : -1;
      if (held < 0) return;
      while (this.#state.line <= held)
        this.#state.block(table.skipEmpty(this.#state.line), table.count);
    }
  }

  /** The next line that begins like HTML and stands in a tag; `-1` if the tag ends before one. */
  #heldHtml(): number {
    const { table, displays } = this.#state;
    let length = 0;
    let line = this.#state.line;
    let held = -1;
    for (let closed = false; !closed && line < table.count && length <= longestTag; line++) {
      const text = table.text(line);
      length += text.length;
      closed = text.includes('>');
      if (table.firstCode(line) === 60 && this.#state.isInTag(line)) held = line;
      if (held >= 0) break;
    }
    displays.lookedTo = Math.max(displays.lookedTo, table.base + line + 1);
    return held;
  }

  /** A block that saw the last line of the post may have come out so because nothing follows. */
  #reach(line: number, end: number): number {
    const { table, displays } = this.#state;
    const seen = Math.max(line + table.seen, displays.lookedTo);
    return seen >= line + table.count ? this.#lines.length + 1 - end : Math.max(0, seen - end);
  }

  #take(line: number): BlockKind {
    const { table } = this.#state;
    if (line === 0) {
      const end = frontMatterEnd(this.#state);
      this.#state.line = end;
      if (end > 0) return 'frontMatter';
    }
    if (table.isEmpty(0)) return 'blank';
    return this.#state.block(0, table.count);
  }

  /** Blank lines belong to the block before them. */
  #behindBlankLines(line: number): number {
    const { table } = this.#state;
    const base = line - this.#state.line;
    let end = line;
    while (end < this.#lines.length && table.isEmpty(end - base)) end++;
    return end;
  }
}
