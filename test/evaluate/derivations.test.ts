// Derivations of several rows as posts on machine learning write them: each row holds, and a false step is found at its row.
import { expect, it } from 'vitest';
import { evaluateText } from '../support/worksheets.js';

const raw = String.raw;

interface Derivation {
  readonly name: string;
  readonly domains: string;
  readonly rows: readonly string[];
  /** In the row of this number, from 0, the first text becomes the second. */
  readonly mistake: readonly [row: number, right: string, wrong: string];
}

const DERIVATIONS: readonly Derivation[] = [
  {
    name: 'the gradient of softmax and cross-entropy',
    domains: raw`z \in \mathbb{R}^n`,
    rows: [
      raw`L(z) &= -\log\frac{e^{z_1}}{\sum_j e^{z_j}}`,
      raw`L(z) &= \log\sum_j e^{z_j} - z_1`,
      raw`\frac{\partial}{\partial z_1} L(z) &= \frac{e^{z_1}}{\sum_j e^{z_j}} - 1`,
      raw`&= \operatorname{softmax}(z)_1 - 1`,
    ],
    mistake: [2, '- 1', '+ 1'],
  },
  {
    name: 'the evidence lower bound',
    domains: raw`q \in \Delta^{n-1},\ w \in (0,1)^n`,
    rows: [
      raw`\log\sum_i w_i &\ge \sum_i q_i\log w_i - \sum_i q_i\log q_i`,
      raw`&= \sum_i q_i\log\frac{w_i}{\sum_j w_j} + \log\sum_j w_j - \sum_i q_i\log q_i`,
    ],
    mistake: [1, raw`+ \log\sum`, raw`- \log\sum`],
  },
  {
    name: 'TaiLr',
    domains: raw`p, \gamma \in (0,1)`,
    rows: [
      raw`L(p) &= -\frac{\log(\gamma+(1-\gamma)p)}{1-\gamma}`,
      raw`\frac{d}{dp} L(p) &= -\frac{1}{\gamma+(1-\gamma)p}`,
      raw`&= \frac{p}{\gamma+(1-\gamma)p}\cdot\left(-\frac{1}{p}\right)`,
    ],
    mistake: [2, raw`\frac{p}{\gamma`, raw`\frac{1}{\gamma`],
  },
  {
    name: 'the divergence of a variational autoencoder',
    domains: raw`\mu \in \mathbb{R},\ s > 0`,
    rows: [
      raw`KL(\mathcal{N}(\mu,s^2)\|\mathcal{N}(0,1)) &= \mathbb{E}_{x\sim\mathcal{N}(\mu,s^2)}\left[\frac{x^2}{2} - \frac{(x-\mu)^2}{2s^2}\right] - \log s`,
      raw`&= \frac{\mu^2+s^2}{2} - \frac{1}{2} - \log s`,
      raw`&= \frac{1}{2}(\mu^2 + s^2 - \log s^2 - 1)`,
    ],
    mistake: [2, raw`- \log s^2`, raw`- \log s`],
  },
  {
    name: 'denoising score matching',
    domains: raw`x, y \in \mathbb{R}^n,\ s > 0`,
    rows: [
      raw`\nabla_x\left(-\frac{\|x-y\|^2}{2s^2}\right) &= -\frac{x-y}{s^2}`,
      raw`&= \frac{y-x}{s^2}`,
    ],
    mistake: [1, 'y-x', 'y+x'],
  },
  {
    name: 'rotary positions',
    domains: raw`q, k \in \mathbb{R}^2,\ a, b \in \mathbb{R}`,
    rows: [
      raw`(q_1\cos a - q_2\sin a)(k_1\cos b - k_2\sin b) + (q_1\sin a + q_2\cos a)(k_1\sin b + k_2\cos b) &= (q_1k_1 + q_2k_2)(\cos a\cos b + \sin a\sin b) + (q_2k_1 - q_1k_2)(\cos a\sin b - \sin a\cos b)`,
      raw`&= (q_1k_1 + q_2k_2)\cos(a-b) - (q_2k_1 - q_1k_2)\sin(a-b)`,
    ],
    mistake: [1, raw`\cos(a-b)`, raw`\cos(a+b)`],
  },
  {
    name: 'the effective rank',
    domains: raw`s \in \mathbb{R}_{>0}^n`,
    rows: [
      raw`p_i &= \frac{s_i}{\sum_j s_j}`,
      raw`-\sum_i p_i\log p_i &= -\sum_i \frac{s_i}{\sum_j s_j}\log\frac{s_i}{\sum_j s_j}`,
      raw`&= \log\sum_j s_j - \frac{\sum_i s_i\log s_i}{\sum_j s_j}`,
    ],
    mistake: [2, '- ', '+ '],
  },
  {
    name: 'circle loss',
    domains: raw`s \in \mathbb{R}^n,\ t \in \mathbb{R}^m`,
    rows: [
      raw`\log\left(1+\sum_{i=1}^n\sum_{j=1}^m e^{s_i-t_j}\right) &= \log\left(1+\sum_{i=1}^n e^{s_i}\sum_{j=1}^m e^{-t_j}\right)`,
      raw`&\le \log\left(1+\sum_{i=1}^n e^{s_i}\right) + \log\left(1+\sum_{j=1}^m e^{-t_j}\right)`,
    ],
    mistake: [0, raw`e^{-t_j}\right)`, raw`e^{t_j}\right)`],
  },
  {
    name: 'the variance of a mixture',
    domains: raw`w \in (0,1),\ a, b \in \mathbb{R},\ s > 0`,
    rows: [
      raw`\operatorname{Var}_{x\sim w\mathcal{N}(a,s^2)+(1-w)\mathcal{N}(b,s^2)}[x] &= s^2 + wa^2 + (1-w)b^2 - (wa+(1-w)b)^2`,
      raw`&= s^2 + w(1-w)(a-b)^2`,
    ],
    mistake: [1, '(a-b)^2', '(a-b)'],
  },
  {
    name: 'moving averages',
    domains: raw`g \in \mathbb{R},\ r \in (0,1),\ k \in \{1,\dots,12\}`,
    rows: [raw`(1-r)\sum_{i=1}^k r^{k-i}g &= (1-r)g\frac{1-r^k}{1-r}`, raw`&= (1-r^k)g`],
    mistake: [1, '1-r^k', '1+r^k'],
  },
];

function verdictsOf({ domains, rows }: Derivation): readonly (readonly [string, string | null])[] {
  const text = [
    `<!-- check: ${domains} -->`,
    '$$',
    raw`\begin{aligned}`,
    rows.join(raw` \\` + '\n'),
    raw`\end{aligned}`,
    '$$',
    '',
  ].join('\n');
  return evaluateText(text).map((result) => {
    const row = text.slice(0, result.span.end).split('\n').length - 4;
    return [String(row), result.problems[0]?.code ?? result.verdict];
  });
}

for (const derivation of DERIVATIONS) {
  it(`says of each step of ${derivation.name} that it holds`, () => {
    const verdicts = verdictsOf(derivation);
    expect(verdicts.length).toBeGreaterThanOrEqual(2);
    expect(verdicts.filter(([, verdict]) => verdict !== 'holds')).toEqual([]);
  });

  it(`names the false step of ${derivation.name}`, () => {
    const [at, right, wrong] = derivation.mistake;
    const rows = derivation.rows.map((row, own) => (own === at ? row.replace(right, wrong) : row));
    expect(rows).not.toEqual(derivation.rows);
    const failing = verdictsOf({ ...derivation, rows }).filter(
      ([, verdict]) => verdict === 'fails',
    );
    // What follows from the row may be false too.
    expect(failing[0]).toEqual([String(at), 'fails']);
  });
}
