// Runs one rule over a fixture. `^^^` marks the findings of the rule under test.
import { expect } from 'vitest';
import { checkPost } from '../../src/checks/check.js';
import { textOf } from '../../src/checks/messages.js';
import type { AssumedParts } from '../../src/checks/readings.js';
import type { Site } from '../../src/core/site/site.js';
import type { EvaluationResult } from '../../src/evaluate/result.js';
import { readFixture } from './blogFixture.js';

interface Choices {
  readonly site?: Partial<Site>;
  readonly assumed?: Partial<AssumedParts>;
  readonly results?: readonly EvaluationResult[];
}

/** The findings stand where the fixture says, and their codes and texts are as given. */
export function checkRule(
  rule: string,
  fixture: string,
  expected: readonly (string | RegExp)[],
  { site = {}, assumed = {}, results = [] }: Choices = {},
): void {
  const { posts, blog, ranges } = readFixture(fixture, site);
  const known = { markdown: false, math: false, ...assumed };
  const found = [...posts.values()].flatMap((post) =>
    checkPost({ post, blog, results, assumed: known })
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
