// What quick fixes offer, and what they make of a post.
import type { Site } from '../../../src/core/site/site.js';

const raw = String.raw;

export interface FixFixture {
  readonly posts: string;
  /** The titles of all fixes of the first post, in order. */
  readonly titles: readonly string[];
  /** The posts after the last of them; those that stay as they are need not stand here. */
  readonly after: string;
  readonly site?: Partial<Site>;
}

const rows = raw`\begin{align}
a &= b \\
c &= d \label{eq:c}
\end{align}
`;

export const fixFixtures: Readonly<Record<string, FixFixture>> = {
  'labels of nearly the name, and equations that have none': {
    posts: `By \\eqref{eq:d} and \\eqref{eq:c}.\n\n${rows}`
      .replaceAll('eq:c}', 'eq:cd}')
      .replaceAll('eq:d}', 'eq:cde}'),
    titles: ['Replace eq:cde by eq:cd', raw`Put \label{eq:cde} into equation (1): a &= b`],
    after: `By \\eqref{eq:cde} and \\eqref{eq:cd}.\n\n${rows}`
      .replace('eq:c}', 'eq:cd}')
      .replace('b \\\\', 'b\\label{eq:cde} \\\\'),
  },
  'an equation of another post': {
    posts: `%% file: a.md\nBy $\\eqref{eq:c}$ and $x = \\eqref{eq:c}$.\n%% file: b.md\n${rows}`,
    titles: [raw`Replace $\eqref{eq:c}$ by [(2)](b.md#eq:c)`],
    after: `%% file: a.md\nBy [(2)](b.md#eq:c) and $x = \\eqref{eq:c}$.\n`,
  },
  'a label that a link misses, by the number in its words': {
    posts: `%% file: a.md\n[(1)](b.md#eq:new)\n%% file: b.md\n${rows}\n[x](#eq:c)\n`,
    titles: [
      raw`Replace eq:new by eq:c`,
      raw`Put \label{eq:new} into equation (1) of b.md: a &= b`,
    ].slice(1),
    after: `%% file: b.md\n${rows.replace('b \\\\', 'b\\label{eq:new} \\\\')}\n[x](#eq:c)\n`,
  },
  'a label in a starred environment': {
    posts: raw`By \eqref{eq:a}.

\begin{equation*}
a = b \label{eq:a}
\end{equation*}
`,
    titles: [raw`Number the row of \label{eq:a}: (1)`],
    after: raw`By \eqref{eq:a}.

\begin{equation}
a = b \label{eq:a}
\end{equation}
`,
  },
  'a label in a row without a number, beside one that has a number': {
    posts: raw`By \eqref{eq:a}.

\begin{align}
a &= b \notag \label{eq:a} \\
  &= c
\end{align}
`,
    titles: [raw`Number the row of \label{eq:a}: (1)`, raw`Move \label{eq:a} into row (1): &= c`],
    after: raw`By \eqref{eq:a}.

\begin{align}
a &= b \notag \\
  &= c\label{eq:a}
\end{align}
`,
  },
  'a label in an inner environment, on a line of its own': {
    posts: raw`By \eqref{eq:a}.

\begin{equation}
\begin{aligned}
a &= b
\label{eq:a}
\end{aligned}
\end{equation}
`,
    titles: [],
    after: '',
  },
  'a label that nothing refers to': {
    posts: '$$\na\n\\label{eq:a}\n\\tag{1}\n$$\n',
    titles: [raw`Remove \label{eq:a}`],
    after: '$$\na\n\\tag{1}\n$$\n',
  },
  'a label between a command and a letter': {
    posts: '$$\\alpha\\label{eq:a}x \\tag{1}$$\n',
    titles: [raw`Remove \label{eq:a}`],
    after: '$$\\alpha x \\tag{1}$$\n',
  },
  'one label twice': {
    posts: raw`\eqref{eq:a}

$$a \tag{1}\label{eq:a}$$

$$b \tag{2}\label{eq:a}$$
`,
    titles: [raw`Remove \label{eq:a}`],
    after: raw`\eqref{eq:a}

$$a \tag{1}\label{eq:a}$$

$$b \tag{2}$$
`,
  },
  'two labels in one row': {
    posts: raw`\begin{equation}a \label{eq:a} \label{eq:b}\end{equation}

By \eqref{eq:a} and $\ref{eq:b}$.
`,
    titles: [
      raw`Keep \label{eq:a}, and refer to it in place of “eq:b”`,
      raw`Keep \label{eq:b}, and refer to it in place of “eq:a”`,
    ],
    after: raw`\begin{equation}a \label{eq:b}\end{equation}

By \eqref{eq:b} and $\ref{eq:b}$.
`,
  },
  'a link by a number that two equations of the other post have': {
    posts:
      '%% file: a.md\n[(1)](b.md#eq:a)\n%% file: b.md\n\\begin{equation}a\\end{equation}\n\n$$b \\tag{1}$$\n\n$$c \\tag{2}\\label{loss}$$\n',
    titles: [],
    after: '',
  },
  'two labels in one row, of which a command of LaTeX names one': {
    posts: '$$a \\tag{1}\\label{eq:a}\\label{eq:b}$$\n\n\\cref{eq:a}\n',
    titles: [raw`Keep \label{eq:a}, and remove “eq:b”`],
    after: '$$a \\tag{1}\\label{eq:a}$$\n\n\\cref{eq:a}\n',
  },
  'two labels in one row, of which the worksheet of another post names one': {
    posts:
      '%% file: a.md\n$$a \\tag{1}\\label{eq:a}\\label{eq:b}$$\n%% file: b.md\n```eval\n\\eqref{a.md#eq:b}\n```\n',
    titles: [raw`Keep \label{eq:b}, and remove “eq:a”`],
    after: '%% file: a.md\n$$a \\tag{1}\\label{eq:b}$$\n',
  },
  'two labels in one row, of which a list names one': {
    posts:
      '$$a \\tag{1}\\label{eq:a}\\label{eq:b}$$\n\n$$b \\tag{2}\\label{eq:c}$$\n\n\\eqref{eq:b,eq:c}\n',
    titles: [raw`Keep \label{eq:b}, and remove “eq:a”`],
    after: '$$a \\tag{1}\\label{eq:b}$$\n\n$$b \\tag{2}\\label{eq:c}$$\n\n\\eqref{eq:b,eq:c}\n',
  },
  'two labels in one row, of which one stands in an inline formula, too': {
    posts: '$$a \\tag{1}\\label{eq:a}\\label{eq:b}$$\n\n\\eqref{eq:a} $x\\label{eq:b}$\n',
    titles: [],
    after: '',
  },
  'two labels in one row, which is in error without them, too': {
    posts: '$$a \\tag{1}\\label{eq:a}\\label{eq:b} % {$$\n',
    titles: [],
    after: '',
  },
  'a command of LaTeX where no reference is read outside of formulas': {
    site: { markdown: 'arithmatex' },
    posts: '$$a \\tag{1}\\label{eq:a}$$\n\n\\cref{eq:a}\n',
    titles: [raw`Replace \cref{eq:a} by $\eqref{eq:a}$`],
    after: '$$a \\tag{1}\\label{eq:a}$$\n\n$\\eqref{eq:a}$\n',
  },
  'a number by hand where no reference is read outside of formulas': {
    site: { markdown: 'arithmatex' },
    posts: '\\begin{equation}a \\label{eq:a}\\end{equation}\n\nBy Eq. (1).\n',
    titles: [raw`Remove \label{eq:a}`, raw`Replace (1) by $\eqref{eq:a}$`],
    after: '\\begin{equation}a \\label{eq:a}\\end{equation}\n\nBy Eq. $\\eqref{eq:a}$.\n',
  },
  'a number by hand in a heading, to which links may lead': {
    posts:
      '\\begin{equation}a \\label{eq:a}\\end{equation}\n\n## About Eq. (1)\n\nBy \\eqref{eq:a} and Eq. (1).\n',
    titles: [raw`Replace (1) by \eqref{eq:a}`],
    after:
      '\\begin{equation}a \\label{eq:a}\\end{equation}\n\n## About Eq. (1)\n\nBy \\eqref{eq:a} and Eq. \\eqref{eq:a}.\n',
  },
  'rows that were written for an engine which takes backslashes, between dollars': {
    site: { markdown: 'kramdown' },
    posts: '\\begin{align} a|b \\\\\\\\ c \\end{align}\n',
    titles: ['Put it between dollars, where the site’s Markdown leaves it alone'],
    after: '$$\\begin{align} a|b \\\\ c \\end{align}$$\n',
  },
  'dollars that begin no display below a line of text': {
    site: { markdown: 'kramdown' },
    posts: '## Losses\n\\begin{equation}\na\n\n\\end{equation}\n',
    titles: [],
    after: '',
  },
};
