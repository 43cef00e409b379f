// What every block rule works on: the lines, what is collected, and how the site reads Markdown.
import { BlockBuilder } from './blockBuilder.js';
import type { LineTable, ParentKind } from './lineTable.js';
import { FenceEnds } from './fenceEnds.js';
import { isGapBefore } from './gaps.js';
import { OpenDisplays } from './openDisplay.js';
import type { BlockKind } from './block.js';
import type { EngineRules } from '../site/engine.js';

/** As markdown-it: what is nested deeper is not read. */
const deepestNesting = 100;

/** Takes the block that begins at `line` and sets `state.line` behind it; `null` if it is none of its kind. */
export type BlockRule = (state: BlockState, line: number, end: number) => BlockKind | null;

/** Whether a construct begins at `line` that ends what comes before; looks, and takes nothing. */
export type Terminator = (state: BlockState, line: number, end: number) => boolean;

/** What ends a paragraph, the lazy lines of a quote or table, and a list. */
export interface BlockGrammar {
  /** The rules in order, and those of them that can take a line that `mayBeginBlock` refuses. */
  readonly rules: readonly BlockRule[];
  readonly plainRules: readonly BlockRule[];
  readonly terminators: Readonly<Record<'paragraph' | 'quote' | 'list', readonly Terminator[]>>;
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
  builder: BlockBuilder;
  /** The line behind what the last rule took. */
  line = 0;
  readonly #grammar: BlockGrammar;
  /** The first line of the container, `-1` if it has something before it. */
  #first = 0;
  #item: number | null = null;

  constructor(table: LineTable, rules: EngineRules, grammar: BlockGrammar) {
    this.table = table;
    this.rules = rules;
    this.#grammar = grammar;
    this.builder = new BlockBuilder(rules);
  }

  /** Starts a top-level block at a line of the post. */
  begin(line: number, touchesBefore: boolean): void {
    this.table.rebase(line);
    this.#first = touchesBefore ? -1 : 0;
    this.#item = null;
    this.displays.lookedTo = 0;
    this.builder = new BlockBuilder(this.rules);
    this.line = 0;
  }

  interrupted(kind: keyof BlockGrammar['terminators'], line: number, end: number): boolean {
    const { terminators, startsTable } = this.#grammar;
    const mayBeTable = kind === 'paragraph' && this.rules.tables.endParagraphs;
    if (mayBeTable && startsTable(this, line, end)) return true;
    if (!mayBeginBlock(this.table.firstCode(line))) return false;
    return terminators[kind].some(
      (terminates) => !this.#isHeldBack(terminates) && terminates(this, line, end),
    );
  }

  /** Whether what ends other paragraphs ends none here: in a list the next item does. */
  #isHeldBack(terminates: Terminator): boolean {
    const { listsEndParagraphs, breaksEndParagraphs } = this.rules;
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

  /** Takes blocks up to `end`, or to a line that leaves the container. */
  blocks(from: number, end: number): void {
    const [first, item] = [this.#first, this.#item];
    this.#first = from;
    this.#item = this.table.parent === 'list' ? from : null;
    this.#blocks(from, end);
    this.#first = first;
    this.#item = item;
  }

  /** Where the item of a list begins whose blocks are read. */
  get item(): number | null {
    return this.#item;
  }

  /** Whether nothing, or a blank line, stands before a line in its container. */
  isBehindGap(line: number): boolean {
    if (line === this.#first) return true;
    if (line === 0) return false;
    const { table } = this;
    return table.isEmpty(line - 1) || isGapBefore(table.lineContent(line - 1, table.blockIndent));
  }

  #blocks(from: number, end: number): void {
    const { table } = this;
    let line = from;
    while (line < end) {
      this.line = line = table.skipEmpty(line);
      if (line >= end || table.indentOf(line) < table.blockIndent) return;
      if (table.level >= deepestNesting) {
        this.line = end;
        return;
      }
      this.block(line, end);
      line = this.line;
      if (line < end && table.isEmpty(line)) {
        line++;
        this.line = line;
      }
    }
  }
}
