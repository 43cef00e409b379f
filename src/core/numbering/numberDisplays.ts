// Walks the displays of a page once and gives each row the number that readers see.
import type { Site } from '../site/site.js';
import type {
  Display,
  DisplayError,
  Label,
  NumberedDisplay,
  NumberedRow,
  Row,
  RowNumbering,
} from './display.js';
import { profileOf, type Profile } from './profiles.js';

/**
 * `displays` are all formulas of the page that hold rows with numbers, labels or references, inline
 * ones too, in order.
 */
export function numberDisplays(
  displays: readonly Display[],
  site: Pick<Site, 'math' | 'tags'>,
): readonly NumberedDisplay[] {
  return numberPage(displays, profileOf(site.math, site.tags)).displays;
}

/** The numbers of a page, and what its labels resolve to. */
export interface NumberedPage {
  readonly displays: readonly NumberedDisplay[];
  /** Every label the page has, with the number of its references; `null` where they show `???`. */
  readonly labels: ReadonlyMap<string, string | null>;
}

export function numberPage(displays: readonly Display[], profile: Profile): NumberedPage {
  const page: Page = { profile, counter: 0, owners: new Map(), again: [] };
  const numbered = displays.map((display, index) => readFirst(page, display, index));
  for (const { index, counter } of page.again) {
    const display = displays[index];
    if (display !== undefined) numbered[index] = readAgain(page, display, index, counter);
  }
  const labels = new Map<string, string | null>();
  for (const [key, owner] of page.owners) labels.set(key, owner.number);
  return { displays: numbered.map((reading) => finish(reading, page)), labels };
}

/** Who gives a label its number. */
interface Owner {
  readonly display: number;
  readonly number: string | null;
}

interface Page {
  readonly profile: Profile;
  counter: number;
  readonly owners: Map<string, Owner>;
  /** Displays to read a second time, with the counter they began with. */
  readonly again: { readonly index: number; readonly counter: number }[];
}

/** A display with its numbers; what its references show may still change. */
interface Reading {
  readonly display: Display;
  readonly index: number;
  readonly error: DisplayError | null;
  readonly numbers: readonly (string | null)[];
  /** References that stay unresolved, whatever the page holds. */
  readonly unresolved: ReadonlySet<number>;
}

const noReferences: ReadonlySet<number> = new Set();

function readFirst(page: Page, display: Display, index: number): Reading {
  const { profile } = page;
  const counter = page.counter;
  const error = earlier(display.error, duplicate(page, display));
  const numbers = takeNumbers(page, display, error);
  const unresolved = firstReferences(page, display, index, error, counter);
  registerLabels(page, display, index, error, numbers, profile.duplicateLabels === 'last');
  return { display, index, error, numbers, unresolved };
}

/** A formula that met an unknown reference is read again; this time its labels are not looked up. */
function readAgain(page: Page, display: Display, index: number, counter: number): Reading {
  const skips = page.profile.secondReadingSkipsLabels;
  const error = skips ? display.otherError : display.error;
  const own: Page = { ...page, counter };
  const numbers = takeNumbers(own, display, error);
  if (!skips) registerAgain(page, display, index, error, numbers);
  return { display, index, error, numbers, unresolved: noReferences };
}

function finish(reading: Reading, page: Page): NumberedDisplay {
  const { display, error, numbers, unresolved, index } = reading;
  const rows = display.rows.map((row, at): NumberedRow => {
    const number = error === null ? (numbers[at] ?? null) : null;
    return { number, shown: shownNumber(row.numbering, number), labels: [] };
  });
  const labels = error === null && number(display) ? rowLabels(display, index, page) : null;
  return {
    error,
    rows: labels === null ? rows : rows.map((row, at) => ({ ...row, labels: labels[at] ?? [] })),
    references: display.references.map((reference, at) =>
      unresolved.has(at) ? null : (page.owners.get(reference.key)?.number ?? null),
    ),
  };
}

function number(display: Display): boolean {
  return display.rows.some((row) => row.labels.length > 0);
}

/** For each row the keys that resolve to its number. */
function rowLabels(display: Display, index: number, page: Page): string[][] {
  const keys: string[][] = display.rows.map(() => []);
  for (const label of labelsOf(display)) {
    const owner = page.owners.get(label.key);
    if (label.takes !== null && owner?.display === index && owner.number !== null) {
      keys[label.takes]?.push(label.key);
    }
  }
  return keys;
}

function shownNumber(numbering: RowNumbering, number: string | null): string | null {
  if (number === null || numbering.kind === 'none') return null;
  return numbering.kind === 'tag' && numbering.starred ? number : `(${number})`;
}

function earlier(left: DisplayError | null, right: DisplayError | null): DisplayError | null {
  if (left === null || right === null) return left ?? right;
  return right.at < left.at ? right : left;
}

/** The first label that the page, or the display itself, has already. */
function duplicate(page: Page, display: Display): DisplayError | null {
  if (page.profile.duplicateLabels === 'last') return null;
  const own = new Set<string>();
  for (const label of labelsOf(display)) {
    const { key, span } = label;
    if (page.owners.has(key) || own.has(key)) {
      const rowsBefore = display.rows.filter((row) => row.span.end <= span.start).length;
      return { code: 'duplicate-label', subject: key, span, at: span.start, rowsBefore };
    }
    own.add(key);
  }
  return null;
}

/** In the order of the source. */
function labelsOf(display: Display): readonly Label[] {
  const [first, ...others] = display.rows;
  if (first === undefined) return [];
  if (others.every((row) => row.labels.length === 0)) return first.labels;
  return display.rows
    .flatMap((row) => row.labels)
    .sort((left, right) => left.span.start - right.span.start);
}

/** Steps the counter over the rows that end before the error. */
function takeNumbers(
  page: { counter: number },
  display: Display,
  error: DisplayError | null,
): readonly (string | null)[] {
  const { rows } = display;
  const count = error === null ? rows.length : Math.min(rows.length, error.rowsBefore);
  const numbers: (string | null)[] = [];
  for (let at = 0; at < count; at++) numbers.push(takeNumber(page, rows[at]));
  return numbers;
}

function takeNumber(page: { counter: number }, row: Row | undefined): string | null {
  const numbering = row?.numbering;
  if (numbering === undefined || numbering.kind === 'none') return null;
  if (numbering.kind === 'tag') return numbering.text;
  if (numbering.part <= 1) page.counter++;
  const part = numbering.part === 0 ? '' : partLetter(numbering.part);
  return String(page.counter) + part;
}

/** a … z; LaTeX has no more. */
function partLetter(part: number): string {
  return String.fromCharCode(0x60 + Math.min(part, 26));
}

function registerLabels(
  page: Page,
  display: Display,
  index: number,
  error: DisplayError | null,
  numbers: readonly (string | null)[],
  lastWins: boolean,
): void {
  for (const label of labelsOf(display)) {
    if (error !== null && label.span.start >= error.at) break;
    const number = error === null && label.takes !== null ? (numbers[label.takes] ?? null) : null;
    if (lastWins && number === null && page.owners.has(label.key)) continue;
    page.owners.set(label.key, { display: index, number });
  }
}

function registerAgain(
  page: Page,
  display: Display,
  index: number,
  error: DisplayError | null,
  numbers: readonly (string | null)[],
): void {
  if (error !== null) return;
  for (const label of labelsOf(display)) {
    const number = label.takes === null ? null : (numbers[label.takes] ?? null);
    if (number !== null) page.owners.set(label.key, { display: index, number });
  }
}

/** References that show `???` for good; notes whether the formula has to be read again. */
function firstReferences(
  page: Page,
  display: Display,
  index: number,
  error: DisplayError | null,
  counter: number,
): ReadonlySet<number> {
  const { profile } = page;
  if (display.references.length === 0 || !profile.resolvesOnce) return noReferences;
  const labels = labelsOf(display);
  const early = new Set<number>();
  for (const [at, { key, span }] of display.references.entries()) {
    if (error !== null && span.start >= error.at) break;
    if (page.owners.has(key)) continue;
    const label = labels.find(
      (candidate) => candidate.key === key && candidate.span.start < span.start,
    );
    if (label === undefined) {
      if (!profile.readsTwice) continue;
      page.again.push({ index, counter });
      return noReferences;
    }
    if (!endedBefore(display, label, span.start)) early.add(at);
  }
  return early.size === 0 ? noReferences : early;
}

/** Whether the row whose number the label takes has ended: its number is known then. */
function endedBefore(display: Display, label: Label, offset: number): boolean {
  const row = label.takes === null ? undefined : display.rows[label.takes];
  return row !== undefined && row.span.end <= offset;
}
