// What each rule finds, and what it lets pass. The law: no rule without a fixture in which it speaks and three
// near misses in which it must not.
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/checks/rules.js';
import { checkFixtures, withChoices } from '../support/ruleFixtures.js';
import { ruleFixtures as table } from './fixtures/all.js';

for (const [code, fixtures] of Object.entries(table)) checkFixtures(code, fixtures);

describe('the law', () => {
  it('each rule has its fixtures, and no other code has', () => {
    expect(Object.keys(table).sort()).toEqual(rules.map(({ code }) => code).sort());
  });

  it.each(rules.map(({ code }) => code))('%s speaks once and is quiet three times', (code) => {
    const { trace, speaks = {}, quiet = {} } = table[code] ?? {};
    const spoken = Object.values(speaks).filter(([, expected]) => expected.length > 0);
    const passed = new Set(Object.values(quiet).map((fixture) => withChoices(fixture)[0]));
    expect(spoken.length).toBeGreaterThanOrEqual(1);
    expect(passed.size).toBeGreaterThanOrEqual(3);
    for (const text of [...spoken.map(([fixture]) => fixture), ...passed]) {
      expect(text).toMatch(trace ?? 'a trace');
    }
  });
});
