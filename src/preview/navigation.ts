// Where the reader is in the post, and what moves the page: the editor, links, the way back, the reader.
import type { FromPreview } from '../protocol/preview.js';
import type { Step, Ways } from '../protocol/trail.js';
import type { ScrollAnchor } from './anchor.js';
import { lineAtTop } from './blockLines.js';
import type { BlockList } from './blockList.js';
import type { ChunkWindow } from './chunkWindow.js';
import { ReaderHistory } from './history.js';
import { Jump } from './jump.js';
import type { Layout } from './layout.js';
import { focusLink, type LinkPlace } from './linkFocus.js';
import { ScrollReport } from './scrollReport.js';

interface NavigationParts {
  readonly list: BlockList;
  readonly chunks: ChunkWindow;
  readonly anchor: ScrollAnchor;
  readonly layout: Layout;
  readonly post: (message: FromPreview) => void;
  readonly waysChanged: (ways: Ways) => void;
  readonly askFrame: () => void;
}

export class Navigation {
  readonly #parts: NavigationParts;
  readonly #jump: Jump;
  readonly #history: ReaderHistory;
  readonly #scroll: ScrollReport;
  /** A line to be shown as soon as there are blocks. */
  #lineToKeep: number | null = null;
  /** What gets the focus as soon as it is in the page. */
  #linkToFocus: LinkPlace | null = null;

  constructor(parts: NavigationParts) {
    this.#parts = parts;
    this.#jump = new Jump(parts.anchor, parts.layout);
    this.#history = new ReaderHistory(parts.waysChanged);
    this.#scroll = new ScrollReport(parts.post);
  }

  /** Brings a line of the source to the top of the viewport. */
  showLine(line: number): void {
    const { list, anchor, askFrame } = this.#parts;
    this.#lineToKeep = list.count === 0 ? line : null;
    const place = list.atLine(line);
    const record = place ? list.at(place.position) : undefined;
    if (!place || !record) return;
    if (line <= 0) anchor.moveToTop();
    else anchor.moveTo(record, place.line, 0);
    askFrame();
  }

  /** The editor shows this line. */
  followEditor(line: number): void {
    this.#scroll.othersAct();
    this.showLine(line);
  }

  /** A link leads here; to one of the rows of the block, where one is meant. */
  followLink(position: number, row: number | null): void {
    this.#history.jumps(this.#parts.anchor.place());
    this.goTo(position, row);
  }

  goTo(position: number, row: number | null): void {
    const record = this.#parts.list.at(position);
    if (!record) return;
    this.#jump.to(record, row);
    this.#parts.askFrame();
  }

  /** The reader activates a link: what is seen now is what the way back leads to. */
  readerFollows(link: LinkPlace | null = null): void {
    this.#history.readerFollows(link);
  }

  /** A step on the way of the links that were followed; the way out of the post is the client's. */
  goAlong(step: Step): void {
    const { anchor, askFrame, post } = this.#parts;
    const place = this.#history.step(step, anchor.place());
    if (!place) return post({ kind: 'goAlong', step, line: this.lineSeen() });
    this.#jump.cancel();
    if (anchor.comeBack(place)) this.#linkToFocus = place.link;
    else this.showLine(place.line);
    askFrame();
  }

  /** The reader uses the preview: what it scrolls by now is the reader's will. */
  readerActs(): void {
    this.#linkToFocus = null;
    this.#scroll.readerActs();
  }

  scrolled(): void {
    if (this.#parts.anchor.scrolled()) this.#scroll.scrolled();
    this.#parts.askFrame();
  }

  /** Blocks have come, some of them because the post has changed. */
  patched(hasChanged: boolean): void {
    // A patch for blocks that the reader scrolled to changes nothing.
    if (hasChanged) this.#scroll.othersAct();
    if (this.#lineToKeep !== null && this.#parts.list.count > 0) this.showLine(this.#lineToKeep);
  }

  /** All blocks go, and will come again. */
  reset(): void {
    this.#lineToKeep ??= this.#parts.anchor.line();
    this.#parts.anchor.clear();
  }

  /** After the page has been brought up to date. */
  finish(): void {
    if (this.#jump.finish()) this.#parts.askFrame();
    if (this.#linkToFocus && focusLink(this.#linkToFocus)) this.#linkToFocus = null;
    this.#scroll.tell(() => this.lineSeen());
  }

  /** The first block of which something is seen. */
  firstSeen(): number {
    const { list, chunks, layout } = this.#parts;
    const seen = chunks
      .mountedRecords()
      .find(({ element }) => element && layout.top(element) + layout.height(element) > 0);
    return seen ? Math.max(0, list.positionOfRecord(seen)) : 0;
  }

  /** The line at the top of the viewport, not always a whole one. */
  lineSeen(): number {
    const { list, layout } = this.#parts;
    const position = this.firstSeen();
    const record = list.at(position);
    if (!record?.element || layout.scrollTop() <= 0) return 0;
    return list.lineOf(position) + lineAtTop(record, -layout.top(record.element), layout);
  }
}
