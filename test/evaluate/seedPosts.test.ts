// Whole posts on eight subjects give the numbers that are known of them, to the digits that they state.
import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { DEFAULT_EVALUATION_LIMITS } from '../../src/evaluate/evaluatePost.js';
import { runCli } from '../support/cli.js';
import { evaluateText, problemsOf } from '../support/worksheets.js';

const raw = String.raw;
const folder = new URL('seeds/', import.meta.url);

interface Subject {
  /** Each stated by a mark of the post, as often as it stands here. */
  readonly values: readonly string[];
  /** Values and claims together. */
  readonly results: number;
}

/** By the name of the post; the values were computed by other programs. */
const SUBJECTS: Readonly<Record<string, Subject>> = {
  overconfidence: {
    values: [
      ...['2.302585093', '1.845256896', '1.195674002', '0.992254694'],
      ...['.693147181', '.664263334', '.575364145', '.526802578'],
      ...['0.9', '0.371468', '0.7719', '0.8'],
    ],
    results: 22,
  },
  wasserstein: {
    values: ['.5154845485', '.5154845485', '2.7182818285', '5.0', '.3771708774'],
    results: 5,
  },
  flow: {
    values: ['3.0', '.4117647059', '.3687817783', '.3687817783', '.40000000'],
    results: 7,
  },
  scores: {
    values: ['-.6071436286', '.461881', '1.777778', '1.3158968554', '1.3158968554', '.318179'],
    results: 8,
  },
  positions: {
    values: [
      ...['1.1547819847', '1.0330248790', '.00001491148', '.00001443477'],
      ...['.1545554173', '1.1671389559', '5.0', '2.0', '4.0', '1.525940'],
    ],
    results: 19,
  },
  rotations: { values: ['2.3224895'], results: 5 },
  rotationSums: {
    values: ['32.000000', '30.916832', '21.051629', '17.874669', '5.931801'].flatMap((each) => [
      each,
      each,
    ]),
    results: 10,
  },
  discriminator: {
    values: ['-2.0', '-1.00000', '.6931472', '.6931472', '.279071', '-0.712633', '0.5'],
    results: 10,
  },
  sparsity: { values: ['.25', '.25', '.50', '.50', '1.00', '1.00'], results: 11 },
  sparsityOfPair: { values: ['.875', '.7', '.98995', '.98995', '5.00', '7.00'], results: 10 },
  entropies: {
    values: ['1.098612', '1.039721', '1.039721', '.980829', '.928149', '.693147', '.693147'],
    results: 14,
  },
};

it('each post is here', async () => {
  const files = await readdir(folder);
  expect(files.sort()).toEqual(
    Object.keys(SUBJECTS)
      .map((name) => `${name}.md`)
      .sort(),
  );
});

it.each(Object.entries(SUBJECTS))('%s', async (name, { values, results }) => {
  const text = await readFile(new URL(`${name}.md`, folder), 'utf8');
  for (const value of new Set(values)) {
    const wanted = values.filter((each) => each === value).length;
    expect(statedIn(text).filter((each) => each === value).length, value).toBeGreaterThanOrEqual(
      wanted,
    );
  }
  for (const mode of ['compiled', 'interpreted'] as const) {
    const found = evaluateText(text, { ...DEFAULT_EVALUATION_LIMITS, mode });
    const wrong = found.filter(
      ({ verdict, problems, value }) =>
        problems.length > 0 || value === null || (verdict !== null && verdict !== 'holds'),
    );
    expect(wrong.map(({ source, value }) => [source, value])).toEqual([]);
    expect(found).toHaveLength(results);
  }
  const { code, output } = await runCli('.', ['eval', '-'], { input: text });
  expect([code, output.match(/✗|!/g)]).toEqual([0, null]);
});

/** The numbers in marks, and those that a mark with an expression stands behind. */
function statedIn(text: string): readonly string[] {
  const marks = [...text.matchAll(/([\d.]*)\s?<!--= *(.*?) *-->/g)];
  return marks.map(([, before = '', inside = '']) => (/^-?[\d.]+$/.test(inside) ? inside : before));
}

it('what a post leaves open is refused at its place', () => {
  const given = 'p = .1\n' + raw`\gamma = .5` + '\n';
  const gradient = raw`-\frac{1}{\gamma+(1-\gamma)p}\nabla p`;
  expect(problemsOf(given + gradient)).toEqual([['derivative.by-what', raw`\nabla p`]]);
  const laws = raw`p = \mathcal N(0,1)` + '\n' + raw`q = \mathcal N(2,1)` + '\n';
  const objective = raw`\max_D \mathbb E_p\log\sigma(D)+\mathbb E_q\log(1-\sigma(D))`;
  expect(problemsOf(laws + objective).map(([code]) => code)).toEqual(['expectation.variable']);
  const flow = raw`\partial_t q_t=-\nabla\cdot(q_t\nabla\log r_t)`;
  expect(problemsOf(flow)).toEqual([['unsupported.construct', raw`\nabla`]]);
  const norm = raw`x = [1,2]` + '\ny = [3,4]\nl_1';
  expect(problemsOf(norm)).toEqual([['norm.several-vectors', 'l_1']]);
  expect(problemsOf('n = 5\n' + raw`\max(1,\log_{maxlen}n)`).map(([code]) => code)).toEqual([
    'name.unbound',
  ]);
});
