// Generates the formulas of a page: rows, tags, labels and mistakes in every mixture.
import fc from 'fast-check';
import type { PageFormula } from './mathjax.js';

const raw = String.raw;

/** Few enough that a page often has one twice. */
const keys = ['a', 'b', 'c', 'eq:d', 'eq e', '公式', 'Eq_F', ' a'] as const;
const key = fc.constantFrom(...keys);

export const referenceKey: fc.Arbitrary<string> = key;

/** No `_`, `&` or `#` in text: MathJax 4 refuses them, which is no error of numbering. */
const plainAtom = fc.constantFrom(
  ...[
    'x',
    'a+b',
    '=',
    raw`\frac{a}{b}`,
    raw`\sqrt[3]{y}`,
    raw`{a\\b}`,
    raw`\substack{a\\b}`,
    raw`\,`,
  ],
  ...[raw`\left(a\\b\right)`, raw`\text{a, b \\ c}`, raw`\text{$a$ 和 \(b\)}`, raw`\sum_{i=1}^n`],
  ...['% comment\n', raw`\% `, raw`\{z\}`, '{}', raw`\mathrm{d}x`, '公', raw`\color{red} `, '\n'],
  ...[
    raw`\big(a\big)`,
    raw`\left\{u\right.`,
    raw`\hat{p}`,
    raw`\verb|\tag{q}|`,
    raw`\href{u%20v}{w}`,
  ],
);

const marks = fc.oneof(
  { weight: 8, arbitrary: key.map((name) => raw`\label{${name}}`) },
  { weight: 2, arbitrary: key.map((name) => `% ${raw`\label{${name}}`}\n`) },
  { weight: 1, arbitrary: key.map((name) => raw`\boxed{y\label{${name}}}`) },
  { weight: 1, arbitrary: key.map((name) => raw`\frac{1}{y\label{${name}}}`) },
  { weight: 1, arbitrary: key.map((name) => raw`\text{if $y\label{${name}}$}`) },
  { weight: 3, arbitrary: key.map((name) => raw`\eqref{${name}}`) },
  { weight: 1, arbitrary: key.map((name) => raw`\ref{${name}}`) },
  { weight: 1, arbitrary: key.map((name) => raw`\text{式 \eqref{${name}}}`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(raw`\tag{7}`, raw`\tag*{A}`, raw`\tag{ 2.4 }`, raw`\tag{}`),
  },
  { weight: 3, arbitrary: fc.constantFrom(raw`\notag `, raw`\nonumber `) },
  { weight: 1, arbitrary: fc.constant(raw`\label{}`) },
);

const mistakes = fc.constantFrom(
  ...[
    '}',
    '{',
    raw`\end{align}`,
    raw`\begin{nowhere}x\end{nowhere}`,
    raw`\end{nowhere}`,
    raw`\left(`,
  ],
  ...[raw`\begin{equation}`, raw`\begin{subequations}x\end{subequations}`],
);

interface Shape {
  readonly name: string;
  readonly args?: string;
  readonly cells: boolean;
  readonly rows: boolean;
}

const numbering: readonly Shape[] = [
  ...['equation', 'equation*'].map((name) => ({ name, cells: false, rows: false })),
  ...['align', 'align*', 'eqnarray', 'eqnarray*', 'flalign', 'flalign*'].map((name) => ({
    name,
    cells: true,
    rows: true,
  })),
  ...['gather', 'gather*', 'multline', 'multline*'].map((name) => ({
    name,
    cells: false,
    rows: true,
  })),
  { name: 'alignat', args: '{3}', cells: true, rows: true },
  { name: 'xalignat', args: '{3}', cells: true, rows: true },
  { name: 'xxalignat', args: '{3}', cells: true, rows: true },
];

const inner: readonly Shape[] = [
  ...['split', 'aligned', 'gathered', 'pmatrix', 'cases', 'dcases', 'smallmatrix'].map((name) => ({
    name,
    cells: true,
    rows: true,
  })),
  { name: 'aligned', args: '[t]', cells: true, rows: true },
  { name: 'array', args: '{cc}', cells: true, rows: true },
  { name: 'alignedat', args: '{2}', cells: true, rows: true },
];

const rowEnd = fc.constantFrom(
  ...[raw`\\`, raw`\\`, raw`\\`, raw`\\*`, raw`\\[5pt]`, raw`\cr `, raw`\newline `, '\\\\\n  '],
);

function atoms(depth: number, frequent: number): fc.Arbitrary<string> {
  const choices = [
    { weight: 12, arbitrary: plainAtom },
    { weight: frequent, arbitrary: marks },
    { weight: 1, arbitrary: fc.constant('') },
  ];
  if (depth > 0) choices.push({ weight: 3, arbitrary: environment(inner, depth - 1, frequent) });
  if (depth > 1) choices.push({ weight: 1, arbitrary: environment(numbering, 0, frequent) });
  return fc.oneof(...choices);
}

function environment(
  shapes: readonly Shape[],
  depth: number,
  frequent: number,
): fc.Arbitrary<string> {
  return fc.constantFrom(...shapes).chain((shape) => {
    const cell = fc.array(atoms(depth, frequent), { maxLength: 4 }).map((parts) => parts.join(''));
    const row = shape.cells
      ? fc.array(cell, { minLength: 1, maxLength: 2 }).map((cells) => cells.join('&'))
      : cell;
    const rows = fc.array(fc.tuple(row, rowEnd), { minLength: 1, maxLength: shape.rows ? 4 : 1 });
    return fc.tuple(rows, fc.boolean()).map(([all, open]) => {
      const last = all.length - 1;
      const body = all.map(([text, end], at) =>
        at < last || (open && shape.rows) ? text + end : text,
      );
      return `\\begin{${shape.name}}${shape.args ?? ''} ${body.join('')}\\end{${shape.name}}`;
    });
  });
}

export const freeFormula: fc.Arbitrary<string> = fc
  .array(atoms(2, 5), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(' '));

export const bareFormula: fc.Arbitrary<string> = environment(numbering, 2, 9);

/** Puts a mistake somewhere between two tokens. */
const broken = fc.tuple(bareFormula, mistakes, fc.nat()).map(([tex, mistake, place]) => {
  const places = [...tex.matchAll(/ /g)].map((match) => match.index);
  const at = places[place % Math.max(1, places.length)] ?? tex.length;
  return `${tex.slice(0, at)} ${mistake}${tex.slice(at)}`;
});

const inGather = fc
  .tuple(fc.array(fc.tuple(environment(numbering, 1, 6), marks), { minLength: 1, maxLength: 3 }))
  .map(([cells]) => {
    const rows = cells.map(([structure, mark]) => structure + mark);
    return `\\begin{gather}${rows.join('\\\\')}\\end{gather}`;
  });

const pageFormula: fc.Arbitrary<PageFormula> = fc.oneof(
  { weight: 12, arbitrary: bareFormula.map((tex) => formula(tex, 'environment')) },
  { weight: 3, arbitrary: bareFormula.map((tex) => formula(tex, '$$')) },
  { weight: 3, arbitrary: freeFormula.map((tex) => formula(tex, '$$')) },
  { weight: 2, arbitrary: freeFormula.map((tex) => formula(tex, '\\[')) },
  { weight: 2, arbitrary: freeFormula.map((tex) => formula(tex, '$')) },
  { weight: 1, arbitrary: bareFormula.map((tex) => formula(tex, '$')) },
  { weight: 1, arbitrary: inGather.map((tex) => formula(tex, 'environment')) },
  { weight: 2, arbitrary: broken.map((tex) => formula(tex, 'environment')) },
  { weight: 3, arbitrary: key.map((name) => formula(raw`\eqref{${name}}`, '$')) },
);

export const pageFormulas: fc.Arbitrary<readonly PageFormula[]> = fc.array(pageFormula, {
  minLength: 1,
  maxLength: 8,
});

function formula(tex: string, delimiter: PageFormula['delimiter']): PageFormula {
  return { tex, delimiter };
}
