// One state of a post, from its text or from the state before and the edits between.
import { joinChanges, unchanged, type BlockChange } from '../markdown/blockChange.js';
import { blockList, type BlockList } from '../markdown/blockList.js';
import { rescanBlocks } from '../markdown/rescan.js';
import { scanBlocks } from '../markdown/scan.js';
import type { Display } from '../numbering/display.js';
import { noMacros, type NumberingMacros } from '../numbering/macros.js';
import { numberPage, type PageNumbers } from '../numbering/pageNumbers.js';
import { profileOf } from '../numbering/profiles.js';
import type { Site } from '../site/site.js';
import {
  editLines,
  splitLines,
  type LineChange,
  type Lines,
  type TextEdit,
} from '../text/lines.js';
import { spliced } from '../text/spliced.js';
import { blockSignature, readBlockMath, type BlockMath } from './blockMath.js';
import { buildFacts } from './buildFacts.js';
import type { PostFacts, Snapshot } from './facts.js';
import { sameMacros } from './macroState.js';

export interface PostText {
  readonly path: string;
  readonly version: number;
  readonly text: string;
  readonly site: Site;
  /** Macros that hold before the post begins: those of its blog. */
  readonly macros?: NumberingMacros;
}

export interface EditedSnapshot {
  readonly snapshot: Snapshot;
  readonly change: BlockChange;
  /** How many blocks were read anew, as Markdown and as math. */
  readonly work: { readonly scanned: number; readonly parsed: number };
}

export function openSnapshot({ path, version, text, site, macros }: PostText): Snapshot {
  const lines = splitLines(text);
  const blocks = blockList(scanBlocks(lines, site));
  const math: BlockMath[] = [];
  let before = macros ?? noMacros;
  for (const block of blocks.blocks) {
    const read = readBlockMath(block, site, before);
    math.push(read);
    before = read.macrosBehind;
  }
  return new PostSnapshot({ path, version, site, lines, blocks, math });
}

/** Each edit applies to the text that the edits before it left. */
export function editSnapshot(
  previous: Snapshot,
  version: number,
  edits: readonly TextEdit[],
): EditedSnapshot {
  const { path, site, math } = previous;
  const { lines, blocks, change, scanned } = editBlocks(previous, edits);
  const edited = editMath(math, blocks, change, site);
  const same = sameSignatures(math, edited.math, edited.change);
  const counted = sameCounts(math, edited.math, edited.change);
  const snapshot = new PostSnapshot(
    { path, version, site, lines, blocks, math: edited.math },
    {
      numbers: same ? previous.numbers : null,
      firstEntries: counted ? previous.firstEntries : null,
    },
  );
  return { snapshot, change, work: { scanned, parsed: edited.parsed } };
}

/** The numbers of a page, by the entries of its blocks. */
export function numberBlocks(
  math: readonly BlockMath[],
  site: Site,
): Pick<Snapshot, 'firstEntries' | 'numbers'> {
  return { firstEntries: countEntries(math), numbers: numbersOf(math, site) };
}

interface SnapshotParts {
  readonly path: string;
  readonly version: number;
  readonly site: Site;
  readonly lines: Lines;
  readonly blocks: BlockList;
  readonly math: readonly BlockMath[];
}

interface KeptParts {
  readonly numbers: PageNumbers | null;
  readonly firstEntries: Uint32Array | null;
}

class PostSnapshot implements Snapshot {
  readonly path: string;
  readonly version: number;
  readonly site: Site;
  readonly lines: Lines;
  readonly blocks: BlockList;
  readonly math: readonly BlockMath[];
  readonly firstEntries: Uint32Array;
  readonly numbers: PageNumbers;
  #facts: PostFacts | null = null;

  /** `kept` is what an edit left as it was. */
  constructor(parts: SnapshotParts, kept?: KeptParts) {
    this.path = parts.path;
    this.version = parts.version;
    this.site = parts.site;
    this.lines = parts.lines;
    this.blocks = parts.blocks;
    this.math = parts.math;
    this.firstEntries = kept?.firstEntries ?? countEntries(parts.math);
    this.numbers = kept?.numbers ?? numbersOf(parts.math, parts.site);
  }

  get facts(): PostFacts {
    this.#facts ??= buildFacts(this);
    return this.#facts;
  }
}

function countEntries(math: readonly BlockMath[]): Uint32Array {
  const first = new Uint32Array(math.length + 1);
  let count = 0;
  for (let at = 0; at < math.length; at++) {
    first[at] = count;
    count += math[at]?.entries.length ?? 0;
  }
  first[math.length] = count;
  return first;
}

function numbersOf(math: readonly BlockMath[], site: Site): PageNumbers {
  const displays: Display[] = [];
  for (const { entries } of math) for (const { display } of entries) displays.push(display);
  return numberPage(displays, profileOf(site.math, site.tags));
}

interface EditedBlocks {
  readonly lines: Lines;
  readonly blocks: BlockList;
  readonly change: BlockChange;
  readonly scanned: number;
}

/** More edits than this are scanned as one. */
const mostEditsOneByOne = 16;

function editBlocks(previous: Snapshot, edits: readonly TextEdit[]): EditedBlocks {
  const { site } = previous;
  let state: EditedBlocks = { ...previous, change: unchanged, scanned: 0 };
  if (edits.length > mostEditsOneByOne) {
    const { lines, change } = editAllLines(previous.lines, edits);
    return rescan(state, lines, change, site);
  }
  for (const edit of edits) {
    const { lines, change } = editLines(state.lines, edit);
    state = rescan(state, lines, change, site);
  }
  return state;
}

function editAllLines(
  lines: Lines,
  edits: readonly TextEdit[],
): { lines: Lines; change: LineChange } {
  let text = lines;
  let hull: LineChange = unchanged;
  for (const edit of edits) {
    const { lines: next, change } = editLines(text, edit);
    text = next;
    hull = joinChanges(hull, change);
  }
  return { lines: text, change: hull };
}

function rescan(
  state: EditedBlocks,
  lines: Lines,
  lineChange: LineChange,
  site: Site,
): EditedBlocks {
  const { list, change, scanned } = rescanBlocks(state.blocks, lines, lineChange, site);
  return {
    lines,
    blocks: list,
    change: joinChanges(state.change, change),
    scanned: state.scanned + scanned,
  };
}

interface EditedMath {
  readonly math: readonly BlockMath[];
  /** The blocks whose math was read anew: those of the edit, and those that its macros reach. */
  readonly change: BlockChange;
  readonly parsed: number;
}

function editMath(
  math: readonly BlockMath[],
  { blocks }: BlockList,
  { from, removed, inserted }: BlockChange,
  site: Site,
): EditedMath {
  const fresh: BlockMath[] = [];
  let before = math[from - 1]?.macrosBehind ?? math[0]?.macrosBefore ?? noMacros;
  for (let at = from; at < from + inserted; at++) {
    const block = blocks[at];
    if (block === undefined) break;
    const read = readBlockMath(block, site, before);
    fresh.push(read);
    before = read.macrosBehind;
  }
  let next = from + removed;
  const expected = math[next]?.macrosBefore;
  if (expected !== undefined && !sameMacros(before, expected)) {
    for (; next < math.length && math[next]?.macrosBefore !== before; next++) {
      const block = blocks[next - removed + inserted];
      if (block === undefined) break;
      const read = readBlockMath(block, site, before);
      fresh.push(read);
      before = read.macrosBehind;
    }
  }
  return {
    math: spliced(math, from, next - from, fresh),
    change: { from, removed: next - from, inserted: fresh.length },
    parsed: fresh.length,
  };
}

function sameSignatures(
  before: readonly BlockMath[],
  after: readonly BlockMath[],
  { from, removed, inserted }: BlockChange,
): boolean {
  return (
    joinSignatures(before.slice(from, from + removed)) ===
    joinSignatures(after.slice(from, from + inserted))
  );
}

function sameCounts(
  before: readonly BlockMath[],
  after: readonly BlockMath[],
  { from, removed, inserted }: BlockChange,
): boolean {
  if (removed !== inserted) return false;
  for (let at = from; at < from + removed; at++) {
    if (before[at]?.entries.length !== after[at]?.entries.length) return false;
  }
  return true;
}

function joinSignatures(math: readonly BlockMath[]): string {
  return math
    .filter(({ entries }) => entries.length > 0)
    .map(blockSignature)
    .join(';');
}
