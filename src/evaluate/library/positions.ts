// Position encodings and the frequencies of rotary ones; the index i starts at 0, as in the papers.
import type { LibraryEntry } from './entry.js';

const raw = String.raw;

const ROPE = raw`\operatorname{RoPE}(x,\theta;m) = \left(\operatorname{diag}(\cos(m\theta))\otimes I_2+\operatorname{diag}(\sin(m\theta))\otimes\begin{pmatrix}0&-1\\1&0\end{pmatrix}\right)x`;

const LIST: readonly Omit<LibraryEntry, 'kind' | 'direction'>[] = [
  {
    name: 'sinusoidal',
    title: 'Sinusoidal encoding',
    about: 'Entry i, from 0 on, of the encoding of position n in d dimensions.',
    definitions: [
      raw`\operatorname{Sinusoidal}(n,i;d) = \begin{cases}\sin\frac{n}{10000^{i/d}},&i\bmod2=0\\\cos\frac{n}{10000^{(i-1)/d}},&i\bmod2=1\end{cases}`,
    ],
    usual: ['512'],
    condition: '1 < d',
    range: '[-1,1]',
    source: 'Vaswani et al. 2017, arXiv 1706.03762, section 3.5',
  },
  {
    name: 'rope',
    title: 'Rotary encoding (RoPE)',
    about:
      'The vector x at position m: pairs of entries beside each other are turned by m times the frequencies θ.',
    definitions: [ROPE],
    usual: ['1'],
    range: raw`(-\infty,\infty)`,
    source: 'Su et al. 2021, arXiv 2104.09864, section 3.2',
  },
  {
    name: 'rope-score',
    title: 'Score of rotated vectors',
    about: 'The inner product of q at position m and k at position n; it depends on n − m alone.',
    definitions: [
      raw`\operatorname{RopeScore}(q,k,\theta;m,n) = \operatorname{RoPE}(q,\theta;m)^\top\operatorname{RoPE}(k,\theta;n)`,
      ROPE,
    ],
    usual: ['1', '2'],
    range: raw`(-\infty,\infty)`,
    source: 'Su et al. 2021, arXiv 2104.09864, section 3.2',
  },
  {
    name: 'rope-frequency',
    title: 'Frequency of RoPE',
    about: 'Of pair i, from 0 on, in d dimensions with the base b.',
    definitions: [raw`\operatorname{RopeFrequency}(i;d,b) = b^{-2i/d}`],
    usual: ['128', '10000'],
    condition: '1 < d, 1 < b',
    range: '(0,1]',
    source: 'Su et al. 2021, arXiv 2104.09864, section 3.2',
  },
  {
    name: 'rope-interpolated',
    title: 'Position interpolation',
    about: 'Frequencies for contexts k times as long: all are divided by k.',
    definitions: [raw`\operatorname{InterpolatedFrequency}(i;d,b,k) = \frac{b^{-2i/d}}{k}`],
    usual: ['128', '10000', '8'],
    condition: '1 < d, 1 < b, 1 ≤ k',
    range: '(0,1]',
    source: 'Chen et al. 2023, arXiv 2306.15595',
  },
  {
    name: 'ntk-aware',
    title: 'NTK-aware RoPE',
    about: 'A greater base, so that the slowest frequency alone is divided by k.',
    definitions: [raw`\operatorname{NtkFrequency}(i;d,b,k) = \left(bk^{d/(d-2)}\right)^{-2i/d}`],
    usual: ['128', '10000', '8'],
    condition: '2 < d, 1 < b, 1 ≤ k',
    range: '(0,1]',
    source: 'Peng et al. 2023, arXiv 2309.00071, NTK-aware interpolation',
  },
  {
    name: 'ntk-old',
    title: 'NTK-RoPE, old',
    about: 'The base times k.',
    definitions: [raw`\operatorname{NtkOldFrequency}(i;d,b,k) = \left(bk\right)^{-2i/d}`],
    usual: ['128', '10000', '8'],
    condition: '1 < d, 1 < b, 1 ≤ k',
    range: '(0,1]',
    source: 'Su 2023, kexue.fm/archives/9706, NTK-RoPE-old',
  },
  {
    name: 'ntk-fixed',
    title: 'NTK-RoPE, fixed',
    about: 'The frequencies of the old form, each divided by λ too, where λ to the power d/2 is k.',
    definitions: [raw`\operatorname{NtkFixedFrequency}(i;d,b,k) = k^{-2(i+1)/d}b^{-2i/d}`],
    usual: ['128', '10000', '8'],
    condition: '1 < d, 1 < b, 1 ≤ k',
    range: '(0,1]',
    source: 'Su 2023, kexue.fm/archives/9706, NTK-RoPE-fixed',
  },
  {
    name: 'ntk-mixed',
    title: 'NTK-RoPE, mixed bases',
    about: 'Pair i is divided by exp(a(i + 1)ᶜ), with a so that the slowest is divided by k.',
    definitions: [
      raw`\operatorname{NtkMixedFrequency}(i;d,b,k,c) = b^{-2i/d}\exp\left(-\left(\frac{i+1}{d/2}\right)^c\ln k\right)`,
    ],
    usual: ['128', '10000', '8', '0.625'],
    condition: '1 < d, 1 < b, 1 ≤ k',
    range: '(0,1]',
    source: 'Su 2023, kexue.fm/archives/9706, NTK-RoPE-mixed',
  },
  {
    name: 'ntk-by-parts',
    title: 'NTK-by-parts RoPE',
    about:
      'Pairs that turn less than α times in L positions are interpolated, those above β times are kept.',
    definitions: [
      raw`\operatorname{NtkPartsFrequency}(i;d,b,k,L,\alpha,\beta) = \operatorname{Blend}\left(b^{-2i/d};k,\min\left(1,\max\left(0,\frac{\frac{L}{2\pi}b^{-2i/d}-\alpha}{\beta-\alpha}\right)\right)\right)`,
      raw`\operatorname{Blend}(\theta;k,\gamma) = (1-\gamma)\frac{\theta}{k}+\gamma\theta`,
    ],
    usual: ['128', '10000', '8', '4096', '1', '32'],
    condition: raw`1 < d, 1 < b, 1 ≤ k, 0 < L, \alpha < \beta`,
    range: '(0,1]',
    source: 'Peng et al. 2023, arXiv 2309.00071, NTK-by-parts',
  },
  {
    name: 'yarn-scale',
    title: 'Attention scale of YaRN',
    about: 'By which YaRN multiplies queries and keys for contexts k times as long.',
    definitions: [raw`\operatorname{YarnScale}(k) = 0.1\ln k+1`],
    usual: [],
    range: raw`[1,\infty)`,
    source: 'Peng et al. 2023, arXiv 2309.00071, √(1/t)',
  },
];

export const POSITIONS: readonly LibraryEntry[] = LIST.map((encoding) => ({
  ...encoding,
  kind: 'position',
  direction: null,
}));
