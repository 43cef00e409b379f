// What the arguments of each library formula are, so that it can be tried: parameters are numbers unless it is said here.
import { wordTable } from '../../../core/text/wordTable.js';
import { parametersOf, type LibraryEntry } from '../../library/entry.js';

export type ArgumentKind =
  /** Entries of any sign; those of vectors and matrices of one place have the same sizes. */
  | 'vector'
  /** Half as many entries as the vectors. */
  | 'half'
  | 'simplex'
  /** Probabilities, some of which are one-hot. */
  | 'target'
  | 'matrix'
  | 'square'
  | 'definite'
  | 'probability'
  | 'number'
  | 'positive'
  | 'whole'
  | 'label'
  /** A vector of numbers above 0. */
  | 'positives'
  /** A number above 0, often one that is in use. */
  | 'parameter';

/** Of the formulas whose arguments are not those of their kind: one vector of a measure, one probability of a loss. */
const KINDS = wordTable<readonly ArgumentKind[]>({
  entropy: ['simplex'],
  'renyi-entropy': ['simplex'],
  'min-entropy': ['simplex'],
  perplexity: ['simplex'],
  'stable-rank': ['matrix'],
  'nuclear-rank': ['matrix'],
  'nuclear-frobenius-rank': ['matrix'],
  'effective-rank': ['matrix'],
  'threshold-rank': ['matrix'],
  'energy-rank': ['matrix'],
  'cross-entropy': ['simplex', 'simplex'],
  'label-smoothing': ['simplex', 'simplex'],
  'label-smoothing-others': ['target', 'simplex'],
  mae: ['simplex', 'simplex'],
  'symmetric-cross-entropy': ['target', 'simplex'],
  temperature: ['target', 'vector'],
  hinge: ['label', 'number'],
  brier: ['simplex', 'simplex'],
  ece: ['target', 'simplex'],
  'z-loss': ['vector'],
  huber: ['number'],
  mse: ['vector', 'vector'],
  kl: ['simplex', 'simplex'],
  js: ['simplex', 'simplex'],
  tv: ['simplex', 'simplex'],
  'w1-samples': ['vector', 'vector'],
  'w2-samples': ['vector', 'vector'],
  'w2-gaussians-line': ['number', 'positive', 'number', 'positive'],
  'w2-gaussians': ['vector', 'definite', 'vector', 'definite'],
  'implicit-score-matching': ['vector'],
  'conditional-score-matching': ['number', 'number'],
  'mixture-score': ['number'],
  circle: ['vector', 'vector'],
  'unified-pairs': ['vector', 'vector'],
  'multi-label-softmax': ['vector', 'vector'],
  'info-nce': ['number', 'vector'],
  'info-nce-batch': ['square'],
  sinusoidal: ['whole', 'whole'],
  rope: ['vector', 'half'],
  'rope-score': ['vector', 'vector', 'half'],
  'rope-frequency': ['whole'],
  'rope-interpolated': ['whole'],
  'ntk-aware': ['whole'],
  'ntk-old': ['whole'],
  'ntk-fixed': ['whole'],
  'ntk-mixed': ['whole'],
  'ntk-by-parts': ['whole'],
  'yarn-scale': ['positive'],
});

/** Of parameters that are no numbers above 0. */
const PARAMETERS = wordTable<readonly ArgumentKind[]>({
  'implicit-score-matching': ['simplex', 'vector', 'positives'],
  'conditional-score-matching': ['simplex', 'vector', 'parameter'],
  'mixture-score': ['simplex', 'vector', 'positives'],
});

const VECTORS: ReadonlySet<string> = new Set(['rope']);

export function givesVector({ name }: LibraryEntry): boolean {
  return VECTORS.has(name);
}

/** Of what stands before its semicolon. */
export function argumentKindsOf({ name, kind }: LibraryEntry): readonly ArgumentKind[] {
  return KINDS[name] ?? [kind === 'sparsity' ? 'vector' : 'probability'];
}

/** Of what stands behind its semicolon. */
export function parameterKindsOf(entry: LibraryEntry): readonly ArgumentKind[] {
  return PARAMETERS[entry.name] ?? parametersOf(entry).map(() => 'parameter');
}
