// Labels that nobody refers to. `^^^` marks the findings.
import { describe, expect, it } from 'vitest';
import { checkPost } from '../../src/checks/check.js';
import { noSurroundings } from '../../src/checks/rule.js';
import { readFixture } from '../support/blogFixture.js';
import { checkRule } from '../support/checkRule.js';

describe('label.unused', () => {
  it('fades what nobody refers to', () => {
    checkRule(
      'label.unused',
      String.raw`
\begin{align}
a\label{eq:a}\\
 ^^^^^^^^^^^^
b\label{eq:b}
\end{align}
\eqref{eq:b}
`,
      [/^hint: Nothing refers to the label “eq:a”/],
    );
  });

  it('counts links of other posts, and MathJax’s anchors', () => {
    checkRule(
      'label.unused',
      String.raw`%% file: series/a.md
$$a \tag{1}\label{eq:a}$$

$$b \tag{2}\label{eq:b}$$
%% file: b.md
[(1)](series/a.md#eq:a), [(2)](series/a.md#mjx-eqn%3Aeq%3Ab)
`,
      [],
    );
  });

  it('counts links to the page that the post becomes', () => {
    checkRule(
      'label.unused',
      String.raw`%% file: a.md
$$a \tag{1}\label{eq a}$$

$$b \tag{2}\label{eq:b}$$
%% file: b.md
[(1)](a#mjx-eqn:eq_a), [(2)](a.html#eq:b)
`,
      [],
    );
  });

  it('counts no comment of several lines, which is no worksheet', () => {
    checkRule(
      'label.unused',
      String.raw`
$$a = 1 \tag{1}\label{eq:a}$$
               ^^^^^^^^^^^^
<!-- eval:
\eqref{eq:a}
-->
`,
      [/^hint: Nothing refers to the label “eq:a”/],
    );
  });

  it('counts worksheets that take the definitions of a display', () => {
    checkRule(
      'label.unused',
      String.raw`
$$a = 1 \tag{1}\label{eq:a}$$

$$b = 2 \tag{2}\label{eq:b}$$
<!-- eval: \eqref{eq:a} -->
~~~eval
\eqref{eq:b}
~~~
`,
      [],
    );
  });

  it('waits until the whole blog has been read', () => {
    const { posts, blog } = readFixture('$$a \\tag{1}\\label{eq:a}$$\n');
    blog.isComplete = false;
    const [post] = posts.values();
    const assumed = { markdown: true, math: true, tags: true };
    expect(post && checkPost({ post, blog, results: [], around: noSurroundings, assumed })).toEqual(
      [],
    );
  });
});
