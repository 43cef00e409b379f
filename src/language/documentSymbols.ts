// The outline: numbered and labelled displays. Headings are VS Code's own and not listed again.
import { groupedBy } from '../core/groupedBy.js';
import type { DisplayFacts, Snapshot } from '../core/post/facts.js';
import type { Span } from '../core/text/span.js';
import { summarizeTex, texOf } from './equation.js';

export interface DocumentSymbol {
  /** `(3) eq:ode`. */
  readonly name: string;
  /** Its TeX, on one line. */
  readonly detail: string;
  readonly span: Span;
  readonly nameSpan: Span;
}

export function documentSymbols(post: Snapshot): readonly DocumentSymbol[] {
  const labelled = groupedBy(post.facts.labels, ({ display }) => display);
  return post.facts.displays.flatMap((display, index) => {
    const labels = labelled.get(index) ?? [];
    const numbers = shownNumbers(display);
    if (numbers === '' && labels.length === 0) return [];
    const keys = labels.map((label) => label.key).join(', ');
    return [
      {
        name: [numbers, keys].filter(Boolean).join(' '),
        detail: summarizeTex(texOf(post, display) ?? ''),
        span: display.span,
        nameSpan: labels[0]?.span ?? display.span,
      },
    ];
  });
}

/** `(3)`, or `(3)–(5)` for several rows. */
function shownNumbers(display: DisplayFacts): string {
  const shown = display.rows.flatMap((row) => (row.shown === null ? [] : [row.shown]));
  const [first] = shown;
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? first : `${first}–${last}`;
}
