// What of a display the numbers of its page depend on, without its places.
import type { Display, DisplayError, Row } from './display.js';

/** Pages whose displays have the same signatures, in the same order, have the same numbers. */
export function signatureOf(display: Display): string {
  const rows = display.rows.map(rowSignature).join('');
  const { error, otherError } = display;
  const events = eventsOf(display);
  if (events === '' && error === null) return rows;
  return JSON.stringify([rows, events, errorSignature(error), errorSignature(otherError)]);
}

function rowSignature({ numbering }: Row): string {
  switch (numbering.kind) {
    case 'none':
      return 'n';
    case 'automatic':
      return numbering.part === 0 ? 'a' : `p${numbering.part}`;
    case 'parent':
      return 'P';
    case 'tag':
      return JSON.stringify([numbering.starred, numbering.text]);
  }
}

function errorSignature(error: DisplayError | null): string {
  return error === null ? '' : `${error.code} ${error.rowsBefore}`;
}

/** Labels, references, ends of rows and errors in their order. */
function eventsOf(display: Display): string {
  const labelled = display.rows.some((row) => row.labels.length > 0);
  if (!labelled && display.references.length === 0 && display.error === null) return '';
  const events: [number, string][] = [];
  for (const [at, row] of display.rows.entries()) {
    events.push([row.span.end - 0.5, `/${at}${JSON.stringify(row.names)}`]);
    for (const label of row.labels) {
      const takes = label.takes === null ? '' : String(label.takes);
      events.push([label.span.start, `l${takes}:${JSON.stringify(label.key)}`]);
    }
  }
  for (const { key, span } of display.references) {
    events.push([span.start, `r${JSON.stringify(key)}`]);
  }
  if (display.error !== null) events.push([display.error.at - 0.25, '!']);
  if (display.otherError !== null) events.push([display.otherError.at - 0.25, '?']);
  events.sort(([left], [right]) => left - right);
  return events.map(([, event]) => event).join(' ');
}
