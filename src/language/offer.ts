// What mends a problem of evaluation, as text around the place that it points at.

export interface Trouble {
  /** What it points at, and what stands before and behind it on its line. */
  readonly source: string;
  readonly before: string;
  readonly behind: string;
  readonly data: Readonly<Record<string, string>>;
  /** Its name as it is written where it is not bound. */
  readonly name: string;
  /** Whether it is about a relation, whose symbols may have domains. */
  readonly isRelation: boolean;
}

export type Offer =
  /** Stands in place of what the problem points at, and of so many characters around it. */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly before: number;
      readonly behind: number;
    }
  /** A line of a worksheet: one that ends with a blank is completed by the writer. */
  | { readonly kind: 'line'; readonly text: string };

export function text(written: string, before = 0, behind = 0): Offer {
  return { kind: 'text', text: written, before, behind };
}
