// Generates posts as pieces that know which formulas MathJax finds in them.
import fc from 'fast-check';
import { bareFormula, freeFormula, referenceKey } from './formulaGenerator.js';
import type { PageFormula } from './mathjax.js';

interface Piece {
  readonly text: string;
  readonly formulas: readonly PageFormula[];
}

const raw = String.raw;

/** A blank line would end a paragraph; a space behind a row break keeps `\\[` apart. */
function oneParagraph(tex: string): string {
  return tex.replace(/\n\s*/g, '\n').trim();
}

/** MathJax ends an environment at the first `\\end` of its name. */
function endsOnce(tex: string): boolean {
  const name = /^\\begin(\{[^}]*\})/.exec(tex)?.[1] ?? '';
  return tex.split(`\\end${name}`).length === 2;
}

const bare = bareFormula.map(oneParagraph).filter(endsOnce);
const free = freeFormula.map(oneParagraph).filter((tex) => tex !== '' && !/^[-+=]/m.test(tex));

const words = fc.constantFrom(
  '文字。',
  '见 ODE',
  '第 1 项',
  'a < b',
  '价 5 元',
  '【注】',
  '《标题》',
);

function formula(tex: string, delimiter: PageFormula['delimiter']): PageFormula {
  return { tex, delimiter };
}

const inline: fc.Arbitrary<Piece> = fc.oneof(
  fc.constant({ text: '$x_1$', formulas: [formula('x_1', '$')] }),
  fc.constant({ text: raw`\(y\)`, formulas: [formula('y', '\\(')] }),
  referenceKey.map((key) => ({
    text: `式$\\eqref{${key}}$`,
    formulas: [formula(`\\eqref{${key}}`, '$')],
  })),
  referenceKey.map((key) => ({
    text: `见\\ref{${key}}`,
    formulas: [formula(`\\ref{${key}}`, '$')],
  })),
  referenceKey.map((key) => ({
    text: `$z\\label{${key}}$`,
    formulas: [formula(`z\\label{${key}}`, '$')],
  })),
  words.map((text) => ({ text, formulas: [] })),
  bare.map((tex) => ({ text: `\`${tex.replace(/[\n`]/g, ' ')}\``, formulas: [] })),
);

const display: fc.Arbitrary<Piece> = fc.oneof(
  {
    weight: 6,
    arbitrary: bare.map((tex) => ({ text: tex, formulas: [formula(tex, 'environment')] })),
  },
  { weight: 2, arbitrary: free.map((tex) => wrapped(tex, '$$', '$$')) },
  { weight: 1, arbitrary: bare.map((tex) => wrapped(`\n${tex}\n`, '$$', '$$')) },
  { weight: 1, arbitrary: free.map((tex) => wrapped(tex, '\\[', '\\]')) },
);

function wrapped(tex: string, delimiter: PageFormula['delimiter'], close: string): Piece {
  return { text: `${delimiter}${tex}${close}`, formulas: [formula(tex, delimiter)] };
}

function join(pieces: readonly Piece[], between: string): Piece {
  return {
    text: pieces.map(({ text }) => text).join(between),
    formulas: pieces.flatMap(({ formulas }) => formulas),
  };
}

const line = fc.array(inline, { minLength: 1, maxLength: 3 }).map((parts) => join(parts, ' '));

/** Text and displays that touch. */
const paragraph = fc
  .array(fc.oneof(line, display), { minLength: 1, maxLength: 4 })
  .map((parts) => join(parts, '\n'));

function prefixed({ text, formulas }: Piece, first: string, others: string): Piece {
  return { text: first + text.replaceAll('\n', `\n${others}`), formulas };
}

const notMath: fc.Arbitrary<Piece> = bare.chain((tex) =>
  fc.constantFrom(
    { text: `\`\`\`latex\n${tex}\n\`\`\``, formulas: [] },
    { text: `<!-- ${tex} -->`, formulas: [] },
    { text: `<!--\n${tex}\n-->`, formulas: [] },
  ),
);

const block: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 8, arbitrary: paragraph },
  { weight: 2, arbitrary: paragraph.map((piece) => prefixed(piece, '> ', '> ')) },
  { weight: 2, arbitrary: paragraph.map((piece) => prefixed(piece, '- ', '  ')) },
  { weight: 1, arbitrary: paragraph.map((piece) => prefixed(piece, '> 1. ', '>    ')) },
  { weight: 2, arbitrary: notMath },
  { weight: 1, arbitrary: line.map((piece) => prefixed(piece, '## ', '')) },
);

export const generatedPost: fc.Arbitrary<Piece> = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((blocks) => join(blocks, '\n\n'));
