// The numbers of a page: one walk over its displays, then each display's numbers when they are asked for.
import type { Display, DisplayError, Label, Row } from './display.js';
import { OwnLabels, takesStep, type Owner, type Reading } from './ownLabels.js';
import type { Profile } from './profiles.js';

/**
 * What the walk found. It says nothing of places, so that it stays true of a page whose displays say
 * the same at other places.
 */
export interface PageNumbers {
  /** The counter before each display takes its numbers. */
  readonly starts: Uint32Array;
  /** Of the displays that readers see as errors: why. */
  readonly errors: ReadonlyMap<number, ErrorSource>;
  /** Who answers the references of each display that has some; `null` where readers see `???`. */
  readonly answers: ReadonlyMap<number, readonly (Owner | null)[]>;
  /** Who has each label of the page. */
  readonly owners: ReadonlyMap<string, Owner>;
}

/** Its own error, its first that is not `multiple-labels`, or the label that the page has already. */
export type ErrorSource =
  { readonly kind: 'own' | 'other' } | { readonly kind: 'duplicate'; readonly label: number };

interface Page {
  readonly profile: Profile;
  counter: number;
  readonly starts: Uint32Array;
  readonly errors: Map<number, ErrorSource>;
  readonly answers: Map<number, readonly (Owner | null)[]>;
  readonly owners: Map<string, Owner>;
  /** Displays to read a second time, with the counter they began with. */
  readonly again: { readonly index: number; readonly counter: number }[];
}

export function numberPage(displays: readonly Display[], profile: Profile): PageNumbers {
  const page: Page = {
    profile,
    counter: 0,
    starts: new Uint32Array(displays.length),
    errors: new Map(),
    answers: new Map(),
    owners: new Map(),
    again: [],
  };
  for (const [index, display] of displays.entries()) readFirst(page, display, index);
  for (const { index, counter } of page.again) {
    const display = displays[index];
    if (display !== undefined) readAgain(page, display, index, counter);
  }
  if (!profile.resolvesOnce) answerAtTheEnd(page, displays);
  return page;
}

/** The labels of a display in the order of its source. */
export function labelsOf({ rows }: Display): readonly Label[] {
  let labelled: Row | undefined;
  for (const row of rows) {
    if (row.labels.length === 0) continue;
    if (labelled !== undefined) return sortedLabels(rows);
    labelled = row;
  }
  return labelled?.labels ?? noLabels;
}

const noLabels: readonly Label[] = [];

/** Rows are in the order of their ends, which is not that of their labels where one is in another. */
function sortedLabels(rows: readonly Row[]): readonly Label[] {
  return rows
    .flatMap((row) => row.labels)
    .sort((left, right) => left.span.start - right.span.start);
}

/** Nobody sees the numbers of a display that stays in error. */
export function visibleNumber(owner: Owner | null | undefined, page: PageNumbers): string | null {
  if (owner === null || owner === undefined || page.errors.has(owner.display)) return null;
  return owner.number;
}

/** The error of a display whose label number `label` is one that the page has already. */
export function duplicateError(display: Display, label: number): DisplayError | null {
  const found = labelsOf(display)[label];
  if (found === undefined) return null;
  const { key, span } = found;
  const rowsBefore = display.rows.filter((row) => row.span.end <= span.start).length;
  return { code: 'duplicate-label', subject: key, span, at: span.start, rowsBefore };
}

function readFirst(page: Page, display: Display, index: number): void {
  const { counter } = page;
  page.starts[index] = counter;
  const labels = labelsOf(display);
  const error = firstError(page, display, index, labels);
  page.counter = counter + steps(display.rows, error);
  if (labels.length === 0 && display.references.length === 0) return;
  const reading = { display, index, labels, error, counter };
  const own = new OwnLabels(reading, true);
  answerFirst(page, reading, own);
  register(page, own.all());
}

function firstError(
  page: Page,
  display: Display,
  index: number,
  labels: readonly Label[],
): DisplayError | null {
  const label = labels.length === 0 ? -1 : duplicateLabel(page, labels);
  const duplicate = label < 0 ? null : duplicateError(display, label);
  const own = display.error;
  if (own === null && duplicate === null) return null;
  if (duplicate !== null && (own === null || duplicate.at < own.at)) {
    page.errors.set(index, { kind: 'duplicate', label });
    return duplicate;
  }
  page.errors.set(index, { kind: 'own' });
  return own;
}

/** The first label that the page, or the display itself, has already; -1 where none is. */
function duplicateLabel(page: Page, labels: readonly Label[]): number {
  if (page.profile.duplicateLabels === 'last') return -1;
  const known = labels.findIndex(({ key }) => page.owners.has(key));
  if (labels.length < 2 || known === 0) return known;
  const own = new Set<string>();
  for (const [at, { key }] of labels.entries()) {
    if (at === known || own.has(key)) return at;
    own.add(key);
  }
  return -1;
}

function steps(rows: readonly Row[], error: DisplayError | null): number {
  const count = error === null ? rows.length : Math.min(rows.length, error.rowsBefore);
  let sum = 0;
  for (let at = 0; at < count; at++) {
    const numbering = rows[at]?.numbering;
    if (numbering !== undefined && takesStep(numbering)) sum++;
  }
  return sum;
}

/** A formula that met an unknown reference is read again; this time its labels are not looked up. */
function readAgain(page: Page, display: Display, index: number, counter: number): void {
  const skips = page.profile.secondReadingSkipsLabels;
  const error = skips ? display.otherError : display.error;
  page.starts[index] = counter;
  if (error === null) page.errors.delete(index);
  else page.errors.set(index, { kind: skips ? 'other' : 'own' });
  const labels = skips ? noLabels : labelsOf(display);
  const own = new OwnLabels({ display, index, labels, error, counter }, false);
  page.answers.set(
    index,
    display.references.map(({ key, span }) => page.owners.get(key) ?? own.before(span.start, key)),
  );
  register(page, own.all());
}

/** A label without a number never takes the place of another. */
function register(page: Page, labels: ReadonlyMap<string, Owner>): void {
  for (const [key, owner] of labels) {
    if (owner.number !== null || !page.owners.has(key)) page.owners.set(key, owner);
  }
}

/** Answers at the first reading; where a label is unknown yet, there is a second. */
function answerFirst(
  page: Page,
  { display, index, error, counter }: Reading,
  own: OwnLabels,
): void {
  if (display.references.length === 0 || !page.profile.resolvesOnce) return;
  const answers: (Owner | null)[] = [];
  for (const { key, span } of display.references) {
    if (error !== null && span.start >= error.at) break;
    const owner = page.owners.get(key) ?? own.before(span.start, key);
    if (owner === null && page.profile.readsTwice) {
      page.again.push({ index, counter });
      return;
    }
    answers.push(owner);
  }
  page.answers.set(index, answers);
}

function answerAtTheEnd(page: Page, displays: readonly Display[]): void {
  for (const [index, { references }] of displays.entries()) {
    if (references.length === 0) continue;
    page.answers.set(
      index,
      references.map(({ key }) => page.owners.get(key) ?? null),
    );
  }
}
