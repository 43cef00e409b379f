// What a pattern of Python-Markdown is.
import type { EngineRules } from '../../site/engine.js';
import type { Masked, Taken, TakenParts } from './masked.js';

/** What a pattern makes of the text from where it matches; a number: nothing, and where to go on. */
export type Found = { readonly to: number; readonly part: Taken } | number;

export interface Pattern {
  /** Where it may match. */
  readonly begins: RegExp;
  readonly match: (masked: Masked, at: number, reader: Reader) => Found;
  /**
   * Once it has taken something, it tries anew where it did not match: `last`: from each place of these
   * the text was read only up to the next one.
   */
  readonly retries: 'none' | 'all' | { readonly last: RegExp };
}

/** Reads what a pattern has found by the patterns that come later. */
export interface Reader {
  readonly rules: EngineRules;
  readonly parts: TakenParts;
  readonly later: (masked: Masked) => Masked;
  /** By those for emphasis once more. */
  readonly again: (masked: Masked) => Masked;
}
