// Runs one rule over a fixture. `^^^` marks the findings of the rule under test.
import { expect } from 'vitest';
import { checkPost, type RuleSettings } from '../../src/checks/check.js';
import { textOf } from '../../src/checks/messages.js';
import type { AssumedParts } from '../../src/checks/readings.js';
import { noSurroundings, type Surroundings } from '../../src/checks/rule.js';
import type { DetectedSite } from '../../src/core/site/detect/detectedSite.js';
import { macrosFromTable } from '../../src/core/numbering/macros.js';
import type { Site } from '../../src/core/site/site.js';
import type { EvaluationResult } from '../../src/evaluate/result.js';
import { readFixture } from './blogFixture.js';

interface Choices {
  readonly site?: Partial<Site>;
  readonly assumed?: Partial<AssumedParts>;
  readonly detected?: DetectedSite | null;
  readonly results?: readonly EvaluationResult[];
  readonly around?: Partial<Surroundings>;
  /** Of the blog. */
  readonly macros?: Readonly<Record<string, string>>;
  /** A rule that is off by default must be asked to speak. */
  readonly settings?: RuleSettings;
}

/** The findings stand where the fixture says, and their codes and texts are as given. */
export function checkRule(
  rule: string,
  fixture: string,
  expected: readonly (string | RegExp)[],
  {
    site = {},
    assumed = {},
    detected = null,
    results = [],
    around = {},
    macros = {},
    settings = {},
  }: Choices = {},
): void {
  const { posts, blog, ranges } = readFixture(fixture, site, macrosFromTable(macros));
  const context = {
    blog,
    results,
    detected,
    assumed: { markdown: false, math: false, tags: false, ...assumed },
    around: { ...noSurroundings, ...around },
  };
  const found = [...posts.values()].flatMap((post) =>
    checkPost({ ...context, post }, settings)
      .filter((finding) => finding.rule === rule)
      .map((finding) => ({ path: post.path, finding })),
  );
  expect(found.map(({ path, finding: { span } }) => ({ path, span }))).toEqual(ranges);
  found.forEach(({ finding }, at) => {
    const text = `${finding.severity}: ${textOf(finding.message)}`;
    expect(text).toMatch(expected[at] ?? 'no finding expected');
  });
  expect(found).toHaveLength(expected.length);
}
