// Effective ranks: how many singular values of a matrix, or entries of a spectrum, count.
import type { LibraryEntry } from './entry.js';

const raw = String.raw;

const LIST: readonly Omit<LibraryEntry, 'kind' | 'direction'>[] = [
  {
    name: 'participation-ratio',
    title: 'Participation ratio of a spectrum',
    about: 'The square of the sum over the sum of squares: how many eigenvalues count.',
    definitions: [
      raw`\operatorname{ParticipationRatio}(x) = \frac{\left(\sum_i |x_i|\right)^2}{\sum_i x_i^2}`,
    ],
    usual: [],
    range: '[1,n]',
    source: 'Gao et al. 2017, participation ratio of eigenvalues',
  },
  {
    name: 'amplitude-participation',
    title: 'Participation ratio of amplitudes',
    about: 'The same of the squares of amplitudes; its inverse is κ₄.',
    definitions: [
      raw`\operatorname{AmplitudeParticipation}(x) = \frac{\left(\sum_i x_i^2\right)^2}{\sum_i x_i^4}`,
    ],
    usual: [],
    range: '[1,n]',
    source: 'Bell & Dean 1970, participation ratio of amplitudes',
  },
  {
    name: 'stable-rank',
    title: 'Stable rank',
    about: 'The squared Frobenius norm over the squared spectral norm.',
    definitions: [raw`\operatorname{StableRank}(A) = \frac{\|A\|_F^2}{\|A\|_2^2}`],
    usual: [],
    range: '[1,n]',
    source: 'Rudelson & Vershynin 2007, numerical rank',
  },
  {
    name: 'nuclear-rank',
    title: 'Nuclear over spectral norm',
    about: 'The sum of the singular values over the greatest.',
    definitions: [raw`\operatorname{NuclearRank}(A) = \frac{\|A\|_*}{\|A\|_2}`],
    usual: [],
    range: '[1,n]',
    source: 'Su 2025, kexue.fm/archives/10847',
  },
  {
    name: 'nuclear-frobenius-rank',
    title: 'Nuclear over Frobenius norm, squared',
    about: 'The participation ratio of the singular values.',
    definitions: [raw`\operatorname{NuclearFrobeniusRank}(A) = \frac{\|A\|_*^2}{\|A\|_F^2}`],
    usual: [],
    range: '[1,n]',
    source: 'Su 2025, kexue.fm/archives/10847',
  },
  {
    name: 'effective-rank',
    title: 'Effective rank',
    about: 'e to the entropy of the singular values, each to the power γ and scaled to sum 1.',
    definitions: [
      raw`\operatorname{EffectiveRank}(A;\gamma) = \operatorname{SpectralPerplexity}(\operatorname{svd}(A);\gamma)`,
      raw`\operatorname{SpectralPerplexity}(\sigma;\gamma) = \exp\left(-\sum_i \frac{\sigma_i^\gamma}{\sum_j\sigma_j^\gamma}\ln\frac{\sigma_i^\gamma}{\sum_j\sigma_j^\gamma}\right)`,
    ],
    usual: ['1'],
    condition: raw`0 < \gamma`,
    range: '[1,n]',
    source: 'Roy & Vetterli 2007, effective rank (γ = 1)',
  },
  {
    name: 'threshold-rank',
    title: 'Rank above a threshold',
    about: 'How many singular values are more than ε times the greatest.',
    definitions: [
      raw`\operatorname{ThresholdRank}(A;\epsilon) = \operatorname{AboveThreshold}(\operatorname{svd}(A);\epsilon)`,
      raw`\operatorname{AboveThreshold}(\sigma;\epsilon) = \#\left\{i : \frac{\sigma_i}{\max_j\sigma_j} > \epsilon\right\}`,
    ],
    usual: ['0.01'],
    condition: raw`0 < \epsilon < 1`,
    range: '[1,n]',
    source: 'Su 2025, kexue.fm/archives/10847',
  },
  {
    name: 'energy-rank',
    title: 'Rank by energy',
    about: 'How many of the greatest singular values give a share 1 − ε of the Frobenius norm.',
    definitions: [
      raw`\operatorname{EnergyRank}(A;\epsilon) = \operatorname{EnergyCount}(\operatorname{svd}(A);\epsilon)`,
      raw`\operatorname{EnergyCount}(\sigma;\epsilon) = \min\left\{r : \sigma_r\ge0,\ \sqrt{\frac{\sum_{i\le r}\sigma_i^2}{\sum_j\sigma_j^2}} \ge 1-\epsilon\right\}`,
    ],
    usual: ['0.01'],
    condition: raw`0 < \epsilon < 1`,
    range: '[1,n]',
    source: 'Su 2025, kexue.fm/archives/10847',
  },
];

export const RANKS: readonly LibraryEntry[] = LIST.map((rank) => ({
  ...rank,
  kind: 'sparsity',
  direction: 'smaller',
}));
