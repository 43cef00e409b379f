// A post as 知乎, 公众号 and a CMS take it: numbers written out, and a list of what was left behind.
import { expect, it } from 'vitest';
import { cms } from '../../../src/language/publish/cms.js';
import { publishPost } from '../../../src/language/publish/publishPost.js';
import type { PublishTarget } from '../../../src/language/publish/target.js';
import { targets } from '../../../src/language/publish/targets.js';
import { wechat } from '../../../src/language/publish/wechat.js';
import { zhihu } from '../../../src/language/publish/zhihu.js';
import { macrosFromTable } from '../../../src/core/numbering/macros.js';
import type { Site } from '../../../src/core/site/site.js';
import { cursorPost, readFixture } from '../../support/blogFixture.js';

const raw = String.raw;

interface Choices {
  readonly target?: PublishTarget;
  readonly site?: Partial<Site>;
  readonly macros?: Readonly<Record<string, string>>;
}

/** The Markdown that a post becomes, and each problem as its code and what it stands at. */
function published(
  fixture: string,
  { target = cms, site = {}, macros = {} }: Choices = {},
): { readonly text: string; readonly problems: readonly string[] } {
  const read = readFixture(fixture, site, macrosFromTable(macros));
  const post = cursorPost(read);
  const { text, problems } = publishPost(post, read.blog, target);
  const source = post.lines.join('');
  return {
    text,
    problems: problems.map(
      ({ code, span, subject }) =>
        `${code} ${JSON.stringify(source.slice(span.start, span.end))}${subject === '' ? '' : ` ${subject}`}`,
    ),
  };
}

function checkPublished(fixture: string, text: string, choices: Choices = {}): void {
  expect(published(fixture, choices)).toEqual({ text, problems: [] });
}

it('writes out the number of each row, and puts it in the place of references', () => {
  checkPublished(
    String.raw`By $\eqref{b}$ and \ref{a}:
\begin{align}
x &= 1 \label{a} \\
y &= 2 \notag \\
z &= x + y \label{b}
\end{align}
and $z=\eqref{b}$.
`,
    String.raw`By (2) and 1:

$$
\begin{align*}
x &= 1 \tag{1} \\
y &= 2 \\
z &= x + y \tag{2}
\end{align*}
$$

and $z=\text{(2)}$.
`,
  );
});

it('shows a tag as it was shown, and needs no environment for one equation', () => {
  checkPublished(
    String.raw`\begin{equation}x \tag{*}\label{a}\end{equation}

$$y \tag*{B}$$

\begin{equation*}z\end{equation*}

\eqref{a}
`,
    '$$\nx \\tag{*}\n$$\n\n$$\ny \\tag*{B}\n$$\n\n$$\nz\n$$\n\n(*)\n',
  );
});

it.each([
  [raw`\log p \label{a} \tag{*}`, raw`\log p \tag{*}`],
  [raw`\log p \tag{*}\label{a}`, raw`\log p \tag{*}`],
  [raw`\log p\ \label{a}\tag{*}`, raw`\log p\  \tag{*}`],
  [raw`\log \label{a}\tag{*}p`, raw`\log  p \tag{*}`],
  [
    raw`\begin{gathered}x \\ \label{a}[y]\end{gathered} \tag{*}`,
    raw`\begin{gathered}x \\ [y]\end{gathered} \tag{*}`,
  ],
])('leaves no more than a blank where %s has a label', (tex, written) => {
  expect(published(`$$${tex}$$\n`).text).toBe(`$$\n${written}\n$$\n`);
});

it('gives 知乎 the pictures that it knows for formulas, displays with a row break at their end', () => {
  const picture = (tex: string): string =>
    `<img src="https://www.zhihu.com/equation?tex=${encodeURIComponent(tex)}" alt="${tex.replace('<', '&lt;')}" class="ee_img tr_noresize" eeimg="1">`;
  checkPublished(
    '$a<b$\n\\begin{equation}\nx\\label{a}\n\\end{equation}\n\\eqref{a}\n',
    `${picture('a<b')}\n\n${picture('x \\tag{1}\\\\')}\n\n(1)\n`,
    { target: zhihu },
  );
});

it('gives 公众号 the number as text of the formula', () => {
  checkPublished(
    '\\begin{equation}x\\label{a}\\end{equation}\n\n\\eqref{a}\n',
    '$$\nx \\qquad\\text{(1)}\n$$\n\n(1)\n',
    { target: wechat },
  );
});

it('expands macros of the post and of the blog, and drops their definitions', () => {
  checkPublished(
    String.raw`$\newcommand{\norm}[1]{\lVert #1\rVert}$

$\norm{x}\in\R$, $\begin{three}\end{three}$ $\newenvironment{three}{1+}{2}\begin{three}\end{three}$
`,
    String.raw`$\lVert x\rVert\in\mathbb{R}$, $\begin{three}\end{three}$ $1+2$
`,
    { macros: { R: '\\mathbb{R}' } },
  );
});

it('counts what a macro labels and tags', () => {
  checkPublished(
    String.raw`$\newcommand{\eq}[2]{\begin{equation}#1\label{#2}\end{equation}}$
$$\eq{x}{a}$$
\eqref{a}
`,
    '\n$$\nx \\tag{1}\n$$\n\n(1)\n'.trimStart(),
  );
});

it('writes the TeX that the engine of the site leaves', () => {
  checkPublished(
    'Text $a\\_b$\n\n\\begin{equation}a\\_1 \\\\\\\\ b\\label{a}\\end{equation}\n',
    'Text $a_b$\n\n$$\na_1 \\\\ b \\tag{1}\n$$\n',
    { site: { markdown: 'commonmark' } },
  );
});

it('keeps displays in their quotes and lists', () => {
  checkPublished(
    String.raw`> Quoted
> \begin{equation}
> x\label{a}
> \end{equation}
> on

- $$y$$
- item $$z$$ goes on
`,
    String.raw`> Quoted
> 
> $$
> x \tag{1}
> $$
> 
> on

- $$
  y
  $$
- item 
  
  $$
  z
  $$
  
  goes on
`,
  );
});

it('drops front matter, comments and worksheets, and puts the title on top', () => {
  checkPublished(
    [
      ...['---', 'title: 名（上）', 'mathjax: true', '---', '', 'One $1+1$<!--= 2 -->.', ''],
      ...['<!-- eval: x = 1 -->', '', '```eval', 'x = 1', '```', '', '<!--more-->', ''],
      ...['```js', 'x = 1', '```', '', '《名（下）》 is next.', ''],
    ].join('\n'),
    '# 名（上）\n\nOne $1+1$.\n\n\n\n\n```js\nx = 1\n```\n\n《名（下）》 is next.\n',
  );
});

const linked = String.raw`%% file: a.md
See [《B》](b.md), [x of C](c.md), [here](#top), [there](https://example.org/) and <https://example.org/>.

![a picture](a_b.png) ![](https://example.org/x.png)
%% file: b.md
---
permalink: https://example.com/archives/2
---
%% file: c.md
Text
`;

it('leads to the pages that posts state, and leaves other links as text', () => {
  expect(published(linked, { target: zhihu })).toEqual({
    text:
      'See [《B》](https://example.com/archives/2), x of C, here, [there](https://example.org/) and <https://example.org/>.\n\n' +
      '〔a\\_b.png〕 ![](https://example.org/x.png)\n',
    problems: ['link "[x of C](c.md)" c.md', 'picture "![a picture](a_b.png)" a_b.png'],
  });
});

it('writes addresses as links take them, whatever the post states', () => {
  const leads = (permalink: string): string =>
    published(`%% file: a.md\n[B](b.md)\n%% file: b.md\n---\npermalink: "${permalink}"\n---\n`)
      .text;
  expect(leads('https://example.com/a%20(b)%23c')).toBe(
    '[B](https://example.com/a%20%28b%29%23c)\n',
  );
  expect(leads('https://example.com/\\uD83D')).toBe('[B](https://example.com/\ud83d)\n');
});

it.each(targets)('publishes half of a character for $id', (target) => {
  expect(published('$x_\ud83d$ ![](\ud83d.png)', { target }).text).not.toBe('');
});

it('puts a title of front matter on top as text on one line', () => {
  const head = (title: string): string => published(`---\ntitle: ${title}\n---\n`).text;
  expect(head('"a\\nb\\n\\n# c"')).toBe('# a b # c\n');
  expect(head('<script>alert(1)</script>')).toBe('# \\<script>alert(1)\\</script>\n');
  expect(head('*L* 与 $L_1$ 范数')).toBe('# \\*L\\* 与 $L_1$ 范数\n');
});

it('lists for 公众号 the links that it takes away', () => {
  const { text, problems } = published(linked, { target: wechat });
  expect(text).toContain('See 《B》, x of C, here, there and https://example.org/.');
  expect(problems).toHaveLength(5);
});

it('leaves to a CMS the path of a picture', () => {
  expect(published(linked, { target: cms }).text).toContain('![a picture](a_b.png)');
});

it('lists what readers see as an error, what is not resolved, and what is for the site alone', () => {
  const { problems } = published(
    String.raw`\eqref{gone} $\eqref{gone}$ \cref{x}

$$a \tag{1} \tag{2}$$

{% post_link b %} and ${'`{% code %}`'}

<div>HTML</div>

It costs 5$.
`,
    { target: zhihu },
  );
  expect(problems).toEqual([
    'reference "\\\\eqref{gone}" gone',
    'reference "$\\\\eqref{gone}$" gone',
    'source "\\\\cref{x}" \\cref{x}',
    'formula "$$a \\\\tag{1} \\\\tag{2}$$" \\tag',
    'template "{% post_link b %}" {% post_link b %}',
    'html "<div>HTML</div>" <div>HTML</div>',
  ]);
});

it('needs no environment for parts, and lists those that number anew wherever they are shown', () => {
  const parts = '\\begin{subequations}\\begin{align}x\\end{align}\\end{subequations}\n';
  checkPublished(parts, '$$\n\\begin{align*}x \\tag{1a}\\end{align*}\n$$\n', {
    site: { math: 'amsmath' },
  });
  expect(published('\\begin{numcases}{x} 1 \\\\ 2 \\end{numcases}\n').problems).toEqual([
    'environment "\\\\begin{numcases}{x} 1 \\\\\\\\ 2 \\\\end{numcases}" numcases',
  ]);
});

it('keeps a formula of a table in its cell', () => {
  checkPublished('|a|\n|-|\n|$\\|x\\|$|\n', '|a|\n|-|\n|$\\vert x\\vert$|\n');
});

it('lists a numbered display of a table, and keeps one of HTML in its line', () => {
  const { problems } = published('|a|\n|-|\n|$$x\\tag{1}$$|\n');
  expect(problems).toEqual(['table "$$x\\\\tag{1}$$"']);
  checkPublished('<p>\n$$\nx\n\\tag{1}$$\n</p>\n', '<p>\n$$ x \\tag{1} $$\n</p>\n');
});

it('lists a dollar of the text where formulas stand in dollars', () => {
  expect(published('It costs 5$.\n').problems).toEqual(['dollar "$"']);
});

it('takes no percent of a text or an address for a comment', () => {
  checkPublished(
    '$\\text{50% of }x$ $\\href{a%20b}{y}$ $z % dropped$\n',
    '$\\text{50% of }x$ $\\href{a%20b}{y}$ $z$\n',
  );
});
