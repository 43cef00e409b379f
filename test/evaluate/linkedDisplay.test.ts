// `\eqref{other-post.md#eq:x}`: the definitions of a display of another post, as if written here.
import { describe, expect, it } from 'vitest';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import { assumedSite } from '../../src/core/site/site.js';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { Reevaluator } from '../../src/evaluate/incremental/reevaluator.js';
import { linkedDisplays, linksOfWorksheets } from '../../src/evaluate/linkedDisplay.js';
import type { EvaluationResult } from '../../src/evaluate/result.js';
import { postForEvaluation, type PostForEvaluation } from '../../src/evaluate/postInput.js';

const raw = String.raw;

function snapshotOf(path: string, text: string): Snapshot {
  return openSnapshot({ path, version: 0, text, site: assumedSite });
}

function inputOf(
  text: string,
  others: Readonly<Record<string, string>>,
  worksheet: string | null = null,
): PostForEvaluation {
  const post = snapshotOf('blog/a.md', text);
  const linked = linkedDisplays(post, linksOfWorksheets(post, worksheet), (path) => {
    const other = others[path];
    return other === undefined ? null : snapshotOf(path, other);
  });
  return postForEvaluation(post, { worksheet, linked });
}

function check(
  lines: string,
  other: string,
  expected: readonly unknown[],
  path = 'blog/b.md',
): void {
  const text = `# A\n\n\`\`\`eval\n${lines}\n\`\`\`\n`;
  const results = evaluatePost(inputOf(text, { [path]: other }));
  const shown = results.map(({ value, span, problems }) => [
    text.slice(span.start, span.end),
    problems.length > 0
      ? problems.map((problem) => [problem.code, text.slice(problem.span.start, problem.span.end)])
      : value,
  ]);
  expect(shown).toEqual(expected);
}

function claimsOf(lines: string): readonly EvaluationResult[] {
  const text = `# A\n\n\`\`\`eval\n${lines}\n\`\`\`\n`;
  return evaluatePost(inputOf(text, { 'blog/b.md': other }));
}

const note = { code: 'claim.defined-before', data: { name: 'c', definition: 'c = 5' } };

const other = raw`$\newcommand{\sq}[1]{#1^2}$

\begin{align}
f(t) &= \sq{t} + c \label{eq:f} \\
c &= 10 \\
s &\in [0,1]
\end{align}

~~~eval
hidden = 3
~~~
`;

describe('a display of another post', () => {
  it('gives the definitions of all its rows, with its macros', () => {
    check(raw`\eqref{b.md#eq:f}` + '\nf(3)', other, [['f(3)', 19]]);
  });

  it('may be taken by its page, and from another folder', () => {
    check(raw`\eqref{../b.html#mjx-eqn-eq:f}` + '\nf(3)', other, [['f(3)', 19]], 'b.md');
  });

  it('is one of this post where the path is', () => {
    const display = raw`\begin{equation}g(t)=2t\label{eq:g}\end{equation}`;
    const text = `${display}\n\n\`\`\`eval\n${raw`\eqref{a.md#eq:g}`}\ng(4)\n\`\`\`\n`;
    expect(evaluatePost(inputOf(text, {}))).toMatchObject([{ source: 'g(4)', value: 8 }]);
  });

  it('may be taken by the file beside the post', () => {
    const worksheet = raw`\eqref{b.md#eq:f}` + '\nf(1)\n';
    const results = evaluatePost(inputOf('# A\n', { 'blog/b.md': other }, worksheet));
    expect(results).toMatchObject([{ file: 'worksheet', source: 'f(1)', value: 11 }]);
  });

  it('brings nothing else of its post', () => {
    check(raw`\eqref{b.md#eq:f}` + '\nhidden', other, [
      ['hidden', [['name.unbound', expect.any(String)]]],
    ]);
  });

  it('claims what is bound already, and names the line that bound it', () => {
    const results = claimsOf(`c = 5\n${raw`\eqref{b.md#eq:f}`}\nf(3)`);
    const [before, f3] = results;
    expect(before).toMatchObject({ value: 5, expected: 10, verdict: 'fails', notes: [note] });
    expect(f3).toMatchObject({ source: 'f(3)', value: 14 });
  });

  it('is held against what is bound behind it', () => {
    const [later, f3] = claimsOf(`${raw`\eqref{b.md#eq:f}`}\nc = 5\nf(3)`);
    const note = { code: 'claim.defined-by', data: { name: 'c', definition: 'c &= 10' } };
    expect(later).toMatchObject({ source: 'c = 5', verdict: 'fails', notes: [note] });
    expect(f3).toMatchObject({ value: 19 });
  });

  it('says again what holds without a word, and is bound anew behind it', () => {
    const link = raw`\eqref{b.md#eq:f}`;
    expect(claimsOf(`c = 10\n${link}`)).toMatchObject([{ verdict: 'holds' }]);
    // What was defined before keeps what it saw, as it does where all lines are written here.
    const written = ['f(t) = t^2 + c', 'c = 10'].join('\n');
    for (const definitions of [link, written])
      expect(claimsOf(`${definitions}\nc := 5\nf(3)\nc`)).toMatchObject([
        { value: 19 },
        { value: 5 },
      ]);
  });

  it('gives no domains', () => {
    check(raw`\eqref{b.md#eq:f}` + '\ns', other, [['s', [['name.unbound', 's']]]]);
  });
});

describe('what is wrong with it', () => {
  const at = (link: string): string => raw`\eqref{${link}}`;

  it.each([
    ['none.md#eq:f', 'reference.no-post'],
    ['../../b.md#eq:f', 'reference.no-post'],
    ['https://example.org/b.md#eq:f', 'reference.no-post'],
    ['b.md#eq:none', 'reference.no-label'],
    ['b.md#', 'reference.no-label'],
    ['#eq:none', 'reference.no-label'],
    ['eq:none', 'unsupported.reference'],
  ])('%s', (link, code) => {
    check(at(link), other, [[at(link), [[code, at(link)]]]]);
  });

  it('in its display, is wrong where it is named', () => {
    const wrong = raw`\begin{equation}k = 1/0 \label{eq:k}\end{equation}`;
    const link = at('b.md#eq:k');
    check(`${link}\nk`, wrong, [
      [link, [['value.division-by-zero', link]]],
      ['k', [['name.in-error', link]]],
    ]);
  });

  it('ends where two posts take from one another', () => {
    const back = `${raw`\begin{equation}p = 2\label{eq:p}\end{equation}`}

\`\`\`eval
${raw`\eqref{a.md#eq:q}`}
\`\`\`
`;
    check(`${at('b.md#eq:p')}\np`, back, [['p', 2]]);
  });
});

it('is evaluated again where the other post has changed', () => {
  const reevaluator = new Reevaluator();
  const text = (before: string): string =>
    `${before}\n\n\`\`\`eval\n${raw`\eqref{b.md#eq:f}`}\nc = 10\nf(3)\nk\n\`\`\`\n`;
  const states = [
    ['A', other],
    ['A', other.replace('c &= 10', 'c &= 20')],
    ['A', other.replace('c &= 10', 'c &= 10.0 + 1')],
    ['Longer', other.replace('#1^2', '#1^3')],
    ['Longer', other.replace('#1^2', '#1^3 + k')],
    ['Longer', ''],
    ['A', other],
  ] as const;
  for (const [before, now] of states) {
    const input = inputOf(text(before), { 'blog/b.md': now });
    expect(reevaluator.evaluate(input)).toEqual(evaluatePost(input));
  }
});
