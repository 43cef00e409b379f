// Regression losses, divergences and distances between distributions, and score matching.
import type { Loss } from './loss.js';

const raw = String.raw;

const MIXTURE_SCORE = raw`\operatorname{MixtureScore}(x;w,\mu,\sigma) = \frac{\sum_k\frac{w_k}{\sigma_k}\frac{\mu_k-x}{\sigma_k^2}e^{-\frac{(x-\mu_k)^2}{2\sigma_k^2}}}{\sum_k\frac{w_k}{\sigma_k}e^{-\frac{(x-\mu_k)^2}{2\sigma_k^2}}}`;

export const DISTANCES: readonly Loss[] = [
  {
    name: 'huber',
    title: 'Huber loss',
    about: 'Half the square up to δ, linear beyond.',
    definitions: [
      raw`\operatorname{Huber}(r;\delta) = \begin{cases}\frac12r^2,&|r|\le\delta\\\delta\left(|r|-\frac12\delta\right),&|r|>\delta\end{cases}`,
    ],
    usual: ['1'],
    condition: raw`0 < \delta`,
    range: raw`[0,\infty)`,
    source: 'Huber 1964',
  },
  {
    name: 'mse',
    title: 'Mean squared error',
    about: 'The mean of the squared differences.',
    definitions: [raw`\operatorname{MSE}(y,z) = \frac1n\sum_{i=1}^n (y_i-z_i)^2`],
    usual: [],
    range: raw`[0,\infty)`,
    source: 'Goodfellow, Bengio & Courville 2016, section 5.1.4',
  },
  {
    name: 'kl',
    title: 'Kullback–Leibler divergence',
    about: 'Of p from q; +∞ where q gives 0 to what p does not.',
    definitions: [raw`\operatorname{KL}(p\|q) = \sum_i p_i\log\frac{p_i}{q_i}`],
    usual: [],
    range: raw`[0,\infty]`,
    source: 'Kullback & Leibler 1951',
  },
  {
    name: 'js',
    title: 'Jensen–Shannon divergence',
    about: 'The mean divergence of both from their mixture.',
    definitions: [
      raw`\operatorname{JS}(p\|q) = \frac12\operatorname{KL}\left(p\middle\|\frac{p+q}{2}\right)+\frac12\operatorname{KL}\left(q\middle\|\frac{p+q}{2}\right)`,
    ],
    usual: [],
    range: raw`[0,\log 2]`,
    source: 'Lin 1991',
  },
  {
    name: 'tv',
    title: 'Total variation',
    about: 'Half the sum of the differences of probabilities.',
    definitions: [raw`\operatorname{TV}(p,q) = \frac12\sum_i |p_i-q_i|`],
    usual: [],
    range: '[0,1]',
    source: 'Levin & Peres 2017, proposition 4.2',
  },
  {
    name: 'w1-samples',
    title: 'Wasserstein distance W₁ of samples',
    about: 'Of two samples of the same size on the line: the mean distance in sorted order.',
    definitions: [
      raw`\operatorname{SampleW1}(x,y) = \frac1n\sum_{i=1}^n \left|x_{(i)}-y_{(i)}\right|`,
    ],
    usual: [],
    range: raw`[0,\infty)`,
    source: 'Peyré & Cuturi 2019, arXiv 1803.00567, section 2.6',
  },
  {
    name: 'w2-samples',
    title: 'Wasserstein distance W₂ of samples',
    about:
      'Of two samples of the same size on the line: the root of the mean squared distance in sorted order.',
    definitions: [
      raw`\operatorname{SampleW2}(x,y) = \sqrt{\frac1n\sum_{i=1}^n \left(x_{(i)}-y_{(i)}\right)^2}`,
    ],
    usual: [],
    range: raw`[0,\infty)`,
    source: 'Peyré & Cuturi 2019, arXiv 1803.00567, section 2.6',
  },
  {
    name: 'w2-gaussians-line',
    title: 'Wasserstein distance W₂ of normal laws on the line',
    about: 'Of 𝒩(m, s²) and 𝒩(μ, σ²).',
    definitions: [raw`\operatorname{LineW2}(m,s,\mu,\sigma) = \sqrt{(m-\mu)^2+(s-\sigma)^2}`],
    usual: [],
    range: raw`[0,\infty)`,
    source: 'Peyré & Cuturi 2019, arXiv 1803.00567, section 2.6',
  },
  {
    name: 'w2-gaussians',
    title: 'Wasserstein distance W₂ of normal laws',
    about: 'Of 𝒩(a, A) and 𝒩(b, B), by Bures’ distance of the covariances.',
    definitions: [
      raw`\operatorname{GaussianW2}(a,A,b,B) = \sqrt{\|a-b\|_2^2+\operatorname{tr}\left(A+B-2\left(A^{1/2}BA^{1/2}\right)^{1/2}\right)}`,
    ],
    usual: [],
    range: raw`[0,\infty)`,
    source: 'Peyré & Cuturi 2019, arXiv 1803.00567, section 2.6',
  },
  {
    name: 'implicit-score-matching',
    title: 'Implicit score matching of a mixture',
    about:
      'Hyvärinen’s objective at data x, for the score of a mixture of normal laws with weights w.',
    definitions: [
      raw`\operatorname{ImplicitScoreMatching}(x;w,\mu,\sigma) = \frac1n\sum_{i=1}^n\left(\frac12\operatorname{MixtureScore}(x_i;w,\mu,\sigma)^2+\frac{d}{dx_i}\operatorname{MixtureScore}(x_i;w,\mu,\sigma)\right)`,
      MIXTURE_SCORE,
    ],
    usual: ['[0.5,0.5]', '[-1,1]', '[1,1]'],
    range: raw`(-\infty,\infty)`,
    source: 'Hyvärinen 2005, eq. 4, for the score of a mixture',
  },
  {
    name: 'conditional-score-matching',
    title: 'Conditional score matching of a mixture',
    about:
      'Of the model a + bx, for points μ with weights w and noise of deviation σ: the mean in closed form.',
    definitions: [
      raw`\operatorname{ConditionalScoreMatching}(a,b;w,\mu,\sigma) = \left(\frac1\sigma+b\sigma\right)^2+\sum_k w_k(a+b\mu_k)^2`,
    ],
    usual: ['[0.5,0.5]', '[-1,1]', '1'],
    condition: raw`0 < \sigma`,
    range: raw`[0,\infty)`,
    source:
      'Vincent 2011, denoising score matching, for the model a + bx and points μ with noise σ',
  },
];

/** No loss, but what score matching is about. */
export const MIXTURE: Loss = {
  name: 'mixture-score',
  title: 'Score of a mixture',
  about:
    'The derivative of the logarithm of the density of normal laws with weights w, means μ and deviations σ.',
  definitions: [MIXTURE_SCORE],
  usual: ['[0.5,0.5]', '[-1,1]', '[1,1]'],
  range: raw`(-\infty,\infty)`,
  source: 'Hyvärinen 2005, score of a mixture of normal laws',
};
