// Data beside the post that a definition was read from.

/** A file beside the post, and what of it is meant. */
export interface StoredData {
  readonly kind: 'file';
  readonly path: string;
  readonly key: string | null;
  /** The number of the first entry of an axis. */
  readonly first: number;
}
