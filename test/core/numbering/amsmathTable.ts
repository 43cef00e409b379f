// What amsmath makes of small pages.
const raw = String.raw;

interface TableEntry {
  readonly name: string;
  readonly page: readonly string[];
  /** What the rows of each formula show; `-` for nothing, or the error. */
  readonly shown: readonly string[];
  readonly labels: Readonly<Record<string, string | null>>;
}

/** What pdfLaTeX was seen to do, or the manual of amsmath says. */
export const amsmathTable: readonly TableEntry[] = [
  {
    name: 'an align that ends in a row break has one more row',
    page: [raw`\begin{align}a\\b\\ \end{align}`, raw`\begin{equation}c\label{c}\end{equation}`],
    shown: ['(1) (2) (3)', '(4)'],
    labels: { c: '4' },
  },
  {
    name: 'labels in inner environments count',
    page: [
      raw`\begin{equation}\begin{split}a\label{a}\\b\end{split}\end{equation}`,
      raw`\begin{equation}\begin{aligned}a\\b\label{b}\end{aligned}\end{equation}`,
      raw`\begin{equation}\begin{array}{c}a\label{c}\end{array}\end{equation}`,
    ],
    shown: ['(1)', '(2)', '(3)'],
    labels: { a: '1', b: '2', c: '3' },
  },
  {
    name: 'a label of an unnumbered row goes to the next',
    page: [
      raw`\begin{align}a\notag\label{a}\\b\end{align}`,
      raw`\begin{align}a\notag\label{b}\\b\label{c}\end{align}`,
    ],
    shown: ['- (1)', '- (2)'],
    labels: { a: '1', b: null, c: '2' },
  },
  {
    name: 'of two labels for a number the last one wins',
    page: [raw`\begin{equation}a\label{a}\label{b}\end{equation}`],
    shown: ['(1)'],
    labels: { a: null, b: '1' },
  },
  {
    name: 'of two equal labels the last one wins, and all rows count',
    page: [
      raw`\begin{equation}a\label{p}\end{equation}`,
      raw`\begin{align}a\\b\label{p}\\c\end{align}`,
      raw`\begin{equation}d\end{equation}`,
    ],
    shown: ['(1)', '(2) (3) (4)', '(5)'],
    labels: { p: '3' },
  },
  {
    name: 'a label without a number shows nothing',
    page: [raw`\begin{equation*}a\label{a}\end{equation*}`],
    shown: ['-'],
    labels: { a: null },
  },
  {
    name: 'a gather that holds an align has no number for that row',
    page: [
      raw`\begin{gather}\begin{align}a\\b\end{align}\\c\end{gather}`,
      raw`\begin{equation}d\end{equation}`,
    ],
    shown: ['(1) (2) - (3)', '(4)'],
    labels: {},
  },
  {
    name: 'multlined has no number of its own',
    page: [raw`\begin{equation}\begin{multlined}a\\b\end{multlined}\label{a}\end{equation}`],
    shown: ['(1)'],
    labels: { a: '1' },
  },
  {
    name: 'a row that ends in cr is not numbered',
    page: [raw`\begin{align}a\cr b\\c\end{align}`],
    shown: ['- (1) (2)'],
    labels: {},
  },
  {
    name: 'subequations are parts of one number',
    page: [
      raw`\begin{subequations}\begin{align}a\label{a}\\b\label{b}\end{align}\end{subequations}`,
      raw`\begin{equation}c\label{c}\end{equation}`,
    ],
    shown: ['- (1a) (1b)', '(2)'],
    labels: { a: '1a', b: '1b', c: '2' },
  },
  {
    name: 'labels of subequations themselves have the number without a letter, wherever they stand',
    page: [
      raw`\begin{subequations}\label{s}\begin{align}a\label{a}\\b\label{b}\end{align}\label{t}\end{subequations}`,
      raw`\begin{subequations}\begin{equation}c\end{equation}\label{u}\begin{gather}d\\e\label{e}\end{gather}\end{subequations}`,
      raw`$\eqref{s}\eqref{t}\eqref{u}\eqref{e}$`,
    ],
    shown: ['- (1a) (1b)', '- (2a) (2b) (2c)', '-'],
    labels: { s: '1', a: '1a', b: '1b', t: '1', u: '2', e: '2c' },
  },
  {
    name: 'subequations take a number also where nothing in them has one',
    page: [
      raw`\begin{subequations}\label{s}\begin{align*}a\end{align*}\end{subequations}`,
      raw`\begin{equation}b\label{b}\end{equation}`,
    ],
    shown: ['- -', '(2)'],
    labels: { s: '1', b: '2' },
  },
  {
    name: 'a tag outlives a notag behind it',
    page: [raw`\begin{align}a\tag{x}\notag\\b\notag\tag{y}\end{align}`],
    shown: ['(x) (y)'],
    labels: {},
  },
  {
    name: 'references look forward and back',
    page: [
      raw`\begin{equation}\label{a}\eqref{a}\eqref{b}\end{equation}`,
      raw`\begin{equation}b\label{b}\end{equation}`,
    ],
    shown: ['(1)', '(2)'],
    labels: { a: '1', b: '2' },
  },
  {
    name: 'an equation may stand in an environment of the author',
    page: [
      raw`$\newenvironment{eq}{\begin{equation}}{\end{equation}}$`,
      raw`\begin{eq}a\label{a}\end{eq}`,
    ],
    shown: ['-', '(1)'],
    labels: { a: '1' },
  },
  {
    name: 'displays without an environment have no number but a tag',
    page: [raw`$$a$$`, raw`\[a\tag{x}\label{a}\]`],
    shown: ['-', '(x)'],
    labels: { a: 'x' },
  },
  {
    name: 'what an error is',
    page: [
      raw`\begin{equation}\begin{align}a\end{align}\end{equation}`,
      raw`\begin{equation}a\tag{1}\tag{2}\end{equation}`,
      raw`\begin{equation}\begin{split}a\tag{1}\end{split}\end{equation}`,
      raw`\begin{IEEEeqnarray}{rCl}a\end{IEEEeqnarray}`,
      raw`$a\tag{1}$`,
    ],
    shown: [
      ...['wrong-nesting', 'multiple-tags', 'tag-not-allowed'],
      ...['unknown-environment', 'tag-not-allowed'],
    ],
    labels: {},
  },
];
