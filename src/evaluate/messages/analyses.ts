// What can be said against analyses, and what they find; see `messages.ts`.

export const ANALYSIS_PROBLEMS = {
  'analyse.form':
    'An analysis is of one function or formula; write analyse S, analyse S(x), or analyse \\eqref{eq:s}',
  'analyse.argument':
    'A formula with one symbol without a value was expected: what it is a function of',
  'analyse.neither':
    'This is neither a measure of one vector nor a loss of a probability; write it as S(x) of a vector or L(p) with 0 < p < 1',
  'analyse.no-measure': 'This has no value for vectors; write a measure as S(x) of one vector x',
  'analyse.no-loss':
    'This is not understood as a loss; write it as L(p) of the probability p of the true class, or as L(q, p) of a target and probabilities',
} as const;

export const ANALYSIS_TEXTS = {
  'analyse.summary': 'analysis: {holds} hold, {fails} fail, {unknown} unknown',
  'analyse.summary-same': '{same}; {holds} hold, {fails} fail, {unknown} unknown',
  'analyse.summary-only': '{same}',
  'analyse.same': 'formula of the library',
  'analyse.same-as': '{title}: {call} ({source})',
  'analyse.same-negated': 'with the other sign, {title}: {call} ({source})',
  'analyse.same-nonnegative': 'for entries at least 0, {title}: {call} ({source})',
  'analyse.same-negated-nonnegative':
    'with the other sign and for entries at least 0, {title}: {call} ({source})',
  'analyse.same-probabilities': 'of probabilities, {title}: {call} ({source})',
  'analyse.same-negated-probabilities':
    'with the other sign and of probabilities, {title}: {call} ({source})',

  'analyse.read-as': 'read as',
  'analyse.as-measure': 'measure of a vector',
  'analyse.as-spectrum': 'measure of the singular values of a matrix: the vector is its diagonal',
  'analyse.as-loss': 'loss of the probability p of the true class, of two classes',
  'analyse.direction': 'direction',
  'analyse.larger': 'larger is sparser',
  'analyse.smaller': 'smaller is sparser',
  'analyse.larger-by-dropping':
    'larger is sparser, as entries set to 0 tell; vectors of one sum do not',
  'analyse.smaller-by-dropping':
    'smaller is sparser, as entries set to 0 tell; vectors of one sum do not',
  'analyse.no-direction': 'it is not clear whether larger or smaller is sparser',
  'analyse.robin-hood': 'Robin Hood (D1)',
  'analyse.scaling': 'scaling (D2)',
  'analyse.rising-tide': 'rising tide (D3)',
  'analyse.cloning': 'cloning (D4)',
  'analyse.bill-gates': 'Bill Gates (P1)',
  'analyse.babies': 'babies (P2)',
  'analyse.sign': 'signs do not count',
  'analyse.order': 'the order does not count',
  'analyse.padding': 'a zero more does not count',
  'analyse.holds': 'no counterexample in {count} cases',
  'analyse.undecided': 'only {count} cases could be compared',
  'analyse.fails': '{left}: {value}; {right}: {other}',
  'analyse.range': 'values met',
  'analyse.range-on': '{least} … {most} on {count} vectors',
  'analyse.range-in': '{least} … {most} at {count} places in (0, 1)',
  'analyse.value': '{value}',
  'analyse.no-value': 'no value',
  'analyse.vector-one-hot': 'one of {count} entries',
  'analyse.vector-geometric': '{count} powers of 1/2',
  'analyse.vector-zipf': 'Zipf: 1/i, {count} entries',
  'analyse.vector-half': 'half of {count} equal entries',
  'analyse.vector-linear': 'linear: {count} … 1',
  'analyse.vector-uniform': '{count} equal entries',

  'analyse.monotony': 'falls as p grows',
  'analyse.proper': 'proper',
  'analyse.noise': 'tolerant of flipped labels: L(p) + L(1 − p) is constant',
  'analyse.noise-effect': 'a fifth of the labels flipped',
  'analyse.noise-least': 'the expected loss is least at p = {p} (cross-entropy: 0.8)',
  'analyse.loss-rises': 'p = {p}: {value}; p = {other}: {found}',
  'analyse.loss-improper':
    'the expected loss at a true probability {share} is {value} for p = {p} and {found} for p = {other}',
  'analyse.loss-asymmetric': 'it is {value} at p = {p} and {found} at p = {other}',
  'analyse.stop-gradient': 'sg keeps what training follows apart from the values',
  'analyse.at-end': 'at p = {p}',
  'analyse.at': 'p = {p}',
  'analyse.beside': '{value}, slope {slope}; cross-entropy {other}, slope {steepness}',
} as const;
