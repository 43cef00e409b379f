// How long formulas take: to parse and compile, to run where a loop holds what does not change, and after an edit of a post.
import { performance } from 'node:perf_hooks';
import { openSnapshot } from '../src/core/post/snapshot.js';
import { assumedSite } from '../src/core/site/site.js';
import { DEFAULT_LIMITS } from '../src/evaluate/compute/limits.js';
import { prepareFormula, type Bindings } from '../src/evaluate/formula.js';
import { Reevaluator } from '../src/evaluate/incremental/reevaluator.js';
import { postForEvaluation, type PostForEvaluation } from '../src/evaluate/postInput.js';
import {
  compare,
  inTurn,
  limit,
  median,
  milliseconds,
  report,
  type Benchmark,
  type Measure,
} from './measure.js';

export const formulas: Benchmark = {
  name: 'formulas',
  title: 'Formulas: parsed and compiled, hoisted, evaluated again',
  run: measureFormulas,
};

const raw = String.raw;

async function measureFormulas(): Promise<readonly Measure[]> {
  return [await perFormula(), await gini(), ...(await editsOfPost())];
}

const length = 100;
const entries = Array.from({ length }, (_, at) => Math.round(Math.sin(at + 1) * 1e4) / 1e4);
const shares = Array.from({ length }, () => 1 / length);

/** Those of posts on losses, sparsity and positions. */
const written: readonly string[] = [
  raw`\frac{\Vert\boldsymbol{x}\Vert_1}{\Vert\boldsymbol{x}\Vert_2}`,
  raw`\frac{\sqrt{n}-\|x\|_1/\|x\|_2}{\sqrt{n}-1}`,
  raw`-\sum_{i=1}^n p_i\log p_i`,
  raw`\left(\sum_{i=1}^n |x_i|^r\right)^{1/r}`,
  raw`1-2\sum_{i=1}^{n}\frac{x_{(i)}}{\|x\|_1}\left(\frac{n-i+1/2}{n}\right)`,
  raw`\frac{e^{x_k}}{\sum_j e^{x_j}}`,
  raw`-\frac{t}{\gamma+(1-\gamma)t}\log t`,
  raw`\frac{1}{n}\sum_{k=1}^n (x_k-p_k)^2`,
  raw`\max_i x_i`,
  raw`\#\{i: |x_i|\le\epsilon\}`,
  raw`\int_0^1 s^2\,ds`,
  raw`x^{\top}p`,
  raw`\lfloor m/\beta^{2}\rfloor \bmod \beta`,
  raw`\text{softmax}(\boldsymbol{x})_3`,
  raw`\sum_i p_i\log\frac{p_i}{q_i}`,
  raw`\tanh(rt)^{2}`,
  raw`\sum_{i<j}|x_i-x_j|`,
  raw`\frac{1}{2}\sum_i (p_i - p_i^2) + \frac{1}{2}\sum_{i\neq j} p_i p_j`,
  raw`\frac{\mathbb{E}[|x|]}{\sqrt{\mathbb{E}[x^2]}}`,
  raw`\log\left(1+\sum_{i\in\Omega} e^{x_i}\right)`,
];

const bindings: Bindings = {
  x: entries,
  p: shares,
  q: shares,
  n: length,
  r: 1.5,
  k: 3,
  t: 0.3,
  m: 4725,
  [raw`\gamma`]: 0.5,
  [raw`\epsilon`]: 0.2,
  [raw`\beta`]: 10,
};

async function perFormula(): Promise<Measure> {
  const compiled = written.filter((tex) => !tex.includes('Omega'));
  const { ours } = await inTurn(
    21,
    () =>
      timeOf(() => {
        for (const tex of compiled) {
          const prepared = prepareFormula(tex, bindings);
          if (!prepared.ok) throw new Error(`${tex} is refused: ${prepared.refusal.code}`);
        }
      }),
    () => 0,
  );
  return limit('parse and compile, a formula', median(ours) / compiled.length, 1, 'ms');
}

/** Sorted and normed in each round, it would take a hundred times as long for ten times the numbers. */
async function gini(): Promise<Measure> {
  const tex = raw`1-2\sum_{i=1}^{n}\frac{x_{(i)}}{\|x\|_1}\left(\frac{n-i+1/2}{n}\right)`;
  const run = (size: number): (() => number) => {
    const x = Float64Array.from({ length: size }, (_, at) => Math.abs(Math.sin(at + 1)));
    const prepared = prepareFormula(tex, { x, n: size });
    if (!prepared.ok) throw new Error(`${tex} is refused: ${prepared.refusal.code}`);
    return () =>
      timeOf(() => {
        if (!prepared.value.run(DEFAULT_LIMITS).ok) throw new Error('The index of Gini is refused');
      });
  };
  // 10⁶ log 10⁶ is 12 times 10⁵ log 10⁵, and what leaves the caches takes longer; squares are 100 times.
  return compare(
    'index of Gini, 10⁶ numbers against 10⁵',
    await inTurn(11, run(1e6), run(1e5)),
    25,
  );
}

const count = 500;

function sheetOf(lines: readonly string[]): PostForEvaluation {
  const text = `# Post\n\n\`\`\`eval\n${lines.join('\n')}\n\`\`\`\n`;
  return postForEvaluation(openSnapshot({ path: 'post.md', version: 0, text, site: assumedSite }));
}

function definitions(t: number): readonly string[] {
  return [
    `x = [${entries.join(', ')}]`,
    `p = [${shares.join(', ')}]`,
    `q = [${shares.join(', ')}]`,
    `n = ${length}`,
    'r = 1.5',
    'k = 3',
    `t = ${t}`,
    'm = 4725',
    raw`\gamma = 0.5`,
    raw`\epsilon = 0.2`,
    raw`\beta = 10`,
    raw`\Omega = \{1,3,17\}`,
  ];
}

/** Each formula with a number of its own, so that no two are the same. */
function queries(changed: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    const tex = written[at % written.length] ?? '0';
    return raw`\left(${tex}\right) + ${at === 250 ? changed : at}`;
  });
}

async function editsOfPost(): Promise<readonly Measure[]> {
  const reevaluator = new Reevaluator();
  let edit = 0;
  const again = (input: () => PostForEvaluation): Promise<number> => {
    const post = input();
    return Promise.resolve(
      timeOf(() => {
        const refused = reevaluator.evaluate(post).find(({ problems }) => problems.length > 0);
        if (refused !== undefined) throw new Error(`${refused.source} is refused`);
      }),
    );
  };
  const first = await again(() => sheetOf([...definitions(0.3), ...queries(0)]));
  const one = await inTurn(
    11,
    () => again(() => sheetOf([...definitions(0.3), ...queries(++edit)])),
    () => 0,
  );
  const computedByOne = reevaluator.computed;
  const name = await inTurn(
    11,
    () => again(() => sheetOf([...definitions(0.3 + ++edit / 1000), ...queries(0)])),
    () => 0,
  );
  const computedByName = reevaluator.computed;
  return [
    limit(`${count} formulas, one edited (computes ${computedByOne})`, median(one.ours), 100, 'ms'),
    limit(
      `${count} formulas, a number edited that ${computedByName - 1} name`,
      median(name.ours),
      100,
      'ms',
    ),
    report(`${count} formulas, all for the first time`, milliseconds(first)),
  ];
}

function timeOf(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}
