// One preview of one post: turns changes of the post into the least that must travel to it.
import { joinChanges, unchanged, type BlockChange } from '../core/markdown/blockChange.js';
import {
  previewProtocolVersion,
  type CaretPlace,
  type FormulaPlace,
  type FormulaSource,
  type ForServer,
  type PeekedEquation,
  type PeekSubject,
  type ToPreview,
} from '../protocol/preview.js';
import type { PlaceInPost } from '../protocol/server.js';
import {
  compareBlocks,
  maxWindow,
  outlinesOf,
  shiftWindow,
  type BlockWindow,
  type Held,
} from './heldBlocks.js';
import type { BlockPlace, PreviewedPost } from './postForPreview.js';

/** Blocks sent before the preview has said what it shows: a first screen. */
const firstWindow = 24;

interface PreviewSessionParts {
  readonly send: (message: ToPreview) => void;
  /** The equation that a link leads to, in this post or another. */
  readonly peekLink: (target: string) => Promise<PeekedEquation | null>;
  /** The reader moved the slider of a line. */
  readonly slide: (line: string, value: number) => void;
}

export class PreviewSession {
  readonly #parts: PreviewSessionParts;
  #whole: PreviewedPost | null = null;
  /** What is shown of it. */
  #post: PreviewedPost | null = null;
  #isExcerpt = false;
  #ready = false;
  #revision = 0;
  /** The first revision whose blocks stand where they stand now: patches may bring blocks and change none. */
  #firstAlike = 0;
  #waiting = false;
  /** What happened to the post since the last patch, in the positions of that patch. */
  #pending: BlockChange = unchanged;
  /** The last patch's change, as long as the preview may still speak of the state before it. */
  #lastChange: BlockChange = unchanged;
  #window: BlockWindow = { from: 0, to: firstWindow };
  #windowSeen = 0;
  #held = new Map<number, Held>();
  /** The last request for an equation. */
  #peeked = 0;
  #caret: PlaceInPost | null = null;
  /** The formula of the caret that the preview knows. */
  #caretSent: CaretPlace | null = null;

  constructor(parts: PreviewSessionParts) {
    this.#parts = parts;
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

  /** Where the caret stands in an editor of the post, if one shows it. */
  moveCaret(caret: PlaceInPost | null): void {
    this.#caret = caret;
    this.#sendCaret();
  }

  receive(message: ForServer): void | Promise<void> {
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
      case 'peek':
        return this.#peek(message);
      case 'find':
        return this.#send({
          kind: 'found',
          search: message.search,
          positions: this.#post?.find(message.text) ?? [],
        });
      case 'slide':
        return this.#parts.slide(message.line, message.value);
      case 'showExcerpt':
        return this.#showExcerpt(message.isOn);
    }
  }

  /** The formula that the preview means, as long as the post is what it shows. */
  formula({ revision, position, formula, row }: FormulaPlace): FormulaSource | null {
    if (!this.#shows(revision)) return null;
    return this.#post?.formula(position, formula, row) ?? null;
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

  #moveWindow(message: Extract<ForServer, { readonly kind: 'window' }>): void {
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

  #follow(message: Extract<ForServer, { readonly kind: 'follow' }>): void {
    if (!this.#shows(message.revision)) return;
    this.#goTo(this.#post?.follow(message.position, message.index) ?? null);
  }

  /** One equation at a time is looked at: an answer that comes too late is none. */
  async #peek({ request, subject }: Extract<ForServer, { readonly kind: 'peek' }>): Promise<void> {
    this.#peeked = request;
    const equation = await this.#equationOf(subject);
    if (request === this.#peeked) this.#send({ kind: 'peeked', request, equation });
  }

  #equationOf(subject: PeekSubject): PeekedEquation | null | Promise<PeekedEquation | null> {
    if (subject.kind === 'link') return this.#parts.peekLink(subject.target);
    if (!this.#shows(subject.revision)) return null;
    return this.#post?.peek(subject.position, subject.index) ?? null;
  }

  #send(message: ToPreview): void {
    this.#parts.send(message);
  }

  /** Positions in a state that has changed meanwhile mean another block now, or none. */
  #shows(revision: number): boolean {
    const isAlike = revision >= this.#firstAlike && revision <= this.#revision;
    return isAlike && this.#pending === unchanged;
  }

  #goTo(place: BlockPlace | null): void {
    if (place) this.#send({ kind: 'goTo', ...place });
  }

  /** Sends the newest state, unless a patch is out: its acknowledgement comes back here. */
  #flush(): void {
    const post = this.#post;
    if (!post || !this.#ready || this.#waiting) return;
    const change = this.#pending;
    const { blocks, texts, held } = compareBlocks(post, this.#window, this.#held, change);
    const isFirst = this.#revision === 0;
    if (!isFirst && change === unchanged && blocks.length === 0 && texts.length === 0) {
      return this.#sendCaret();
    }
    this.#held = held;
    this.#pending = unchanged;
    this.#lastChange = change;
    this.#waiting = true;
    this.#caretSent = this.#formulaAtCaret();
    if (isFirst || change !== unchanged) this.#firstAlike = this.#revision + 1;
    this.#send({
      kind: 'patch',
      protocol: previewProtocolVersion,
      base: this.#revision,
      revision: ++this.#revision,
      from: change.from,
      removed: change.removed,
      inserted: outlinesOf(post, change),
      blocks,
      texts,
      window: this.#windowSeen,
      caret: this.#caretSent,
    });
  }

  /** A patch that is still to be sent brings the caret with it. */
  #sendCaret(): void {
    if (this.#revision === 0 || this.#pending !== unchanged) return;
    const place = this.#formulaAtCaret();
    const sent = this.#caretSent;
    if (place?.position === sent?.position && place?.formula === sent?.formula) return;
    this.#caretSent = place;
    this.#send({ kind: 'caret', revision: this.#revision, place });
  }

  #formulaAtCaret(): CaretPlace | null {
    return (this.#caret && this.#post?.formulaAt(this.#caret)) ?? null;
  }
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
