// Evaluates posts written in a test: whole posts, or the lines of one worksheet.
import { expect } from 'vitest';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';
import {
  DEFAULT_EVALUATION_LIMITS,
  evaluatePost,
  type EvaluationLimits,
} from '../../src/evaluate/evaluatePost.js';
import { postForEvaluation, type EvaluationChoices } from '../../src/evaluate/postInput.js';
import type { EvaluationResult, Value } from '../../src/evaluate/result.js';

export function evaluateText(
  text: string,
  limits: EvaluationLimits = DEFAULT_EVALUATION_LIMITS,
  choices: EvaluationChoices = {},
): readonly EvaluationResult[] {
  const snapshot = openSnapshot({ path: 'post.md', version: 0, text, site: assumedSite });
  return evaluatePost(postForEvaluation(snapshot, choices), limits);
}

/** With every display checked. */
export function evaluateAll(text: string): readonly EvaluationResult[] {
  return evaluateText(text, DEFAULT_EVALUATION_LIMITS, { checkAll: true });
}

export function postOf(lines: string): string {
  return `# Post\n\n\`\`\`eval\n${lines}\n\`\`\`\n`;
}

export function evaluateSheet(lines: string): readonly EvaluationResult[] {
  return evaluateText(postOf(lines));
}

/** The value of the last line, which has to be a query; the lines before give no result. */
export function checkQuery(lines: string, expected: Value, digits = 12): void {
  for (const mode of ['compiled', 'interpreted'] as const) {
    const results = evaluateText(postOf(lines), { ...DEFAULT_EVALUATION_LIMITS, mode });
    expect(results.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual([]);
    expect(results).toHaveLength(1);
    expectClose(results[0]?.value ?? null, expected, digits);
  }
}

export function expectClose(value: Value | null, expected: Value, digits: number): void {
  if (typeof expected === 'number') {
    if (Number.isFinite(expected)) expect(value).toBeCloseTo(expected, digits);
    else expect(value).toBe(expected);
    return;
  }
  expect(value).toHaveLength(expected.length);
  if (value === null || typeof value === 'number') return;
  expected.forEach((entry, at) => expectClose(value[at] ?? null, entry, digits));
}

/** Each problem of the results: its code and the source that it points at. */
export function problemsOf(lines: string): readonly (readonly [code: string, place: string])[] {
  const text = postOf(lines);
  return evaluateText(text).flatMap(({ problems }) =>
    problems.map(({ code, span }) => [code, text.slice(span.start, span.end)] as const),
  );
}

/** The only problem of the lines has this code and stands at this place. */
export function checkRefused(lines: string, code: string, place?: string): void {
  const found = problemsOf(lines);
  expect(found.map(([each]) => each)).toEqual([code]);
  if (place !== undefined) expect(found[0]?.[1]).toBe(place);
  for (const result of evaluateSheet(lines)) {
    if (result.problems.length > 0) expect(result.value).toBeNull();
  }
}

/** The verdicts of the lines, in order. */
export function verdictsOf(lines: string): readonly (string | null)[] {
  return evaluateSheet(lines).map(({ verdict }) => verdict);
}
