// Measures of sparsity of a vector: those that Hurley and Rickard compare, quotients of norms, entropies.
import type { LibraryEntry } from './entry.js';

const raw = String.raw;

type Measure = Omit<LibraryEntry, 'kind' | 'direction'>;

/** Hurley and Rickard turn every measure so that larger is sparser. */
const COMPARED: readonly Omit<Measure, 'source'>[] = [
  {
    name: 'l0',
    title: 'Number of zeros (ℓ⁰)',
    about: 'How many entries are 0.',
    definitions: [raw`\operatorname{ZeroCount}(x) = \#\{j : x_j = 0\}`],
    usual: [],
    range: '[0,n]',
  },
  {
    name: 'l0-epsilon',
    title: 'Number of small entries (ℓ⁰ with a threshold)',
    about: 'How many entries are at most ε in size.',
    definitions: [raw`\operatorname{SmallCount}(x;\epsilon) = \#\{j : |x_j| \le \epsilon\}`],
    usual: ['0.01'],
    condition: raw`0 ≤ \epsilon`,
    range: '[0,n]',
  },
  {
    name: 'minus-l1',
    title: 'Negative ℓ¹ norm',
    about: 'The sum of the sizes with a minus, so that larger is sparser.',
    definitions: [raw`\operatorname{MinusL1}(x) = -\sum_j |x_j|`],
    usual: [],
    range: raw`(-\infty,0]`,
  },
  {
    name: 'minus-lp',
    title: 'Negative ℓᵖ norm',
    about: 'The ℓᵖ quasi-norm with a minus, for 0 < p < 1.',
    definitions: [raw`\operatorname{MinusLp}(x;p) = -\left(\sum_j |x_j|^p\right)^{1/p}`],
    usual: ['0.5'],
    condition: '0 < p < 1',
    range: raw`(-\infty,0]`,
  },
  {
    name: 'l2-over-l1',
    title: 'ℓ² over ℓ¹',
    about: 'The Euclidean norm over the sum of the sizes; 1 where one entry is not 0.',
    definitions: [raw`\operatorname{L2OverL1}(x) = \frac{\sqrt{\sum_j x_j^2}}{\sum_j |x_j|}`],
    usual: [],
    range: raw`\left[\frac{1}{\sqrt n},1\right]`,
  },
  {
    name: 'minus-tanh',
    title: 'Negative sum of tanh',
    about: 'A smooth count of the entries that are not 0; the power b stands inside of tanh.',
    definitions: [raw`\operatorname{MinusTanh}(x;a,b) = -\sum_j \tanh\left((a|x_j|)^b\right)`],
    usual: ['1', '1'],
    condition: '0 < a, 0 < b',
    range: '[-n,0]',
  },
  {
    name: 'minus-log',
    title: 'Negative sum of logarithms',
    about: '−Σ log(1 + x²): large entries count little more than small ones.',
    definitions: [raw`\operatorname{MinusLog}(x) = -\sum_j \log\left(1+x_j^2\right)`],
    usual: [],
    range: raw`(-\infty,0]`,
  },
  {
    name: 'kappa4',
    title: 'Kurtosis (κ₄)',
    about: 'The sum of fourth powers over the square of the sum of squares.',
    definitions: [raw`\operatorname{Kappa4}(x) = \frac{\sum_j x_j^4}{\left(\sum_j x_j^2\right)^2}`],
    usual: [],
    range: raw`\left[\frac{1}{n},1\right]`,
  },
  {
    name: 'u-theta',
    title: 'Narrowest window (u_θ)',
    about:
      '1 minus the width of the narrowest range that holds a share θ of the sizes, over the whole width; ⌈θn⌉ is below n.',
    definitions: [
      raw`\operatorname{UTheta}(x;\theta) = \operatorname{OutsideOfWindow}(|x|;\lceil\theta\operatorname{Length}(x)\rceil)`,
      raw`\operatorname{OutsideOfWindow}(c;m) = 1-\min_{i\in\{1,\dots,\operatorname{Length}(c)-m+1\}}\frac{c_{(i+m-1)}-c_{(i)}}{\max_j c_j-\min_j c_j}`,
      raw`\operatorname{Length}(x) = \#\{i : |x_i| \ge 0\}`,
    ],
    usual: ['0.5'],
    condition: raw`0 < \theta < 1`,
    range: '[0,1]',
  },
  {
    name: 'minus-lp-negative',
    title: 'Negative ℓᵖ sum for p < 0',
    about: 'The sum of powers below 0 over the entries that are not 0, with a minus.',
    definitions: [raw`\operatorname{MinusNegativeLp}(x;p) = -\sum_{j:x_j\ne0} |x_j|^p`],
    usual: ['-1'],
    condition: 'p < 0',
    range: raw`(-\infty,0]`,
  },
  {
    name: 'gaussian-entropy',
    title: 'Gaussian entropy (H_G)',
    about: '−Σ log x²; +∞ where an entry is 0.',
    definitions: [raw`\operatorname{GaussianEntropy}(x) = -\sum_j \log x_j^2`],
    usual: [],
    range: raw`(-\infty,\infty]`,
  },
  {
    name: 'shannon-energy',
    title: 'Shannon entropy of the energy (H_S)',
    about:
      '−Σ c log c² of the shares c of the squares, as printed in the paper: it falls as a vector gets sparser.',
    definitions: [
      raw`\operatorname{EnergyEntropy}(x) = -\sum_{j:x_j\ne0} \frac{x_j^2}{\|x\|_2^2}\log\frac{x_j^4}{\|x\|_2^4}`,
    ],
    usual: [],
    range: raw`[0,2\log n]`,
  },
  {
    name: 'shannon-modified',
    title: 'Modified Shannon entropy (H_S′)',
    about: '−Σ |x| log x², as printed in the paper; it depends on the scale of x.',
    definitions: [raw`\operatorname{ModifiedEntropy}(x) = -\sum_{j:x_j\ne0} |x_j|\log x_j^2`],
    usual: [],
    range: raw`(-\infty,\infty)`,
  },
  {
    name: 'hoyer',
    title: 'Hoyer’s measure',
    about: 'From 0 for equal sizes to 1 for a single entry that is not 0.',
    definitions: [
      raw`\operatorname{Hoyer}(x) = \frac{\sqrt n-\frac{\sum_{j=1}^n |x_j|}{\sqrt{\sum_{j=1}^n x_j^2}}}{\sqrt n-1}`,
    ],
    usual: [],
    range: '[0,1]',
  },
  {
    name: 'pq-mean',
    title: 'pq-mean',
    about:
      'The mean of order p over that of order q with a minus, for p ≤ 1 < q; it meets all six criteria.',
    definitions: [
      raw`\operatorname{PqMean}(x;p,q) = -\left(\frac1n\sum_{j=1}^n |x_j|^p\right)^{1/p}\left(\frac1n\sum_{j=1}^n |x_j|^q\right)^{-1/q}`,
    ],
    usual: ['1', '2'],
    condition: 'p ≤ 1 < q',
    range: '[-1,0]',
  },
  {
    name: 'gini',
    title: 'Gini index',
    about:
      'From 0 for equal sizes to 1 − 1/n for a single entry that is not 0; it meets all six criteria. It is not the Gini impurity of decision trees.',
    definitions: [
      raw`\operatorname{Gini}(x) = 1-2\sum_{k=1}^n \frac{|x|_{(k)}}{\|x\|_1}\left(\frac{n-k+\frac12}{n}\right)`,
    ],
    usual: [],
    range: raw`\left[0,1-\frac1n\right]`,
  },
];

/** Where smaller is sparser. */
const OTHERS: readonly Measure[] = [
  {
    name: 'mean-over-max',
    title: 'Mean over maximum (S₀)',
    about: 'The mean size over the greatest one.',
    definitions: [
      raw`\operatorname{MeanOverMax}(x) = \frac{\frac1n\sum_{i=1}^n |x_i|}{\max_i |x_i|}`,
    ],
    usual: [],
    range: raw`\left[\frac1n,1\right]`,
    source: 'Su 2023, kexue.fm/archives/9595, S₀',
  },
  {
    name: 's-one-p',
    title: 'Mean over ℓᵖ norm (S₁,ₚ)',
    about: 'The mean size over the ℓᵖ norm, for p > 1.',
    definitions: [
      raw`\operatorname{S1p}(x;p) = \frac{\frac1n\sum_{i=1}^n |x_i|}{\left(\sum_{i=1}^n |x_i|^p\right)^{1/p}}`,
    ],
    usual: ['2'],
    condition: '1 < p',
    range: raw`\left[\frac1n,n^{-1/p}\right]`,
    source: 'Su 2023, kexue.fm/archives/9595, S₁,ₚ',
  },
  {
    name: 's-star',
    title: 'Quotient of power means (S*)',
    about: 'The mean of order q over that of order p, for q < p; 1 where all sizes are equal.',
    definitions: [
      raw`\operatorname{SStar}(x;q,p) = n^{1/p-1/q}\frac{\left(\sum_{i=1}^n |x_i|^q\right)^{1/q}}{\left(\sum_{i=1}^n |x_i|^p\right)^{1/p}}`,
    ],
    usual: ['1', '2'],
    condition: '0 < q < p',
    range: raw`\left[n^{1/p-1/q},1\right]`,
    source: 'Su 2023, kexue.fm/archives/9595, S*q,p',
  },
  {
    name: 'l1-over-l2',
    title: 'ℓ¹ over ℓ², scaled (S*₁,₂)',
    about: 'The mean size over the root of the mean square; 1/√n for a single entry that is not 0.',
    definitions: [
      raw`\operatorname{L1OverL2}(x) = \frac{\sum_{i=1}^n |x_i|}{\sqrt n\,\sqrt{\sum_{i=1}^n x_i^2}}`,
    ],
    usual: [],
    range: raw`\left[\frac{1}{\sqrt n},1\right]`,
    source: 'Su 2023, kexue.fm/archives/9595, S*₁,₂',
  },
  {
    name: 'norm-quotient',
    title: 'ℓ¹ norm over ℓ² norm',
    about: 'The sum of the sizes over the Euclidean norm; 1 for a single entry that is not 0.',
    definitions: [raw`\operatorname{NormQuotient}(x) = \frac{\|x\|_1}{\|x\|_2}`],
    usual: [],
    range: raw`\left[1,\sqrt n\right]`,
    source: 'Krishnan, Tay & Fergus 2011, CVPR, normalized sparsity measure',
  },
  {
    name: 'entropy',
    title: 'Shannon entropy',
    about: 'Of probabilities; 0 for one that is certain.',
    definitions: [raw`\operatorname{Entropy}(p) = -\sum_i p_i\log p_i`],
    usual: [],
    range: raw`[0,\log n]`,
    source: 'Shannon 1948, section 6',
  },
  {
    name: 'renyi-entropy',
    title: 'Rényi entropy',
    about: 'Of order α ≠ 1; α = 0 gives the logarithm of how many probabilities are not 0.',
    definitions: [
      raw`\operatorname{RenyiEntropy}(p;\alpha) = \frac{1}{1-\alpha}\log\sum_{i:p_i>0} p_i^\alpha`,
    ],
    usual: ['2'],
    condition: raw`0 ≤ \alpha`,
    range: raw`[0,\log n]`,
    source: 'Rényi 1961, entropy of order α',
  },
  {
    name: 'min-entropy',
    title: 'Min-entropy',
    about:
      'The logarithm of the greatest probability with a minus: Rényi’s entropy as α goes to ∞.',
    definitions: [raw`\operatorname{MinEntropy}(p) = -\log\max_i p_i`],
    usual: [],
    range: raw`[0,\log n]`,
    source: 'Rényi 1961, the limit α → ∞',
  },
  {
    name: 'perplexity',
    title: 'Perplexity',
    about: 'e to the entropy: how many equal probabilities would be as uncertain.',
    definitions: [raw`\operatorname{Perplexity}(p) = \exp\left(-\sum_i p_i\ln p_i\right)`],
    usual: [],
    range: '[1,n]',
    source: 'Jelinek et al. 1977',
  },
];

export const SPARSITY: readonly LibraryEntry[] = [
  ...COMPARED.map((measure): LibraryEntry => ({
    ...measure,
    kind: 'sparsity',
    direction: 'larger',
    source: 'Hurley & Rickard 2009, arXiv 0811.4706',
  })),
  ...OTHERS.map((measure): LibraryEntry => ({
    ...measure,
    kind: 'sparsity',
    direction: 'smaller',
  })),
];
