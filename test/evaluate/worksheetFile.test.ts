// The worksheet in a file of its own: one scope with its post, results and problems each in their file.
import { describe, expect, it } from 'vitest';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { Reevaluator } from '../../src/evaluate/incremental/reevaluator.js';
import { postForEvaluation, type PostForEvaluation } from '../../src/evaluate/postInput.js';
import type { EvaluationResult } from '../../src/evaluate/result.js';

const raw = String.raw;

function inputOf(post: string, worksheet: string): PostForEvaluation {
  const snapshot = openSnapshot({ path: 'post.md', version: 0, text: post, site: assumedSite });
  return postForEvaluation(snapshot, { worksheet });
}

/** Each place as the text that stands there in its file. */
function shown(
  { post, worksheet }: { readonly post: string; readonly worksheet: string },
  results: readonly EvaluationResult[],
): readonly unknown[] {
  const texts = { post, worksheet };
  return results.map(({ file, span, value, verdict, problems }) => [
    file,
    texts[file].slice(span.start, span.end),
    problems.length > 0
      ? problems.map((problem) => {
          const { start, end } = problem.span;
          return [problem.code, problem.file, texts[problem.file].slice(start, end)];
        })
      : (verdict ?? value),
  ]);
}

function check(post: string, worksheet: string, expected: readonly unknown[]): void {
  const results = evaluatePost(inputOf(post, worksheet));
  expect(shown({ post, worksheet }, results)).toEqual(expected);
}

describe('one scope', () => {
  it('gives a mark of the post what the file binds', () => {
    check('The sum $x_1+x_2$<!--= -->.\n', 'x = [3, 4]\n', [['post', '$x_1+x_2$', 7]]);
  });

  it('gives the file what the post binds, and shows its results there', () => {
    check('```eval\nn = 4\n```\n', '% sizes\nn^2\nn = 5\n', [
      ['worksheet', 'n^2', 16],
      ['worksheet', 'n = 5', 'fails'],
    ]);
  });

  it('holds for the conventions of both', () => {
    check('$\\log 8$<!--= -->\n', 'set log 2\n', [['post', '$\\log 8$', 3]]);
  });

  it('takes and checks the displays of the post', () => {
    const display = raw`\begin{equation}f(t)=t^2\label{eq:f}\end{equation}`;
    check(`${display}\n`, raw`\eqref{eq:f}` + '\nf(3)\n', [['worksheet', 'f(3)', 9]]);
  });

  it('shows the steps of a display that the file checks where they stand', () => {
    const display = raw`\begin{equation}(a+b)^2=a^2+b^2\label{eq:f}\end{equation}`;
    const worksheet = raw`a, b \in \mathbb{R}` + '\n' + raw`check \eqref{eq:f}` + '\n';
    check(`${display}\n`, worksheet, [['post', '(a+b)^2=a^2+b^2', 'fails']]);
  });
});

describe('places of problems', () => {
  it('stand in the file, beside a result of the post', () => {
    check('$f(0)$<!--= -->\n', 'f(t) = 1/t\n', [
      [
        'post',
        '$f(0)$',
        [
          ['value.division-by-zero', 'worksheet', '1/t'],
          ['mark.rests-on', 'post', '<!--= -->'],
        ],
      ],
    ]);
  });

  it('stand in the post, beside a result of the file', () => {
    check('```eval\nf(t) = 1/t\n```\n', 'f(0)\n', [
      ['worksheet', 'f(0)', [['value.division-by-zero', 'post', '1/t']]],
    ]);
  });

  it('are those of each line with any ends of lines', () => {
    check('# Post\n', 'u\r\n\r\n1+1\r\n(', [
      ['worksheet', 'u', [['name.unbound', 'worksheet', 'u']]],
      ['worksheet', '1+1', 2],
      ['worksheet', '(', [['statement.unclosed', 'worksheet', '(']]],
    ]);
  });
});

describe('an empty or odd file', () => {
  it.each(['', '\n\n', '% nothing\n', '\u0000\u0001', '```eval\nx = 1\n```'])('%j', (worksheet) => {
    const results = evaluatePost(inputOf('$1+1$<!--= -->\n', worksheet));
    expect(results[0]).toMatchObject({ file: 'post', value: 2 });
  });
});

it('is evaluated again as from nothing, whichever file was edited', () => {
  const reevaluator = new Reevaluator();
  const states = [
    ['A $f(1)$<!--= 2 --> and $g$<!--= -->.\n', 'f(t) = t + 1\n1/0\nf(2)\n'],
    ['Longer. A $f(1)$<!--= 2 --> and $g$<!--= -->.\n', 'f(t) = t + 1\n1/0\nf(2)\n'],
    ['Longer. A $f(1)$<!--= 2 --> and $g$<!--= -->.\n', '% f\nf(t) = t/0\n1/0\nf(2)\n'],
    ['Longer. A $f(1)$<!--= 2 -->.\n', 'f(t) = t + 1\n1/0\nf(2) = 3\n'],
    ['$f(1)$<!--= 2 -->\n\n$$a=b$$<!-- check -->\n', 'f(t) = t + 1\na = 1/0\n'],
    ['And $f(1)$<!--= 2 -->\n\n$$a=b$$<!-- check -->\n', 'f(t) = t + 1\n\na = 1/0\n'],
  ] as const;
  for (const [post, worksheet] of states) {
    const input = inputOf(post, worksheet);
    expect(reevaluator.evaluate(input)).toEqual(evaluatePost(input));
  }
});
