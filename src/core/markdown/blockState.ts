// What every block rule works on: the lines, what is collected, and how the site reads Markdown.
import { BlockBuilder, type ListSpacing } from './blockBuilder.js';
import type { LineTable, ParentKind } from './lineTable.js';
import { FenceEnds } from './fenceEnds.js';
import { isGapBefore } from './gaps.js';
import { OpenTags } from './openTags.js';
import { OpenDisplays } from './openDisplay.js';
import type { BlockKind } from './block.js';
import type { EngineRules } from '../site/engine.js';

/** As markdown-it: what is nested deeper is not read. */
const deepestNesting = 100;

/** Takes the block that begins at `line` and sets `state.line` behind it; `null` if it is none of its kind. */
export type BlockRule = (state: BlockState, line: number, end: number) => BlockKind | null;

/** Whether a construct begins at `line` that ends what comes before; looks, and takes nothing. */
export type Terminator = (state: BlockState, line: number, end: number) => boolean;

/** What ends a paragraph, the lazy lines of a quote or table, a list, and rows that go on to a blank line. */
export interface BlockGrammar {
  /** The rules in order, and those of them that can take a line that `mayBeginBlock` refuses. */
  readonly rules: readonly BlockRule[];
  readonly plainRules: readonly BlockRule[];
  readonly terminators: Readonly<
    Record<'paragraph' | 'quote' | 'list' | 'rows', readonly Terminator[]>
  >;
  /** The one that can begin with any character; it ends paragraphs alone. */
  readonly startsTable: Terminator;
  /** Of those that end paragraphs, two that do not in every engine. */
  readonly startsList: Terminator;
  readonly isThematicBreak: Terminator;
}

/** Whether anything but a table or a paragraph can begin with this character. */
function mayBeginBlock(code: number): boolean {
  return code < 128 && blockStarts[code] === 1;
}

const blockStarts = new Uint8Array(128);
for (const mark of '#`~>*+-_<[0123456789') blockStarts[mark.charCodeAt(0)] = 1;

export class BlockState {
  readonly table: LineTable;
  readonly rules: EngineRules;
  readonly displays = new OpenDisplays();
  readonly fences = new FenceEnds();
  readonly tags: OpenTags;
  builder: BlockBuilder;
  /** The line behind what the last rule took. */
  line = 0;
  /** The list in whose item blocks are taken; `null` in other containers, and where nobody asks. */
  list: ListSpacing | null = null;
  readonly #grammar: BlockGrammar;
  /** The first line of the container, `-1` if it has something before it. */
  #first = 0;

  constructor(table: LineTable, rules: EngineRules, grammar: BlockGrammar) {
    this.table = table;
    this.tags = new OpenTags(table);
    this.rules = rules;
    this.#grammar = grammar;
    this.builder = new BlockBuilder(rules);
  }

  /** Starts a top-level block at a line of the post. */
  begin(line: number, touchesBefore: boolean): void {
    this.table.rebase(line);
    this.#first = touchesBefore ? -1 : 0;
    this.displays.lookedTo = 0;
    this.tags.begin();
    this.builder = new BlockBuilder(this.rules);
    this.line = 0;
  }

  /** Whether a tag that began before the line goes on in it, as Python-Markdown has tags. */
  isInTag(line: number): boolean {
    const { table, displays } = this;
    const isIn = this.tags.covers(line);
    // A tag goes on to the first angle bracket.
    const looked = table.text(line).includes('>') ? line + 1 : this.tags.looked;
    displays.lookedTo = Math.max(displays.lookedTo, table.base + looked);
    return isIn;
  }

  interrupted(kind: keyof BlockGrammar['terminators'], line: number, end: number): boolean {
    const { terminators, startsTable } = this.#grammar;
    const mayBeTable = kind === 'paragraph' && this.rules.tables.endParagraphs;
    if (mayBeTable && startsTable(this, line, end)) return true;
    if (!mayBeginBlock(this.table.firstCode(line))) return false;
    return terminators[kind].some(
      (terminates) => !this.#isHeldBack(kind, terminates) && terminates(this, line, end),
    );
  }

  /** Whether what ends other paragraphs ends none here: in a list the next item does. */
  #isHeldBack(kind: keyof BlockGrammar['terminators'], terminates: Terminator): boolean {
    const { listsEndParagraphs, breaksEndParagraphs } = this.rules;
    if (kind === 'quote' && terminates === this.#grammar.startsList)
      return !listsEndParagraphs && this.table.listIndent < 0;
    if (this.table.parent !== 'paragraph') return false;
    if (terminates === this.#grammar.isThematicBreak) return !breaksEndParagraphs;
    if (terminates !== this.#grammar.startsList) return false;
    return !listsEndParagraphs && this.table.listIndent < 0;
  }

  /** The same, as seen from inside a construct of another kind. */
  interruptedIn(parent: ParentKind, line: number, end: number): boolean {
    const outer = this.table.parent;
    this.table.parent = parent;
    const interrupted = this.interrupted('paragraph', line, end);
    this.table.parent = outer;
    return interrupted;
  }

  /** Takes one block at `line`, which is not empty. */
  block(line: number, end: number): BlockKind {
    const { rules, plainRules } = this.#grammar;
    const possible = mayBeginBlock(this.table.firstCode(line)) ? rules : plainRules;
    for (const rule of possible) {
      const kind = rule(this, line, end);
      if (kind !== null) return kind;
    }
    this.line = line + 1;
    return 'paragraph';
  }

  /** Takes the blocks of a container that is an item of this list, or of none. */
  blocksOf(list: ListSpacing | null, from: number, end: number): void {
    const { table } = this;
    const around = { list: this.list, first: this.#first, item: table.item };
    this.list = list;
    this.#first = from;
    table.item = table.parent === 'list' ? from : null;
    this.#blocks(from, end);
    this.list = around.list;
    this.#first = around.first;
    table.item = around.item;
  }

  /** Whether nothing, or a blank line, stands before a line in its container. */
  isBehindGap(line: number): boolean {
    if (line === this.#first) return true;
    if (line === 0) return false;
    const { table } = this;
    return table.isEmpty(line - 1) || isGapBefore(table.lineContent(line - 1, table.blockIndent));
  }

  /** Takes blocks up to `end`, or to a line that leaves the container. */
  #blocks(from: number, end: number): void {
    const { table } = this;
    let line = from;
    let isFirst = true;
    while (line < end) {
      this.line = line = table.skipEmpty(line);
      if (line >= end || table.indentOf(line) < table.blockIndent) return;
      if (table.level >= deepestNesting) {
        this.line = end;
        return;
      }
      if (this.list !== null && !isFirst && table.isEmpty(line - 1)) this.list.isTight = false;
      this.block(line, end);
      isFirst = false;
      line = this.line;
      if (line < end && table.isEmpty(line)) {
        line++;
        this.line = line;
      }
    }
  }
}
