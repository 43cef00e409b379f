// The equations of a post that show a number.
import type { PostFacts, RowFacts } from '../core/post/facts.js';
import type { WrittenNumber } from '../core/post/linkNumber.js';

export type NumberedEquation = RowFacts & { readonly number: string };

/** By a number that was written by hand, which may be that of another equation by now. */
export interface NamedEquation {
  readonly written: WrittenNumber;
  /** As it stands now. */
  readonly equation: NumberedEquation;
  /** The path of the post whose equation it is. */
  readonly post: string;
}

export function numberedRows({ displays }: PostFacts): readonly NumberedEquation[] {
  return displays.flatMap(({ rows }) =>
    rows.filter((row): row is NumberedEquation => row.number !== null && row.shown !== null),
  );
}

/** Numbers written with `\tag`: what the writer numbers by hand, a reader may well name by hand. */
export function tagsOf(rows: readonly NumberedEquation[]): ReadonlySet<string> {
  return new Set(rows.filter(({ tagged }) => tagged).map(({ number }) => number));
}
