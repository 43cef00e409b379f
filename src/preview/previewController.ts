// Applies patches to the page, and tells the server what is shown; the DOM work is done by its parts.
import {
  previewProtocolVersion,
  type FromPreview,
  type PreviewPatch,
  type ToPreview,
} from '../protocol/preview.js';
import type { Ways } from '../protocol/trail.js';
import { ScrollAnchor } from './anchor.js';
import { BlockList } from './blockList.js';
import type { BlockTools } from './blockView.js';
import { CaretMark } from './caretMark.js';
import { ChunkWindow } from './chunkWindow.js';
import type { Layout } from './layout.js';
import { MountedWindow } from './mountedWindow.js';
import { Navigation } from './navigation.js';
import { Patcher } from './patcher.js';
import type { Sanitizer } from './sanitize.js';
import { Typesetting, type Schedule } from './typesetting.js';

interface PreviewParts {
  readonly root: HTMLElement;
  readonly layout: Layout;
  readonly schedule: Schedule;
  readonly tools: BlockTools;
  readonly sanitize: Sanitizer;
  post(message: FromPreview): void;
  /** Whether there is a way back, and one forward. */
  readonly waysChanged?: (ways: Ways) => void;
  /** The line of the source that is seen first, after each change. */
  readonly seen?: (line: number) => void;
}

/** Milliseconds of typesetting with a patch: what is left goes into the next frames. */
const patchBudget = 12;

export class PreviewController {
  readonly navigation: Navigation;
  readonly #parts: PreviewParts;
  readonly #list = new BlockList();
  readonly #chunks: ChunkWindow;
  readonly #anchor: ScrollAnchor;
  readonly #caret = new CaretMark(this.#list);
  readonly #typesetting: Typesetting;
  readonly #window: MountedWindow;
  readonly #patcher: Patcher;
  #revision = 0;
  #frameAsked = false;

  constructor(parts: PreviewParts) {
    const { root, layout, schedule, tools, sanitize } = parts;
    this.#parts = parts;
    this.#chunks = new ChunkWindow(root, this.#list, layout, tools, sanitize);
    this.#anchor = new ScrollAnchor(root, this.#list, layout, this.#chunks);
    this.#typesetting = new Typesetting(this.#chunks, layout, schedule);
    this.#window = new MountedWindow(this.#list, this.#chunks);
    this.#patcher = new Patcher({
      list: this.#list,
      chunks: this.#chunks,
      window: this.#window,
      anchor: this.#anchor,
    });
    this.navigation = new Navigation({
      list: this.#list,
      chunks: this.#chunks,
      anchor: this.#anchor,
      layout,
      post: (message) => {
        parts.post(message);
      },
      waysChanged: (ways) => parts.waysChanged?.(ways),
      askFrame: () => {
        this.#askFrame();
      },
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
        return this.navigation.followLink(message.position, message.row);
      case 'showLine':
        return this.navigation.followEditor(message.line);
      case 'caret':
        // Positions of another state mean other blocks; the patch that leads here brings its own.
        if (message.revision === this.#revision) this.#caret.set(message.place);
        return;
      case 'ways':
      case 'peeked':
      case 'found':
        // News for other parts of the preview.
        return;
    }
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
    const isComplete = this.#patcher.apply(patch, this.#parts.schedule.budget(patchBudget));
    this.#caret.set(patch.caret);
    this.#writeLines();
    this.#askFrame();
    this.navigation.patched(patch.removed + patch.inserted.weights.length > 0);
    if (isComplete) this.#parts.post({ kind: 'acknowledge', revision: patch.revision });
    else this.#restart();
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
    this.navigation.finish();
    if (this.#list.count > 0) this.#parts.seen?.(this.#anchor.line() ?? 0);
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
    this.navigation.reset();
    this.#chunks.show({ start: 0, end: 0 });
    this.#list.splice(0, this.#list.count, { lineCounts: [], weights: [] });
    this.#window.reset();
    this.#revision = 0;
  }
}

/** Rounds of mounting in one frame: heights are estimates until they are measured. */
const maxRounds = 4;
