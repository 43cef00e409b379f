// The labels of one display as its reading goes on: what a reference in it can know of them.
import type { Display, DisplayError, Label, Row, RowNumbering } from './display.js';

/** The display that gives a label its number. */
export interface Owner {
  readonly display: number;
  readonly number: string | null;
}

/** One reading of a display. */
export interface Reading {
  readonly display: Display;
  readonly index: number;
  /** In the order of the source. */
  readonly labels: readonly Label[];
  readonly error: DisplayError | null;
  /** The counter before it. */
  readonly counter: number;
}

/** Of the many displays without a label; nothing is ever put into it. */
const none = new Map<string, Owner>();

/** A label gets its number where its row ends. Asked for in the order of the source. */
export class OwnLabels {
  readonly #reading: Reading;
  readonly #numbers: readonly (string | null)[];
  readonly #owners: Map<string, Owner>;
  /** Labels that have been met and rows that have ended. */
  #met = 0;
  #ended = 0;
  /** Whether a label is known, without a number, before its row ends. */
  readonly #knownAtOnce: boolean;

  constructor(reading: Reading, knownAtOnce: boolean) {
    this.#reading = reading;
    this.#knownAtOnce = knownAtOnce;
    const { labels, display, counter, error } = reading;
    this.#owners = labels.length === 0 ? none : new Map<string, Owner>();
    this.#numbers = labels.length === 0 ? [] : rowNumbers(display.rows, counter, error);
  }

  before(offset: number, key: string): Owner | null {
    this.#readTo(offset);
    return this.#owners.get(key) ?? null;
  }

  /** Those that the display has at its end, or where it breaks off. */
  all(): ReadonlyMap<string, Owner> {
    this.#readTo(Number.POSITIVE_INFINITY);
    return this.#owners;
  }

  #readTo(offset: number): void {
    if (this.#knownAtOnce) this.#meet(offset);
    const { rows } = this.#reading.display;
    for (; this.#ended < this.#numbers.length; this.#ended++) {
      const row = rows[this.#ended];
      if (row === undefined || row.span.end > offset) return;
      for (const key of row.names) this.#own(key, this.#numbers[this.#ended] ?? null);
    }
  }

  #meet(offset: number): void {
    const { labels, error } = this.#reading;
    const end = Math.min(offset, error?.at ?? offset);
    for (; this.#met < labels.length; this.#met++) {
      const label = labels[this.#met];
      if (label === undefined || label.span.start >= end) return;
      if (!this.#owners.has(label.key)) this.#own(label.key, null);
    }
  }

  #own(key: string, number: string | null): void {
    this.#owners.set(key, { display: this.#reading.index, number });
  }
}

/** Whether the counter goes on: rows of a `subequations` share the number that it took. */
export function takesStep(numbering: RowNumbering): boolean {
  return numbering.kind === 'parent' || (numbering.kind === 'automatic' && numbering.part === 0);
}

/** The numbers that the rows before an error take, from `counter` on. */
export function rowNumbers(
  rows: readonly Row[],
  counter: number,
  error: DisplayError | null,
): readonly (string | null)[] {
  const count = error === null ? rows.length : Math.min(rows.length, error.rowsBefore);
  let present = counter;
  return rows.slice(0, count).map(({ numbering }) => {
    if (numbering.kind === 'none') return null;
    if (numbering.kind === 'tag') return numbering.text;
    if (takesStep(numbering)) present++;
    const part = numbering.kind === 'parent' ? 0 : numbering.part;
    return part === 0 ? String(present) : String(present) + partLetter(part);
  });
}

/** a … z; LaTeX has no more. */
function partLetter(part: number): string {
  return String.fromCharCode(0x60 + Math.min(part, 26));
}
