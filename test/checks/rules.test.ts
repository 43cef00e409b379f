// What findings say of values, and what settings make of findings.
import { describe, expect, it } from 'vitest';
import { checkPost } from '../../src/checks/check.js';
import { noSurroundings } from '../../src/checks/rule.js';
import type { EvaluationResult } from '../../src/evaluate/result.js';
import { readFixture } from '../support/blogFixture.js';
import { checkRule } from '../support/checkRule.js';
import { plainResult } from '../support/plainResult.js';

describe('eval', () => {
  const result: EvaluationResult = {
    ...plainResult,
    kind: 'claim',
    span: { start: 0, end: 5 },
    showAt: 5,
    source: '1=2',
    value: 1,
    expected: 2,
    relation: '=',
    verdict: 'fails',
  };

  it('reports a claim that fails, with both sides', () => {
    const fixture = '$1=2$\n^^^^^\n';
    checkRule('eval.claim', fixture, [/^error: 1=2 does not hold: .* is 1, .* is 2/], {
      results: [result],
    });
    checkRule('eval.claim', fixture, [/^info/], { results: [{ ...result, informative: true }] });
    checkRule('eval.claim', fixture, [/value of 1=2 is 1, not 2/], {
      results: [{ ...result, kind: 'value' }],
    });
    checkRule('eval.claim', fixture, [/does not hold: .* is 0\.3, .* is 0\.30000001\./], {
      results: [{ ...result, value: 0.3, expected: 0.30000001 }],
    });
    checkRule('eval.claim', fixture, [/does not hold\.$/], {
      results: [{ ...result, value: 2 ** 53, expected: 2 ** 53 }],
    });
  });

  it('reports why a formula was not computed', () => {
    const problem = {
      file: 'post' as const,
      span: { start: 1, end: 2 },
      code: 'tex.syntax',
      data: { detail: 'no' },
    };
    checkRule('eval.problem', '$1=2$\n ^\n', [/^warning: This is not TeX that can be read: no/], {
      results: [{ ...result, verdict: null, value: null, problems: [problem] }],
    });
  });
});

describe('settings', () => {
  it('change severities, switch rules off, and never make more of a finding than it is', () => {
    const { posts, blog } = readFixture('$$a\\label{eq:a}$$\n\n\\eqref{eq:b}\n');
    const [post] = posts.values();
    if (!post) throw new Error('no post');
    const context = {
      post,
      blog,
      results: [],
      around: noSurroundings,
      assumed: { markdown: false, math: false, tags: false },
    };
    const rulesOf = (settings: Parameters<typeof checkPost>[1]): readonly string[] =>
      checkPost(context, settings).map(({ rule, severity }) => `${rule} ${severity}`);
    expect(rulesOf({})).toEqual([
      'label.unused hint',
      'label.without-number warning',
      'label.undefined error',
    ]);
    expect(
      rulesOf({
        'label.unused': 'off',
        'label.without-number': 'error',
        'label.undefined': 'info',
      }),
    ).toEqual(['label.without-number warning', 'label.undefined info']);
  });
});
