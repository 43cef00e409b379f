// A text made from pieces of a source, that still knows where each of its characters came from.
import { lastNotAbove } from './search.js';
import type { Span } from './span.js';

/** From offset `at` of the text on, characters stand in the source from `source` on, one to one. */
export interface Piece {
  readonly at: number;
  readonly source: number;
}

/** `pieces` is sorted by `at`, and its first entry has `at: 0`. */
export interface MappedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** The text that stands in the source at `source`, unchanged. */
export function identityText(text: string, source: number): MappedText {
  return { text, pieces: [{ at: 0, source }] };
}

/** The source offset of the character at `offset`; for the end of the text, just behind its last character. */
export function toSource(mapped: MappedText, offset: number): number {
  const piece = mapped.pieces.length === 1 ? mapped.pieces[0] : pieceAt(mapped.pieces, offset);
  return piece === undefined ? offset : piece.source + (offset - piece.at);
}

/** The source offset just behind the character before `offset`: where a range that ends at `offset` ends. */
export function endToSource(mapped: MappedText, offset: number): number {
  return offset <= 0 ? toSource(mapped, 0) : toSource(mapped, offset - 1) + 1;
}

/** Where a span of the text stands in the source. */
export function spanToSource(mapped: MappedText, { start, end }: Span): Span {
  return { start: toSource(mapped, start), end: endToSource(mapped, end) };
}

/** Joins pieces of a source; pieces that stand one behind the other become one. */
export class MappedBuilder {
  readonly #parts: string[] = [];
  readonly #pieces: Piece[] = [];
  #length = 0;
  /** The source offset that would continue the last piece. */
  #next = -1;

  get length(): number {
    return this.#length;
  }

  append(text: string, source: number): void {
    if (text.length === 0) return;
    if (source !== this.#next) this.#pieces.push({ at: this.#length, source });
    this.#parts.push(text);
    this.#length += text.length;
    this.#next = source + text.length;
  }

  /** Part of a text that is mapped to the same source. */
  appendPart(mapped: MappedText, start: number, end: number): void {
    const part = sliceMapped(mapped, start, end);
    for (const [index, { at, source }] of part.pieces.entries())
      this.append(part.text.slice(at, part.pieces[index + 1]?.at), source);
  }

  /** The joined text; an empty one stands at `emptySource`. */
  build(emptySource: number): MappedText {
    if (this.#parts.length === 0) return identityText('', emptySource);
    return {
      text: this.#parts.length === 1 ? (this.#parts[0] ?? '') : this.#parts.join(''),
      pieces: this.#pieces,
    };
  }
}

/** `inner` is mapped to the text of `outer`; the result is mapped to the source of `outer`. */
export function composeMapped(inner: MappedText, outer: MappedText): MappedText {
  if (outer.pieces.length === 1) {
    const shift = outer.pieces[0]?.source ?? 0;
    if (shift === 0) return inner;
    return {
      text: inner.text,
      pieces: inner.pieces.map((piece) => ({ at: piece.at, source: piece.source + shift })),
    };
  }
  const builder = new MappedBuilder();
  inner.pieces.forEach((piece, index) => {
    const end = inner.pieces[index + 1]?.at ?? inner.text.length;
    appendThrough(builder, inner.text.slice(piece.at, end), piece.source, outer);
  });
  return builder.build(toSource(outer, inner.pieces[0]?.source ?? 0));
}

/** Part of a mapped text, mapped to the same source. */
export function sliceMapped(mapped: MappedText, start: number, end: number): MappedText {
  const pieces: Piece[] = [{ at: 0, source: toSource(mapped, start) }];
  for (let index = pieceIndex(mapped.pieces, start) + 1; index < mapped.pieces.length; index++) {
    const piece = mapped.pieces[index];
    if (piece === undefined || piece.at >= end) break;
    pieces.push({ at: piece.at - start, source: piece.source });
  }
  return { text: mapped.text.slice(start, end), pieces };
}

/** Appends a text that stands at `at` in `outer`, cut where `outer` is cut. */
function appendThrough(builder: MappedBuilder, text: string, at: number, outer: MappedText): void {
  let done = 0;
  let index = pieceIndex(outer.pieces, at);
  while (done < text.length) {
    const piece = outer.pieces[index] ?? { at: 0, source: 0 };
    const pieceEnd = outer.pieces[index + 1]?.at ?? Infinity;
    const length = Math.min(text.length - done, pieceEnd - (at + done));
    builder.append(text.slice(done, done + length), piece.source + (at + done - piece.at));
    done += length;
    index++;
  }
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece {
  return pieces[pieceIndex(pieces, offset)] ?? { at: 0, source: 0 };
}

function pieceIndex(pieces: readonly Piece[], offset: number): number {
  return lastNotAbove(pieces.length, (index) => pieces[index]?.at ?? 0, offset);
}
