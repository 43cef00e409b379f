// What evaluation remarks beside a value: conventions, stable forms, why a verdict is what it is.

/** Shown beside a value: a convention that was used, or how it was computed. */
export const NOTES = {
  'convention.natural-log': 'log = ln',
  'convention.zero-log-zero': '0 log 0 = 0',
  'binder.starts-at-first': 'the sum starts at the first index',
  'index.order': 'x_(i) = i-th smallest',
  'norm.of-only-vector': 'l_p = norm of the only vector given',
  'norm.zero': 'l_0 = number of entries that are not 0',
  'name.euler-bound': 'e is bound here, so this is a power of it',
  'statistic.bar': 'a bar is the mean',
  'norm.operator': '‖A‖_1, ‖A‖_2, ‖A‖_∞ = operator norms',
  'matrix.order': 'eigenvalues and singular values: the greatest first',
  'matrix.condition': 'κ(A) = the greatest singular value by the least',
  'matrix.diagonal': 'diag of a matrix = its diagonal',
  'matrix.kronecker': '⊗ of matrices = Kronecker product',
  'matrix.outer': '⊗ of vectors = outer product',
  'matrix.root': 'A^{1/2} = the symmetric root without negative eigenvalues',
  'stable.softmax': 'stable form of softmax',
  'approach.one-sided': 'limit from the one side that has values',
  'method.estimate': 'taken from places between which a narrow peak may be missed',
  'argument.tie': 'ties take the smallest',
  'argument.near-tie': 'ties within rounding take the smallest',
  'stable.logarithm': 'stable form of a logarithm of powers of e',
  'stable.quotient': 'stable form of a quotient of powers of e',
  'stable.complement': '1 − σ(x) = σ(−x)',
  'derivative.hessian': '∇² = the matrix of second derivatives',
  'integral.everywhere': 'an integral of a density without ends is over all values',
  'function.cosine': 'cos of two vectors = that of the angle between them',
  'law.variance': '𝒩(μ, v): v is the variance',
  'law.rate': 'Exp(λ): λ is the rate',
  'law.independent': 'the random variables are independent',
  'law.seeded': 'rests on a sample (set seed)',
  'law.drawn': 'the mean of 20000 draws, with as many digits as their spread leaves certain',
  'claim.base-two': 'holds with log to base 2 (set log 2)',
  'claim.base-ten': 'holds with log to base 10 (set log 10)',
  'claim.approximate': '≈ between two computed sides is not decided',
  'value.fewer-digits': 'certain digits: {digits}',
  'value.near-zero': '0 within rounding (±{error})',
  'claim.defined-by': '{name} was defined by {definition}; write {name} := to bind it anew',
  'claim.defined-before':
    '{name} was defined by {definition}; write {name} := behind the \\eqref to bind it anew',
  'claim.built-in': '{name} is built in; write := to define another {name}',
  'check.samples': 'no counterexample in {points} samples: {domains} (seed {seed})',
  'check.whole-numbers': 'of the whole numbers all up to {to} and some larger ones were tried',
  'check.all-points': 'holds at all {points} points: {domains}',
  'check.counterexample': 'fails at {binding}',
  'check.only-left': 'only the left side has a value at {binding}; narrow the domain',
  'check.only-right': 'only the right side has a value at {binding}; narrow the domain',
  'check.overflow':
    'only {points} samples are comparable: numbers grow too large or too small; narrow the domain',
  'check.rounding':
    'only {points} samples are comparable: rounding hides whether it holds; rewrite it without differences of nearly equal numbers',
  'check.method':
    'agrees at {points} samples and seems to fail at a few, where the integral, limit, series or extremum may be missed; narrow the domain',
  'check.no-points': 'only {points} samples have a value; narrow the domain',
  'check.stopped': 'stopped after {points} samples; use smaller sizes',
  'check.comment-first': 'the comment comes before the worksheet: {names} varies here',
  'check.other-section':
    '{names} has its value in another section; write <!-- check --> behind this display to hold it to that',
  'curve.no-domain': 'no interval is declared for {name}',
  'slide.over': 'slider over {set}',
  'library.used': '{name}: library, {source}',
  'claim.least-eigenvalue': 'least eigenvalue {value}',
  'claim.uncertain': 'rounding hides whether this holds',
} as const;

export type NoteCode = keyof typeof NOTES;

/** What was met on the way to a value: a note, or the name of a formula of the library. */
export type MetNote = NoteCode | `library ${string}`;
