// What a preview asks of the newest state of its post.
import type {
  BlockTexts,
  CaretPlace,
  FormulaSource,
  PeekedEquation,
  RenderedBlock,
  RowPlace,
} from '../protocol/preview.js';
import type { PlaceInPost } from '../protocol/server.js';

export interface PreviewedPost {
  readonly blockCount: number;
  lineCount(position: number): number;
  weight(position: number): number;
  render(position: number): RenderedBlock;
  texts(position: number): BlockTexts;
  /** Where the reference leads that is the `index`th of a block. */
  follow(position: number, index: number): BlockPlace | null;
  /** The equation that the reference means which is the `index`th of a block. */
  peek(position: number, index: number): PeekedEquation | null;
  /** The equation with this id. */
  peekAnchor(anchor: string): PeekedEquation | null;
  /** The heading, equation or footnote with this id. */
  followAnchor(anchor: string): BlockPlace | null;
  formulaAt(place: PlaceInPost): CaretPlace | null;
  /** Where a formula of a block, or one of its rows, stands in the source. */
  formula(position: number, index: number, row: RowPlace | null): FormulaSource | null;
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
