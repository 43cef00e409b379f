// A page as the list of its formulas and references, each with the numbers that readers see on it.
import type { Formula, ProseReference } from '../markdown/block.js';
import { numberDisplay } from '../numbering/numberDisplays.js';
import type { BlockMath } from '../post/blockMath.js';
import type { Snapshot } from '../post/facts.js';
import type { Span } from '../text/span.js';

export interface PageItem {
  /** What it is: formulas are alike whose TeX differs in white space alone. */
  readonly key: string;
  /** Its TeX, or the reference as it is written. */
  readonly source: string;
  /** As readers see them, rows first, then what it refers to; `???` where readers see that. */
  readonly numbers: readonly string[];
  /** Within its block. */
  readonly span: Span;
  readonly block: number;
}

export type PageMath = {
  readonly blocks: {
    readonly blocks: readonly {
      readonly formulas: readonly Formula[];
      readonly references: readonly ProseReference[];
    }[];
  };
} & Pick<Snapshot, 'math' | 'firstEntries' | 'numbers'>;

export function pageItems(page: PageMath): readonly PageItem[] {
  return page.blocks.blocks.flatMap(({ formulas, references }, block) => {
    const numbers = numbersOf(page, block);
    return [
      ...formulas.map((formula): PageItem => {
        const { tex, display, span } = formula;
        const source = tex.text.trim().replace(/\s+/g, ' ');
        const key = `${display ? 'display' : 'inline'} ${source}`;
        return { key, source, numbers: numbers.get(formula) ?? [], span, block };
      }),
      ...references.map((reference): PageItem => {
        const { command, key, span } = reference;
        const source = `\\${command}{${key}}`;
        return { key: source, source, numbers: numbers.get(reference) ?? [], span, block };
      }),
    ].sort((left, right) => left.span.start - right.span.start);
  });
}

type Holder = Formula | ProseReference;

function numbersOf(page: PageMath, block: number): ReadonlyMap<Holder, readonly string[]> {
  const numbers = new Map<Holder, readonly string[]>();
  const first = page.firstEntries[block] ?? 0;
  entriesOf(page.math[block]).forEach((entry, at) => {
    const { rows, references } = numberDisplay(page.numbers, first + at, entry.display);
    const holder = entry.kind === 'formula' ? entry.formula : entry.reference;
    const shown = rows.flatMap((row) => (row.shown === null ? [] : [row.shown]));
    numbers.set(holder, [...shown, ...references.map((number) => number ?? '???')]);
  });
  return numbers;
}

function entriesOf(math: BlockMath | undefined): BlockMath['entries'] {
  return math?.entries ?? [];
}
