// What a Markdown engine does to math, as data: one entry an engine, in a file of its own.
import { commonmark } from './commonmark.js';
import { kramdown } from './kramdown.js';
import { raw } from './raw.js';
import type { MarkdownEngine } from './site.js';

export interface EngineRules {
  /**
   * The formulas that the engine leaves alone: all that the math engine will find, `$$…$$` only,
   * or none. What it leaves alone comes before code, links and tags; anything else after them.
   */
  readonly protects: 'all' | 'doubleDollar' | 'none';
  /** The characters before which a backslash is dropped outside protected formulas. */
  readonly escapes: string;
  /** A display that is open at a line's end takes the next line, whatever it looks like. */
  readonly displaysHoldLines: boolean;
}

export const engines: Readonly<Record<MarkdownEngine, EngineRules>> = { raw, commonmark, kramdown };
