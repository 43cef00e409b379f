// Evaluating again after edits gives what a fresh evaluation gives, and computes only what an edit touches.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';
import { DEFAULT_EVALUATION_LIMITS, evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { Reevaluator } from '../../src/evaluate/incremental/reevaluator.js';
import { postForEvaluation, type PostForEvaluation } from '../../src/evaluate/postInput.js';
import { realFormulas } from '../support/realFormulas.js';
import { propertyRuns } from '../support/runs.js';
import { prelude } from './numpy/data.js';
import { Chance } from './numpy/chance.js';
import { termOf } from './numpy/generate.js';
import { toLatex } from './numpy/latex.js';

const raw = String.raw;

function inputOf(text: string): PostForEvaluation {
  return postForEvaluation(openSnapshot({ path: 'post.md', version: 0, text, site: assumedSite }));
}

const typed = fc.nat(1e6).map((seed) => toLatex(termOf(seed), new Chance(seed)));

/** Lines that define, rebind, say of one another, and go wrong. */
const line = fc.oneof(
  typed,
  fc.constantFrom(...realFormulas),
  fc.constantFrom(
    ...prelude.split('\n'),
    'a = 2',
    'a := a + 1',
    'b = c + 1',
    'c = b',
    'u = a + b',
    'u = w',
    'w = u',
    'u + 1',
    'a^2 = 4',
    'x_1',
    raw`\boldsymbol{x} = [1, 2]`,
    raw`x \in \mathbb{R}^n`,
    raw`p, q \in \Delta^{n-1}`,
    raw`a > 0`,
    raw`\frac{l_1}{l_2}`,
    raw`\frac1n\sum_i x_i`,
    raw`h(t) = \sum_i t x_i + \kappa`,
    raw`\kappa = 3`,
    'h(2)',
    raw`p_i = \frac{x_i}{\sum_j x_j}`,
    raw`\sum_k p_k`,
    'p_2 = 0.5',
    'check 2t > t',
    raw`t \in [0,1]`,
    't + u = u + t',
    raw`check \eqref{eq:one}`,
    'set log 2',
    'set digits 3',
    'set index 0',
    raw`\log 8`,
    raw`\eqref{eq:one}`,
    raw`\eqref{eq:two}`,
    'm',
    'x = [1, 2',
    raw`\mine + \theirs`,
    raw`\frac{dL}{da}`,
    raw`L = a^2 + u`,
    raw`f'(2)`,
    raw`table a^2, v + u, v \in \{1, a\}`,
    raw`table t + k, t \in 1..2, k \in \{0, 1\}`,
    raw`plot t^2 + a, t \in [0, 1]`,
    raw`histogram x`,
  ),
);

const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(line, { maxLength: 5 })
      .map((lines) => `\`\`\`eval\n${lines.join('\n')}\n\`\`\``),
  },
  { weight: 2, arbitrary: line.map((tex) => `The value $${tex}$<!--= --> is.`) },
  { weight: 1, arbitrary: line.map((tex) => `It is 0.5<!--= ${tex} -->, and $2+2=5$, $1+1=2$.`) },
  { weight: 1, arbitrary: line.map((tex) => `<!-- eval: ${tex} -->`) },
  { weight: 1, arbitrary: line.map((tex) => `> \`\`\`eval\n> ${tex}\n> \`\`\``) },
  {
    weight: 1,
    arbitrary: line.map(
      (tex) => raw`\begin{equation}${tex}\end{equation}<!-- check: t \in [1,2] -->`,
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('one', 'two'), line, line)
      .map(
        ([label, first, second]) =>
          raw`\begin{align}${first} \label{eq:${label}} \\ ${second}\end{align}`,
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'Words.',
      raw`$\def\mine{a}\def\theirs{u}$`,
      raw`$\def\mine{\kappa}$`,
    ),
  },
);

/** Pieces in their order, and how each next version differs: one piece put in another's place, before it, or away. */
const history = fc.tuple(
  fc.array(piece, { minLength: 1, maxLength: 8 }),
  fc.array(fc.tuple(fc.nat(7), fc.constantFrom('replace', 'insert', 'remove', 'swap'), piece), {
    minLength: 1,
    maxLength: 6,
  }),
);

function edited(
  pieces: readonly string[],
  [place, how, piece]: readonly [number, string, string],
): readonly string[] {
  const at = place % (pieces.length + 1);
  switch (how) {
    case 'replace':
      return [...pieces.slice(0, at), piece, ...pieces.slice(at + 1)];
    case 'insert':
      return [...pieces.slice(0, at), piece, ...pieces.slice(at)];
    case 'remove':
      return [...pieces.slice(0, at), ...pieces.slice(at + 1)];
    default:
      return [...pieces.slice(at), ...pieces.slice(0, at)];
  }
}

describe('evaluating again', () => {
  it('gives what a fresh evaluation gives, after any edits', () => {
    fc.assert(
      fc.property(history, ([first, edits]) => {
        const reevaluator = new Reevaluator();
        let pieces: readonly string[] = first;
        for (const edit of [null, ...edits]) {
          if (edit !== null) pieces = edited(pieces, edit);
          const input = inputOf(pieces.join('\n\n'));
          expect(reevaluator.evaluate(input)).toEqual(evaluatePost(input));
        }
      }),
      { numRuns: propertyRuns },
    );
  });

  it('keeps the limits of a fresh evaluation', () => {
    const limits = { ...DEFAULT_EVALUATION_LIMITS, steps: 400, totalSteps: 1500 };
    fc.assert(
      fc.property(history, ([first, edits]) => {
        const reevaluator = new Reevaluator();
        let pieces: readonly string[] = first;
        for (const edit of [null, ...edits]) {
          if (edit !== null) pieces = edited(pieces, edit);
          const input = inputOf(pieces.join('\n\n'));
          expect(reevaluator.evaluate(input, limits)).toEqual(evaluatePost(input, limits));
        }
      }),
      { numRuns: propertyRuns },
    );
  });

  const sheet = [
    'x = [1, 2, 3]',
    'a = 2',
    'S(w) = \\|w\\|_1',
    'S(x)',
    'a^2',
    'S(x) + a',
    '\\sum_i x_i',
  ];
  const post = (lines: readonly string[]): PostForEvaluation =>
    inputOf(`Words.\n\n\`\`\`eval\n${lines.join('\n')}\n\`\`\`\n\nSo $a$<!--= -->.\n`);

  function computedAfter(...edits: readonly (readonly string[])[]): number {
    const reevaluator = new Reevaluator();
    for (const lines of [sheet, ...edits]) reevaluator.evaluate(post(lines));
    return reevaluator.computed;
  }

  const replaced = (at: number, by: string): readonly string[] =>
    sheet.map((each, place) => (place === at ? by : each));

  it('computes what was edited and what rests on it', () => {
    expect(computedAfter()).toBe(sheet.length + 1);
    expect(computedAfter(sheet)).toBe(0);
    expect(computedAfter(replaced(4, 'a^3'))).toBe(1);
    // The line itself, two queries and the mark.
    expect(computedAfter(replaced(1, 'a = 3'))).toBe(4);
    expect(computedAfter(replaced(0, 'x = [1, 2]'))).toBe(4);
    expect(computedAfter(['% a comment', ...sheet])).toBe(0);
    expect(computedAfter(['set digits 3', ...sheet])).toBe(sheet.length + 2);
  });
});
