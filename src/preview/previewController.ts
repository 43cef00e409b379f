// Applies patches to the page, and tells the server what is shown; the DOM work is done by its parts.
import {
  previewProtocolVersion,
  type FromPreview,
  type PreviewPatch,
  type ToPreview,
} from '../protocol/preview.js';
import { ScrollAnchor } from './anchor.js';
import { BlockList } from './blockList.js';
import type { BlockTools } from './blockView.js';
import { lineAtTop } from './blockLines.js';
import { CaretMark } from './caretMark.js';
import { ChunkWindow } from './chunkWindow.js';
import { Jump } from './jump.js';
import type { Layout } from './layout.js';
import { MountedWindow } from './mountedWindow.js';
import { Patcher } from './patcher.js';
import type { Sanitizer } from './sanitize.js';
import { ScrollReport } from './scrollReport.js';
import { Typesetting, type Schedule } from './typesetting.js';

export interface PreviewParts {
  readonly root: HTMLElement;
  readonly layout: Layout;
  readonly schedule: Schedule;
  readonly tools: BlockTools;
  readonly sanitize: Sanitizer;
  post(message: FromPreview): void;
  /** The line of the source that is seen first, after each change. */
  readonly seen?: (line: number) => void;
}

/** Milliseconds of typesetting with a patch: what is left goes into the next frames. */
const patchBudget = 12;

export class PreviewController {
  readonly #parts: PreviewParts;
  readonly #list = new BlockList();
  readonly #chunks: ChunkWindow;
  readonly #anchor: ScrollAnchor;
  readonly #jump: Jump;
  readonly #caret = new CaretMark(this.#list);
  readonly #typesetting: Typesetting;
  readonly #window: MountedWindow;
  readonly #patcher: Patcher;
  readonly #scroll: ScrollReport;
  #revision = 0;
  /** A line to be shown as soon as there are blocks. */
  #lineToKeep: number | null = null;
  #frameAsked = false;

  constructor(parts: PreviewParts) {
    const { root, layout, schedule, tools, sanitize } = parts;
    this.#parts = parts;
    this.#chunks = new ChunkWindow(root, this.#list, layout, tools, sanitize);
    this.#anchor = new ScrollAnchor(root, this.#list, layout, this.#chunks);
    this.#jump = new Jump(this.#anchor, layout);
    this.#typesetting = new Typesetting(this.#chunks, layout, schedule);
    this.#scroll = new ScrollReport((message) => {
      parts.post(message);
    });
    this.#window = new MountedWindow(this.#list, this.#chunks);
    this.#patcher = new Patcher({
      list: this.#list,
      chunks: this.#chunks,
      window: this.#window,
      anchor: this.#anchor,
    });
  }

  get list(): BlockList {
    return this.#list;
  }

  get revision(): number {
    return this.#revision;
  }

  start(): void {
    this.#parts.post({ kind: 'ready', protocol: previewProtocolVersion });
  }

  receive(message: ToPreview): void {
    switch (message.kind) {
      case 'patch':
        return this.#apply(message);
      case 'goTo':
        return this.#goTo(message.position, message.row);
      case 'showLine':
        this.#scroll.othersAct();
        return this.showLine(message.line);
      case 'caret':
        // Positions of another state mean other blocks; the patch that leads here brings its own.
        if (message.revision === this.#revision) this.#caret.set(message.place);
        return;
      case 'peeked':
      case 'found':
        // Answers for other parts of the preview.
        return;
    }
  }

  /** Brings a line of the source to the top of the viewport. */
  showLine(line: number): void {
    this.#lineToKeep = this.#list.count === 0 ? line : null;
    const place = this.#list.atLine(line);
    const record = place ? this.#list.at(place.position) : undefined;
    if (!place || !record) return;
    if (line <= 0) this.#anchor.moveToTop();
    else this.#anchor.moveTo(record, place.line, 0);
    this.#askFrame();
  }

  /** Brings a block into view. */
  showBlock(position: number): void {
    this.#goTo(position, null);
  }

  /** The first block of which something is seen. */
  firstSeen(): number {
    const { layout } = this.#parts;
    const seen = this.#chunks
      .mountedRecords()
      .find(({ element }) => element && layout.top(element) + layout.height(element) > 0);
    return seen?.element ? this.positionOf(seen.element) : 0;
  }

  /** The reader uses the preview: what it scrolls by now is the reader's will. */
  readerActs(): void {
    this.#scroll.readerActs();
  }

  scrolled(): void {
    if (this.#anchor.scrolled()) this.#scroll.scrolled();
    this.#askFrame();
  }

  /** Something in the page has another height than before: an image, a font, the panel itself. */
  resized(): void {
    this.#anchor.restore();
    this.#askFrame();
  }

  /** The block that holds an element of the page. */
  positionOf(element: Element): number {
    const block = element.closest('.block');
    const { start, end } = this.#chunks.mounted();
    let position = this.#list.positionOf(start);
    for (const { records } of this.#list.chunks.slice(start, end)) {
      const index = records.findIndex((record) => record.element === block);
      if (index >= 0) return position + index;
      position += records.length;
    }
    return -1;
  }

  #apply(patch: PreviewPatch): void {
    if (patch.base !== this.#revision) {
      this.#reset();
      // A patch was lost: begin anew rather than show what is not so.
      if (patch.base !== 0) return this.start();
    }
    this.#revision = patch.revision;
    // A patch for blocks that the reader scrolled to changes nothing.
    if (patch.removed + patch.inserted.weights.length > 0) this.#scroll.othersAct();
    const isComplete = this.#patcher.apply(patch, this.#parts.schedule.budget(patchBudget));
    this.#caret.set(patch.caret);
    this.#writeLines();
    this.#askFrame();
    if (this.#lineToKeep !== null && this.#list.count > 0) this.showLine(this.#lineToKeep);
    if (isComplete) this.#parts.post({ kind: 'acknowledge', revision: patch.revision });
    else this.#restart();
  }

  #goTo(position: number, row: number | null): void {
    const record = this.#list.at(position);
    if (!record) return;
    this.#jump.to(record, row);
    this.#askFrame();
  }

  #askFrame(): void {
    if (this.#frameAsked) return;
    this.#frameAsked = true;
    this.#parts.schedule.frame(() => {
      this.#frameAsked = false;
      this.#update();
    });
  }

  /** Mounts what is near the viewport, typesets what is in it, and keeps the reader's place. */
  #update(): void {
    this.#anchor.restore();
    for (let round = 0; round < maxRounds; round++) {
      const needed = this.#chunks.needed();
      const mounted = this.#chunks.mounted();
      if (needed.start === mounted.start && needed.end === mounted.end) break;
      this.#window.show(needed);
      this.#anchor.restore();
    }
    this.#writeLines();
    this.#caret.refresh();
    this.#reportWindow();
    const askFrame = (): void => {
      this.#askFrame();
    };
    if (!this.#typesetting.typesetVisible()) askFrame();
    else this.#typesetting.typesetRest(askFrame);
    this.#anchor.settle();
    this.#anchor.restore();
    if (this.#jump.finish()) askFrame();
    if (this.#list.count > 0) this.#parts.seen?.(this.#anchor.line() ?? 0);
    this.#scroll.tell(() => this.#lineSeen());
  }

  /** The line at the top of the viewport. */
  #lineSeen(): number {
    const { layout } = this.#parts;
    const position = this.firstSeen();
    const record = this.#list.at(position);
    if (!record?.element || layout.scrollTop() <= 0) return 0;
    const inside = lineAtTop(record, -layout.top(record.element), layout);
    return this.#list.lineOf(position) + inside;
  }

  #reportWindow(): void {
    const news = this.#window.news();
    if (news) this.#parts.post({ kind: 'window', revision: this.#revision, ...news });
  }

  #writeLines(): void {
    const { start } = this.#chunks.mounted();
    let line = this.#list.lineOf(this.#list.positionOf(start));
    for (const { view, lineCount } of this.#chunks.mountedRecords()) {
      view?.setFirstLine(line);
      line += lineCount;
    }
  }

  #restart(): void {
    this.#reset();
    this.start();
  }

  #reset(): void {
    this.#lineToKeep ??= this.#anchor.line();
    this.#anchor.clear();
    this.#chunks.show({ start: 0, end: 0 });
    this.#list.splice(0, this.#list.count, { lineCounts: [], weights: [] });
    this.#window.reset();
    this.#revision = 0;
  }
}

/** Rounds of mounting in one frame: heights are estimates until they are measured. */
const maxRounds = 4;
