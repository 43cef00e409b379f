// The numbers that readers see on the displays of a page.
import type { Site } from '../site/site.js';
import type {
  Display,
  DisplayError,
  NumberedDisplay,
  NumberedRow,
  RowNumbering,
} from './display.js';
import { rowNumbers } from './ownLabels.js';
import {
  duplicateError,
  labelsOf,
  numberPage,
  visibleNumber,
  type PageNumbers,
} from './pageNumbers.js';
import { profileOf } from './profiles.js';

/**
 * `displays` are all formulas of the page that hold rows with numbers, labels or references, inline
 * ones too, in order.
 */
export function numberDisplays(
  displays: readonly Display[],
  site: Pick<Site, 'math' | 'tags'>,
): readonly NumberedDisplay[] {
  const page = numberPage(displays, profileOf(site.math, site.tags));
  return displays.map((display, index) => numberDisplay(page, index, display));
}

/** The numbers of one display of a page that has been walked. */
export function numberDisplay(page: PageNumbers, index: number, display: Display): NumberedDisplay {
  const error = errorOf(page, index, display);
  const answers = page.answers.get(index) ?? [];
  const references = display.references.map((_, at) => visibleNumber(answers[at], page));
  if (error !== null) return { error, rows: display.rows.map(() => unnumbered), references };
  const numbers = rowNumbers(display.rows, page.starts[index] ?? 0, null);
  const labels = rowLabels(page, index, display, numbers);
  const rows = display.rows.map(({ numbering }, at): NumberedRow => {
    const number = numbers[at] ?? null;
    return { number, shown: shownNumber(numbering, number), labels: labels.get(at) ?? none };
  });
  return { error, rows, references };
}

const none: readonly string[] = [];
const noKeys: ReadonlyMap<number, readonly string[]> = new Map();
const unnumbered: NumberedRow = { number: null, shown: null, labels: none };

function errorOf(page: PageNumbers, index: number, display: Display): DisplayError | null {
  const source = page.errors.get(index);
  switch (source?.kind) {
    case undefined:
      return null;
    case 'own':
      return display.error;
    case 'other':
      return display.otherError;
    case 'duplicate':
      return duplicateError(display, source.label);
  }
}

/** For each row the keys that resolve to its number. */
function rowLabels(
  page: PageNumbers,
  index: number,
  display: Display,
  numbers: readonly (string | null)[],
): ReadonlyMap<number, readonly string[]> {
  const labels = labelsOf(display);
  if (labels.length === 0) return noKeys;
  const keys = new Map<number, string[]>();
  for (const { key, takes } of labels) {
    const owner = page.owners.get(key);
    if (takes === null || owner?.display !== index || owner.number === null) continue;
    // Of a label that stands in it twice, the last row has it.
    if (owner.number !== numbers[takes]) continue;
    keys.set(takes, [...(keys.get(takes) ?? []), key]);
  }
  return keys;
}

function shownNumber(numbering: RowNumbering, number: string | null): string | null {
  if (number === null || numbering.kind === 'none' || numbering.kind === 'parent') return null;
  const shown = numbering.kind === 'tag' && numbering.starred ? number : `(${number})`;
  // Such as of `\tag*{}`, or of a label beside `\nonumber` between `$$`.
  return shown === '' ? null : shown;
}
