// Where rules speak and where they must not, as tables: the tests are made of them, and the law counts them.
import { describe, it } from 'vitest';
import { checkRule, type RuleChoices } from './checkRule.js';

/** By code. */
export type RuleTable = Readonly<Record<string, RuleFixtures>>;

/** Each by what is remarkable of it. */
export interface RuleFixtures {
  /** What anybody would look for who looks no further: each fixture holds it, the quiet ones too. */
  readonly trace: RegExp;
  readonly speaks: Readonly<Record<string, SpeakingFixture>>;
  /** Near misses, as writers write them. */
  readonly quiet: Readonly<Record<string, QuietFixture>>;
}

/** `^^^` marks the findings; then what they say. */
export type SpeakingFixture = readonly [
  fixture: string,
  expected: readonly (string | RegExp)[],
  choices?: RuleChoices,
];

export type QuietFixture = string | readonly [fixture: string, choices: RuleChoices];

/** A test for each fixture of a rule. */
export function checkFixtures(code: string, { speaks, quiet }: RuleFixtures): void {
  describe(code, () => {
    it.each(Object.entries(speaks))('speaks of %s', (_, [fixture, expected, choices]) => {
      checkRule(code, fixture, expected, choices);
    });
    it.each(Object.entries(quiet))('keeps quiet about %s', (_, quietFixture) => {
      const [fixture, choices] = withChoices(quietFixture);
      checkRule(code, fixture, [], choices);
    });
  });
}

export function withChoices(fixture: QuietFixture): readonly [string, RuleChoices] {
  return typeof fixture === 'string' ? [fixture, {}] : fixture;
}
