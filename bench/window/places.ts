// The places of a made post at which keys are timed.

export interface Place {
  readonly name: string;
  readonly budget: number;
  /** A text that stands once in the post; the caret is put behind it. */
  readonly caret: (section: number) => string;
}

export const places: readonly Place[] = [
  { name: 'in prose', budget: 1.2, caret: (section) => `a first point about **section ${section}` },
  { name: 'in a formula', budget: 1.3, caret: (section) => `\\sqrt{${section}` },
];

/** A section in the middle of a post of so many formulas. */
export function middleSection(formulas: number): number {
  return Math.round(formulas / 10);
}
