// A text made from pieces of a source, that still knows where each of its characters came from.

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
  const piece = pieceAt(mapped.pieces, offset);
  return piece.source + (offset - piece.at);
}

/** The source offset just behind the character before `offset`: where a range that ends at `offset` ends. */
export function endToSource(mapped: MappedText, offset: number): number {
  return offset <= 0 ? toSource(mapped, 0) : toSource(mapped, offset - 1) + 1;
}

/** Part of a mapped text, mapped to the same source. */
export function sliceMapped(mapped: MappedText, start: number, end: number): MappedText {
  const pieces: Piece[] = [{ at: 0, source: toSource(mapped, start) }];
  for (const piece of mapped.pieces) {
    if (piece.at > start && piece.at < end) pieces.push({ at: piece.at - start, source: piece.source });
  }
  return { text: mapped.text.slice(start, end), pieces };
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low] ?? { at: 0, source: 0 };
}
