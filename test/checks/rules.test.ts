// What each rule finds, and where it keeps quiet. `^^^` marks the findings of the rule under test.
import { describe, expect, it } from 'vitest';
import { checkPost } from '../../src/checks/check.js';
import { noSurroundings } from '../../src/checks/rule.js';
import type { EvaluationResult } from '../../src/evaluate/result.js';
import { readFixture } from '../support/blogFixture.js';
import { checkRule } from '../support/checkRule.js';

describe('label.undefined', () => {
  it('finds references in prose and in formulas', () => {
    checkRule(
      'label.undefined',
      String.raw`
By \eqref{eq:lost}, $\eqref{eq:gone}$ and \eqref{eq:a}.
          ^^^^^^^           ^^^^^^^
$$a \tag{1}\label{eq:a}$$
`,
      [/^error: No equation of this post has the label “eq:lost”/, /“eq:gone”/],
    );
  });

  it('proposes the nearest name', () => {
    checkRule(
      'label.undefined',
      String.raw`
\eqref{eq:sparsty}
       ^^^^^^^^^^
$$a \tag{1}\label{eq:sparsity}$$
`,
      [/Did you mean “eq:sparsity”/],
    );
  });

  it('names the post that has the label', () => {
    checkRule(
      'label.undefined',
      String.raw`%% file: a.md
# Sparsity
$$a \tag{1}\label{eq:a}$$
%% file: b.md
\eqref{eq:a}
       ^^^^
`,
      [/not of this post but of 《Sparsity》 \(a\.md\)/],
    );
  });

  it('keeps quiet about \\ref, but not about \\eqref, in a blog that defines no label at all', () => {
    checkRule(
      'label.undefined',
      'See \\ref{x} and \\eqref{y}.\n                       ^\n\n$$a$$\n',
      [/No equation of this post has the label “y”/],
    );
  });

  it('keeps quiet where macros give \\ref a meaning of its own', () => {
    checkRule(
      'label.undefined',
      String.raw`
$\def\ref#1{[#1]}$ and \ref{x} and $\ref{y}$.

$$a \tag{1}\label{eq:a}$$
`,
      [],
    );
  });

  it('keeps quiet about commands as keys, which a macro of the site must read', () => {
    checkRule('label.undefined', '\\ref{\\ast}\n\n$$a \\tag{1}\\label{eq:a}$$\n', []);
  });

  it('keeps quiet about KaTeX, which knows no references', () => {
    checkRule('label.undefined', '\\ref{x}\n\n$$a\\label{y}$$\n', [], { site: { math: 'katex' } });
  });
});

describe('label.duplicate', () => {
  it('finds the later one', () => {
    checkRule(
      'label.duplicate',
      String.raw`
\begin{equation}a\label{eq:a}\end{equation}

\begin{equation}b\label{eq:a}\end{equation}
                        ^^^^
`,
      [/^error: The label “eq:a” is already taken/],
    );
  });

  it('lets two posts use the same name', () => {
    checkRule(
      'label.duplicate',
      String.raw`%% file: a.md
$$a \tag{1}\label{eq:a}$$
%% file: b.md
$$a \tag{1}\label{eq:a}$$
`,
      [],
    );
  });

  it('says what amsmath makes of it', () => {
    checkRule(
      'label.duplicate',
      String.raw`
\begin{equation}a\label{eq:a}\end{equation}

\begin{equation}b\label{eq:a}\end{equation}
                        ^^^^
`,
      [/references show the number of only one/],
      { site: { math: 'amsmath' } },
    );
  });
});

describe('label.without-number', () => {
  it('tells a starred environment from bare dollars and from \\notag', () => {
    checkRule(
      'label.without-number',
      String.raw`
\begin{align*}
a\label{eq:a}
        ^^^^
\end{align*}

$$b\label{eq:b}$$
          ^^^^

\begin{gather}
c\notag\label{eq:c}
              ^^^^
\end{gather}

$\label{eq:d}d$
        ^^^^

\eqref{eq:a} \eqref{eq:b} \eqref{eq:c} \eqref{eq:d}
`,
      [
        /^error: .*since align\* numbers nothing.*Write align/,
        /between \$\$/,
        /in gather/,
        /inline/,
      ],
    );
  });

  it('weighs less where nothing refers to it', () => {
    checkRule(
      'label.without-number',
      String.raw`
$$b\label{eq:b}$$
          ^^^^
`,
      [/^warning/],
    );
  });

  it('keeps quiet about labels of subequations, which have the number of the whole', () => {
    checkRule(
      'label.without-number',
      '\\begin{subequations}\\label{s}\n\\begin{align}a\\\\b\\end{align}\n\\end{subequations}\n\\eqref{s}\n',
      [],
      { site: { math: 'amsmath' } },
    );
  });

  it('leaves a site that numbers nothing to the notice that is given once', () => {
    checkRule(
      'label.without-number',
      '\\begin{equation}a\\label{eq:a}\\end{equation}\n\\eqref{eq:a}\n',
      [],
      { site: { tags: 'none' } },
    );
  });

  it('knows what MathJax 3 makes of inner environments', () => {
    const fixture = String.raw`
\begin{equation}\begin{split}a\label{eq:a}\end{split}\end{equation}
                                     ^^^^
\eqref{eq:a}
`;
    checkRule('label.without-number', fixture, [/inner environment/], {
      site: { math: 'mathjax3' },
    });
    checkRule('label.without-number', fixture.replace('^^^^', '    '), []);
  });
});

describe('label.multiple-in-row', () => {
  it('finds the second label', () => {
    checkRule(
      'label.multiple-in-row',
      String.raw`
\begin{equation}a\label{eq:a}\label{eq:b}\end{equation}
                             ^^^^^^^^^^^^
`,
      [/^error: .*Keep one, here “eq:b” or “eq:a”/],
    );
  });

  it('leaves rows that the site’s Markdown joined to the rule of that', () => {
    const fixture = String.raw`
\begin{align}
a\label{eq:a}\\
b\label{eq:b}
\end{align}
`;
    checkRule('label.multiple-in-row', fixture, [], { site: { markdown: 'commonmark' } });
  });
});

describe('link.missing-label', () => {
  it('finds links to equations that the post has not, and proposes the nearest name', () => {
    checkRule(
      'link.missing-label',
      String.raw`%% file: a.md
$$a \tag{1}\label{eq:energy}$$ and [(1)](#eq:lost).
                                         ^^^^^^^^
%% file: b.md
[(1)](a.md#eq:energie), [(1)](a#mjx-eqn%3Aeq%3Alost)
      ^^^^^^^^^^^^^^^         ^^^^^^^^^^^^^^^^^^^^^
`,
      [/^warning: .*a\.md.*“eq:lost”/, /Did you mean “eq:energy”/, /“eq:lost”/],
    );
  });

  it('keeps quiet about what is there, about headings and about posts that it cannot know', () => {
    checkRule(
      'link.missing-label',
      String.raw`%% file: a.md
$$a \tag{1}\label{eq:two words}$$
%% file: b.md
[(1)](a.md#eq:two_words) [(1)](a.md#mjx-eqn:eq:two_words) [x](a.md#heading) [x](a.md)
[(1)](lost.md#eq:a) [(1)](b.md#eq:a) [(1)](https://example.org/a.md#eq:a)
`,
      [],
    );
  });
});

describe('display.error', () => {
  it('has a message for each kind', () => {
    checkRule(
      'display.error',
      String.raw`
\begin{equation}a\tag{1}\tag{2}\end{equation}
                        ^^^^

\begin{equation}\begin{split}a\tag{1}\end{split}\end{equation}
                              ^^^^

\begin{dmath}a\end{dmath}
^^^^^^^^^^^^^

$$x\begin{align}a\end{align}$$
   ^^^^^^^^^^^^^

$$a}$$
   ^

$$\def\a{\a}\a$$
            ^^
`,
      [/second \\tag/, /not allowed in/, /dmath/, /align/, /\}/, /without end/],
    );
  });

  it('doubts what only some engines refuse, where the engine is assumed', () => {
    const fixture = '$$x\\begin{align}a\\end{align}$$\n';
    checkRule('display.error', fixture, [], { assumed: { math: true } });
  });

  it('doubts what another Markdown engine would mend, where the engine is assumed', () => {
    const fixture = '\\begin{align} a \\\\} b \\end{align}\n';
    checkRule('display.error', fixture, [], { assumed: { markdown: true } });
    checkRule('display.error', `${fixture}                  ^\n`, [/closes what is not open/]);
  });
});

describe('eval', () => {
  const result: EvaluationResult = {
    kind: 'claim',
    span: { start: 0, end: 5 },
    showAt: 5,
    source: '1=2',
    value: 1,
    expected: 2,
    relation: '=',
    verdict: 'fails',
    notes: [],
    digits: 6,
    informative: false,
    counterexample: null,
    quiet: false,
    problems: [],
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
    checkRule('eval.claim', '$1=1$\n', [], { results: [{ ...result, verdict: 'holds' }] });
  });

  it('reports why a formula was not computed', () => {
    const problem = {
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
