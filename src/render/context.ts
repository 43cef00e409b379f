// What the rendering of a block takes from beyond the block.
import type { Site } from '../core/site/site.js';
import type { NumberingMacros } from '../core/numbering/macros.js';
import type { FormulaReference } from './translate/translator.js';

export interface RenderContext {
  readonly site: Site;
  /** In force where the block begins. */
  readonly macros: NumberingMacros;
  /** By label in lower case, as markdown-it normalizes it. */
  readonly linkDefinitions: ReadonlyMap<string, LinkTarget>;
  readonly footnotes: Footnotes;
  /** The footnotes to which the block is the first to refer: their links lead back to it. */
  readonly firstReferences: readonly string[];
  /** The heading of level 1 that the post begins with, for its head alone; `null` for other blocks. */
  readonly openingHeading: string | null;
  /** Whether the excerpt of the post ends in the block. */
  readonly holdsCut: boolean;
  readonly writer: BlockWriter;
}

export interface Footnotes {
  /** That the post defines. */
  readonly labels: ReadonlySet<string>;
  /** Of those that the post refers to: in the order of their first references, from 1. */
  readonly numbers: ReadonlyMap<string, number>;
}

export const noFootnotes: Footnotes = { labels: new Set(), numbers: new Map() };

export interface LinkTarget {
  readonly href: string;
  readonly title: string;
}

/** How what is not plain Markdown becomes HTML: placeholders in the preview, typeset in a page. */
export interface BlockWriter {
  inline(formula: FormulaHtml): string;
  display(formula: DisplayHtml): string;
  reference(reference: FormulaReference): string;
  /** What stands behind a line of a worksheet, counted from the block's first. */
  worksheetLine(line: number): string;
  /** The table of that line, which stands below the worksheet. */
  worksheetTable(line: number): string;
  /** Raw HTML of the post. */
  html(html: string): string;
}

export interface FormulaHtml {
  /** As the post has it, shown where it cannot be typeset. */
  readonly source: string;
  /** As KaTeX reads it. */
  readonly tex: string;
  readonly references: readonly FormulaReference[];
  /** Its index among the formulas of the block. */
  readonly index: number;
}

export interface DisplayHtml extends FormulaHtml {
  /** For each row that the site counts, which has a place for its number, the labels of the row. */
  readonly rows: readonly (readonly string[])[];
  /** Lines that count from the block's first. */
  readonly line: number;
  readonly endLine: number;
  /** Where each row begins that is seen, in a display of several lines and rows; else empty. */
  readonly rowLines: readonly number[];
  /** Whether it stands inside a paragraph, where only phrases may stand. */
  readonly inParagraph: boolean;
  /** KaTeX shows nothing of a formula that it refuses, not even its numbers. */
  readonly isUnnumberedInError: boolean;
}

/** The labels of the rows of a display, by the index of its formula: from the numbering of the site. */
export type RowLabels = (formula: number) => readonly (readonly string[])[];
