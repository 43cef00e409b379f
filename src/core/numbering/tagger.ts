// Gives tags and labels to rows, in the steps of MathJax's `Tags`; the numbers themselves come later.
import type { Span } from '../text/span.js';
import type { Label, Row, RowNumbering } from './display.js';
import type { Environment } from './environments.js';
import type { Profile } from './profiles.js';

/** What may become a row: where it began and the labels that stand in it. */
export interface OpenRow {
  start: number;
  labels: OpenLabel[];
}

interface OpenLabel {
  readonly key: string;
  readonly span: Span;
  readonly keySpan: Span;
  takes: number | null;
  readonly inner: boolean;
}

/** Its labels may still find the row that they take. */
interface EndedRow {
  span: Span;
  readonly numbering: RowNumbering;
  readonly names: string[];
  readonly labels: OpenLabel[];
}

/** A `subequations` that is open. */
interface Parts {
  /** Rows of it that have ended. */
  count: number;
  /** What stands in it and in no row of its own. */
  readonly open: OpenRow;
  readonly row: EndedRow;
  readonly index: number;
}

type Tag = 'automatic' | { readonly text: string; readonly starred: boolean };

/** What is known of the number that is being made, in one environment. */
interface Level {
  /** Empty outside every environment that opens tags. */
  readonly environment: string;
  readonly taggable: boolean;
  readonly automatic: boolean;
  tag: Tag | null;
  suppressed: boolean;
  label: OpenLabel | null;
}

const outermost: Level = {
  environment: '',
  taggable: false,
  automatic: false,
  tag: null,
  suppressed: false,
  label: null,
};

export class Tagger {
  readonly #profile: Profile;
  readonly #rows: EndedRow[] = [];
  readonly #stack: Level[] = [];
  #level: Level = { ...outermost };
  /** An environment with tags of its own has ended. */
  #tagsEnded = false;
  #parts: Parts | null = null;

  constructor(profile: Profile) {
    this.#profile = profile;
  }

  get rowCount(): number {
    return this.#rows.length;
  }

  enter(name: string, environment: Environment): void {
    const { taggable, automatic, leavesTagsOpen } = environment;
    if (leavesTagsOpen) this.#push('', false, false);
    this.#push(name, taggable, automatic);
  }

  #push(environment: string, taggable: boolean, automatic: boolean): void {
    const label = this.#profile.labelsEnterEnvironments ? this.#level.label : null;
    this.#stack.push(this.#level);
    this.#level = { environment, taggable, automatic, tag: null, suppressed: false, label };
  }

  leave(): void {
    const left = this.#level;
    this.#level = this.#stack.pop() ?? { ...outermost };
    if (left.taggable) this.#tagsEnded = true;
    if (this.#profile.labelsLeaveEnvironments && left.label !== null) {
      this.#level.label ??= left.label;
    }
  }

  /** The parent number is taken at once, whatever is numbered behind it. */
  startParts(open: OpenRow): void {
    const span = { start: open.start, end: open.start };
    const numbering = { kind: 'parent' } as const;
    const row: EndedRow = { span, numbering, names: [], labels: open.labels };
    this.#parts = { count: 0, open, row, index: this.#rows.length };
    this.#rows.push(row);
  }

  endParts(end: number): void {
    if (this.#parts) this.#parts.row.span = { start: this.#parts.open.start, end };
    this.#parts = null;
  }

  /** Whether the label is one too many for its number. */
  label(key: string, span: Span, keySpan: Span, inner: boolean, row: OpenRow): boolean {
    const label: OpenLabel = { key, span, keySpan, takes: null, inner };
    row.labels.push(label);
    if (row === this.#parts?.open) {
      label.takes = this.#parts.index;
      this.#parts.row.names.push(key);
      return false;
    }
    if (this.#level.label !== null && this.#profile.severalLabels === 'error') return true;
    this.#level.label = label;
    return false;
  }

  /** Why a tag may not stand here. */
  tagFault(): 'multiple-tags' | 'tag-not-allowed' | null {
    const { environment, taggable, tag } = this.#level;
    if (environment === '' ? !this.#profile.tagsWithoutEnvironment : !taggable)
      return 'tag-not-allowed';
    return hasText(tag) ? 'multiple-tags' : null;
  }

  get environment(): string {
    return this.#level.environment;
  }

  tag(text: string, starred: boolean): void {
    this.#level.tag = { text, starred };
    this.#level.suppressed = false;
  }

  suppress(): void {
    if (hasText(this.#level.tag) && !this.#profile.notagDropsTag) return;
    this.#level.tag = { text: '', starred: true };
    this.#level.suppressed = true;
  }

  /** The row `open` ends at `end`, and takes its number; `own` is false for rows of an inner environment. */
  endRow(open: OpenRow, end: number, own: boolean): void {
    const tag = this.#takeTag();
    if (own) this.#addRow(open, end, tag);
    this.#level.tag = null;
    this.#level.suppressed = false;
    if (!this.#profile.unnumberedRowKeepsLabel) this.#level.label = null;
  }

  /** The formula ends: what no environment numbered may take a number as a whole. */
  finish(open: OpenRow, end: number, display: boolean): void {
    const tag = display ? this.#wholeTag() : null;
    if (tag !== null || open.labels.length > 0 || this.#rows.length === 0) {
      this.#addRow(open, end, tag);
    }
  }

  rows(): readonly Row[] {
    return this.#rows.map(({ span, numbering, names, labels }) => ({
      span,
      numbering,
      names,
      labels: labels.map((label): Label => ({ ...label })),
    }));
  }

  #takeTag(): Tag | null {
    const level = this.#level;
    if (!level.taggable || level.suppressed) return null;
    if (level.tag === null && level.automatic && this.#profile.automaticNumbers) {
      level.tag = 'automatic';
    }
    return hasText(level.tag) ? level.tag : null;
  }

  #wholeTag(): Tag | null {
    const level = this.#level;
    if (!this.#profile.numbersEveryDisplay) return level.environment === '' ? level.tag : null;
    if (this.#tagsEnded) return null;
    return level.tag ?? 'automatic';
  }

  #addRow(open: OpenRow, end: number, tag: Tag | null): void {
    const numbering = this.#numbering(tag);
    const label = tag === null ? null : this.#level.label;
    if (label !== null) {
      label.takes = this.#rows.length;
      this.#level.label = null;
    }
    const span = { start: open.start, end };
    const names = label === null ? [] : [label.key];
    this.#rows.push({ span, numbering, names, labels: open.labels });
  }

  #numbering(tag: Tag | null): RowNumbering {
    if (tag === null) return { kind: 'none' };
    if (tag !== 'automatic') return { kind: 'tag', text: tag.text, starred: tag.starred };
    return { kind: 'automatic', part: this.#parts === null ? 0 : ++this.#parts.count };
  }
}

function hasText(tag: Tag | null): boolean {
  return tag === 'automatic' || (tag !== null && tag.text !== '');
}
