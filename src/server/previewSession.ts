// One preview of one post: turns changes of the post into the least that must travel to it.
import { joinChanges, unchanged, type BlockChange } from '../core/markdown/blockChange.js';
import {
  previewProtocolVersion,
  type BlockTexts,
  type FromPreview,
  type PositionedBlock,
  type PositionedTexts,
  type RenderedBlock,
  type ToPreview,
} from '../protocol/preview.js';

/** The newest state of a post, as a preview asks for it. */
export interface PreviewedPost {
  readonly blockCount: number;
  lineCount(position: number): number;
  weight(position: number): number;
  render(position: number): RenderedBlock;
  texts(position: number): BlockTexts;
  /** Where the reference leads that is the `index`th of a block. */
  follow(position: number, index: number): BlockPlace | null;
  /** The heading, equation or footnote with this id. */
  followAnchor(anchor: string): BlockPlace | null;
  /** The blocks whose source holds the text, in order. */
  find(text: string): readonly number[];
  /** The part that lists show; `null` where the post does not say where it ends. */
  excerpt(): PreviewedPost | null;
}

export interface BlockPlace {
  readonly position: number;
  /** The index among the rows of the displays of the block; `null` for the block itself. */
  readonly row: number | null;
}

/** What the preview has of a block. */
interface Held {
  readonly key: string;
  readonly texts: string;
}

/** Blocks sent before the preview has said what it shows: a first screen. */
const firstWindow = 24;

/** No window is larger: a preview that asks for everything gets it in parts. */
const maxWindow = 400;

export class PreviewSession {
  readonly #send: (message: ToPreview) => void;
  #whole: PreviewedPost | null = null;
  /** What is shown of it. */
  #post: PreviewedPost | null = null;
  #isExcerpt = false;
  #ready = false;
  #revision = 0;
  #waiting = false;
  /** What happened to the post since the last patch, in the positions of that patch. */
  #pending: BlockChange = unchanged;
  /** The last patch's change, as long as the preview may still speak of the state before it. */
  #lastChange: BlockChange = unchanged;
  #window = { from: 0, to: firstWindow };
  #windowSeen = 0;
  #held = new Map<number, Held>();

  constructor(send: (message: ToPreview) => void) {
    this.#send = send;
  }

  /** The post was opened, or is another one now. */
  open(post: PreviewedPost): void {
    const before = this.#adopt(post);
    const inserted = this.#post?.blockCount ?? 0;
    this.#pending = joinChanges(this.#pending, { from: 0, removed: before, inserted });
    this.#flush();
  }

  change(post: PreviewedPost, change: BlockChange): void {
    const before = this.#adopt(post);
    const shown = changeWithin(change, before, this.#post?.blockCount ?? 0);
    this.#pending = joinChanges(this.#pending, shown);
    this.#window = shiftWindow(this.#window, shown);
    this.#flush();
  }

  /** Numbers, faults or results may have changed, and no block. */
  refresh(post: PreviewedPost): void {
    this.#adopt(post);
    this.#flush();
  }

  /** Answers with how many blocks were shown before. */
  #adopt(post: PreviewedPost | null): number {
    const before = this.#post?.blockCount ?? 0;
    this.#whole = post;
    this.#post = (this.#isExcerpt ? post?.excerpt() : null) ?? post;
    return before;
  }

  /** The blocks above the cut stay, the others come or go. */
  #showExcerpt(isOn: boolean): void {
    if (isOn === this.#isExcerpt) return;
    this.#isExcerpt = isOn;
    const before = this.#adopt(this.#whole);
    const after = this.#post?.blockCount ?? 0;
    const from = Math.min(before, after);
    const change = { from, removed: before - from, inserted: after - from };
    this.#pending = joinChanges(this.#pending, change);
    this.#flush();
  }

  receive(message: FromPreview): void {
    switch (message.kind) {
      case 'ready':
        return this.#restart();
      case 'acknowledge':
        if (message.revision === this.#revision) this.#waiting = false;
        return this.#flush();
      case 'window':
        return this.#moveWindow(message);
      case 'follow':
        return this.#follow(message);
      case 'followAnchor':
        return this.#goTo(this.#post?.followAnchor(message.anchor) ?? null);
      case 'find':
        return this.#send({
          kind: 'found',
          search: message.search,
          positions: this.#post?.find(message.text) ?? [],
        });
      case 'showExcerpt':
        return this.#showExcerpt(message.isOn);
      case 'openLink':
      case 'revealLine':
        // The client's own: they never come here.
        return;
    }
  }

  /** The preview was loaded, or loaded anew: it holds nothing. */
  #restart(): void {
    this.#ready = true;
    this.#revision = 0;
    this.#waiting = false;
    this.#held = new Map();
    this.#window = { from: 0, to: firstWindow };
    this.#windowSeen = 0;
    this.#pending = { from: 0, removed: 0, inserted: this.#post?.blockCount ?? 0 };
    this.#lastChange = unchanged;
    this.#flush();
  }

  #moveWindow(message: Extract<FromPreview, { readonly kind: 'window' }>): void {
    const { from, window } = message;
    const to = Math.min(message.to, from + maxWindow);
    let moved = { from, to: Math.max(from, to) };
    if (message.revision < this.#revision) moved = shiftWindow(moved, this.#lastChange);
    this.#window = shiftWindow(moved, this.#pending);
    this.#windowSeen = window;
    for (const position of this.#held.keys()) {
      if (position < moved.from || position >= moved.to) this.#held.delete(position);
    }
    this.#flush();
  }

  #follow(message: Extract<FromPreview, { readonly kind: 'follow' }>): void {
    // A click on a state that has changed meanwhile means another reference now, or none.
    if (message.revision !== this.#revision || this.#pending !== unchanged) return;
    this.#goTo(this.#post?.follow(message.position, message.index) ?? null);
  }

  #goTo(place: BlockPlace | null): void {
    if (place) this.#send({ kind: 'goTo', ...place });
  }

  /** Sends the newest state, unless a patch is out: its acknowledgement comes back here. */
  #flush(): void {
    const post = this.#post;
    if (!post || !this.#ready || this.#waiting) return;
    const change = this.#pending;
    const { blocks, texts, held } = this.#compare(post, change);
    const isFirst = this.#revision === 0;
    if (!isFirst && change === unchanged && blocks.length === 0 && texts.length === 0) return;
    this.#held = held;
    this.#pending = unchanged;
    this.#lastChange = change;
    this.#waiting = true;
    this.#send({
      kind: 'patch',
      protocol: previewProtocolVersion,
      base: this.#revision,
      revision: ++this.#revision,
      from: change.from,
      removed: change.removed,
      inserted: outlines(post, change),
      blocks,
      texts,
      window: this.#windowSeen,
    });
  }

  #compare(post: PreviewedPost, change: BlockChange): Comparison {
    const { kept, removed } = carryOver(this.#held, change);
    const blocks: PositionedBlock[] = [];
    const texts: PositionedTexts[] = [];
    const held = new Map<number, Held>();
    const end = Math.min(this.#window.to, post.blockCount);
    for (let position = this.#window.from; position < end; position++) {
      const { key, html } = post.render(position);
      const shown = post.texts(position);
      const next = { key, texts: JSON.stringify(shown) };
      const before = kept.get(position);
      if (before?.key !== key) {
        blocks.push({ position, key, html: takeOne(removed, key) ? null : html });
      }
      if (before?.key !== key || before.texts !== next.texts)
        texts.push({ position, texts: shown });
      held.set(position, next);
    }
    return { blocks, texts, held };
  }
}

interface Comparison {
  readonly blocks: readonly PositionedBlock[];
  readonly texts: readonly PositionedTexts[];
  readonly held: Map<number, Held>;
}

/** A change of the whole post as one of the first blocks of it, of which `before` were shown and `after` are. */
function changeWithin(
  { from, removed, inserted }: BlockChange,
  before: number,
  after: number,
): BlockChange {
  const isSameEnd = from + removed <= before && after === before - removed + inserted;
  if (isSameEnd) return { from, removed, inserted };
  const first = Math.min(from, before, after);
  if (first === before && first === after) return unchanged;
  return { from: first, removed: before - first, inserted: after - first };
}

/** The window over the same blocks after a change; blocks inserted inside belong to it. */
function shiftWindow(
  window: { readonly from: number; readonly to: number },
  change: BlockChange,
): { from: number; to: number } {
  const behind = change.from + change.removed;
  const shift = change.inserted - change.removed;
  const from = window.from >= behind ? window.from + shift : Math.min(window.from, change.from);
  const shifted = window.to >= behind ? window.to + shift : Math.max(window.to, change.from);
  // As many blocks as before must be there, also where the change took them away.
  const to = Math.max(shifted, from + (window.to - window.from));
  return { from, to: Math.min(to, from + maxWindow) };
}

function carryOver(
  held: ReadonlyMap<number, Held>,
  change: BlockChange,
): { readonly kept: ReadonlyMap<number, Held>; readonly removed: Map<string, number> } {
  const kept = new Map<number, Held>();
  const removed = new Map<string, number>();
  for (const [position, block] of held) {
    if (position < change.from) kept.set(position, block);
    else if (position >= change.from + change.removed) {
      kept.set(position + change.inserted - change.removed, block);
    } else removed.set(block.key, (removed.get(block.key) ?? 0) + 1);
  }
  return { kept, removed };
}

function takeOne(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  if (count > 0) counts.set(key, count - 1);
  return count > 0;
}

function outlines(
  post: PreviewedPost,
  change: BlockChange,
): { readonly lineCounts: readonly number[]; readonly weights: readonly number[] } {
  const positions = Array.from({ length: change.inserted }, (_, at) => change.from + at);
  return {
    lineCounts: positions.map((position) => post.lineCount(position)),
    weights: positions.map((position) => post.weight(position)),
  };
}
