// Tests of a numbered list of formulas; that none of the list is left out is a test too.
import { expect, it } from 'vitest';

type Formulas = (numbers: readonly number[], title: string, check: () => void) => void;

/** Makes the tests of the formulas 1 to `count`. */
export function numberedFormulas(count: number): Formulas {
  const covered: number[] = [];
  it(`each of ${count} formulas has its test`, () => {
    const numbers = Array.from({ length: count }, (_, at) => at + 1);
    expect(covered.sort((left, right) => left - right)).toEqual(numbers);
  });
  return (numbers, title, check) => {
    covered.push(...numbers);
    it(`${numbers.join(', ')}: ${title}`, () => {
      expect.hasAssertions();
      check();
    });
  };
}
