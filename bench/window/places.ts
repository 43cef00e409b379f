// The places of a made post at which keys are timed.
import { sectionsOf } from '../posts.js';

interface Place {
  readonly name: string;
  readonly budget: number;
  /** A text that stands once in the post; the caret is put behind it. */
  readonly caret: (formulas: number) => string;
}

export const places: readonly Place[] = [
  { name: 'in prose', budget: 1.2, caret: (formulas) => proseOf(middleSection(formulas)) },
  { name: 'in a formula', budget: 1.3, caret: (formulas) => formulaOf(middleSection(formulas)) },
  {
    name: 'in prose at the end',
    budget: 1.2,
    caret: (formulas) => proseOf(sectionsOf(formulas)),
  },
];

function proseOf(section: number): string {
  return `a first point about **section ${section}`;
}

function formulaOf(section: number): string {
  return `\\sqrt{${section}`;
}

/** A section in the middle of a post of so many formulas. */
function middleSection(formulas: number): number {
  return Math.round(sectionsOf(formulas) / 2);
}
