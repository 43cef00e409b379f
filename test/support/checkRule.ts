// Runs one rule over a fixture. `^^^` marks the findings of the rule under test.
import { expect } from 'vitest';
import { checkAgainstPage, checkPost, type RuleSettings } from '../../src/checks/check.js';
import { textOf } from '../../src/checks/messages.js';
import { isKnown, type AssumedParts } from '../../src/checks/readings.js';
import { noSurroundings, type Surroundings } from '../../src/checks/rule.js';
import { macrosFromTable } from '../../src/core/numbering/macros.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import type { DetectedSite } from '../../src/core/site/detect/detectedSite.js';
import type { Site } from '../../src/core/site/site.js';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { postForEvaluation } from '../../src/evaluate/postInput.js';
import type { EvaluationResult } from '../../src/evaluate/result.js';
import { readFixture } from './blogFixture.js';

/** What a fixture does not say itself. */
export interface RuleChoices {
  readonly site?: Partial<Site>;
  readonly assumed?: Partial<AssumedParts>;
  readonly detected?: DetectedSite | null;
  /** In place of those of the post. */
  readonly results?: readonly EvaluationResult[];
  readonly around?: Partial<Surroundings>;
  /** What the posts said before, as a fixture. */
  readonly before?: string;
  /** The page that the site made of the post. */
  readonly built?: string;
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
  choices: RuleChoices = {},
): void {
  const { site = {}, detected = null, macros = {}, settings = {}, built } = choices;
  const { posts, blog, ranges } = readFixture(fixture, site, macrosFromTable(macros));
  const assumed = { markdown: false, math: false, tags: false, ...choices.assumed };
  const knowsSite = (): boolean => isKnown(assumed);
  const context = {
    blog,
    detected,
    assumed,
    around: { ...noSurroundings, knowsSite, ...saidBefore(choices.before), ...choices.around },
  };
  const found = [...posts.values()].flatMap((post) => {
    const results = choices.results ?? resultsOf(post, rule);
    return [
      ...checkPost({ ...context, post, results }, settings),
      ...(built === undefined ? [] : checkAgainstPage({ post, built }, settings)),
    ]
      .filter((finding) => finding.rule === rule)
      .map((finding) => ({ path: post.path, finding }));
  });
  expect(found.map(({ path, finding: { span } }) => ({ path, span }))).toEqual(ranges);
  found.forEach(({ finding }, at) => {
    const text = `${finding.severity}: ${textOf(finding.message)}`;
    expect(text).toMatch(expected[at] ?? 'no finding expected');
  });
  expect(found).toHaveLength(expected.length);
}

function resultsOf(post: Snapshot, rule: string): readonly EvaluationResult[] {
  return rule.startsWith('eval.') ? evaluatePost(postForEvaluation(post)) : [];
}

function saidBefore(fixture: string | undefined): Partial<Surroundings> {
  if (fixture === undefined) return {};
  const { posts } = readFixture(fixture);
  return { earlier: [(path) => posts.get(path)?.facts ?? null] };
}
