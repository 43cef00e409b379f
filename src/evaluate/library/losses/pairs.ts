// Losses of similarities: of positive and negative pairs.
import type { Loss } from './loss.js';

const raw = String.raw;

export const PAIRS: readonly Loss[] = [
  {
    name: 'circle',
    title: 'Circle loss',
    about:
      'Of similarities s of positive and t of negative pairs, with the scale γ and the margin m.',
    definitions: [
      raw`\operatorname{Circle}(s,t;\gamma,m) = \log\left(1+\sum_j e^{\gamma[t_j+m]_+(t_j-m)}\sum_i e^{-\gamma[1+m-s_i]_+(s_i-(1-m))}\right)`,
    ],
    usual: ['80', '0.4'],
    condition: raw`0 < \gamma`,
    range: raw`[0,\infty)`,
    source: 'Sun et al. 2020, arXiv 2002.10857, circle loss',
  },
  {
    name: 'unified-pairs',
    title: 'Unified pair loss',
    about: 'One term for each positive and negative similarity; circle loss weights them.',
    definitions: [
      raw`\operatorname{UnifiedPairs}(s,t;\gamma,m) = \log\left(1+\sum_i\sum_j e^{\gamma(t_j-s_i+m)}\right)`,
    ],
    usual: ['80', '0.4'],
    condition: raw`0 < \gamma`,
    range: raw`[0,\infty)`,
    source: 'Sun et al. 2020, arXiv 2002.10857, eq. 1',
  },
  {
    name: 'multi-label-softmax',
    title: 'Multi-label softmax loss',
    about:
      'Of scores s of the labels that hold and t of those that do not, against the threshold 0.',
    definitions: [
      raw`\operatorname{MultiLabelSoftmax}(s,t) = \log\left(1+\sum_i e^{t_i}\right)+\log\left(1+\sum_j e^{-s_j}\right)`,
    ],
    usual: [],
    range: raw`[0,\infty)`,
    source: 'Su 2020, kexue.fm/archives/7359',
  },
  {
    name: 'info-nce',
    title: 'InfoNCE',
    about: 'Of the similarity s of a positive pair and t of negative ones, at the temperature τ.',
    definitions: [
      raw`\operatorname{InfoNCE}(s,t;\tau) = \log\left(e^{s/\tau}+\sum_j e^{t_j/\tau}\right)-\frac s\tau`,
    ],
    usual: ['0.07'],
    condition: raw`0 < \tau`,
    range: raw`[0,\infty)`,
    source: 'van den Oord et al. 2018, arXiv 1807.03748, eq. 4, with a temperature',
  },
  {
    name: 'info-nce-batch',
    title: 'InfoNCE of a batch',
    about: 'Of a matrix of similarities whose diagonal holds the positive pairs.',
    definitions: [
      raw`\operatorname{BatchInfoNCE}(S;\tau) = \frac1n\sum_{i=1}^n\left(\log\sum_{j=1}^n e^{S_{ij}/\tau}-\frac{S_{ii}}{\tau}\right)`,
    ],
    usual: ['0.07'],
    condition: raw`0 < \tau`,
    range: raw`[0,\infty)`,
    source: 'Chen et al. 2020, arXiv 2002.05709, one direction',
  },
];
