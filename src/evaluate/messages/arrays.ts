// What can be said against shapes, indices, matrices, norms and statistics of data; see `messages.ts`.

export const ARRAY_PROBLEMS = {
  'shape.number-expected': 'Expected a number here, found {found}; take an entry or a norm',
  'shape.softmax-of-matrix':
    'The softmax of a matrix can run along its rows or its columns; write that of one row: \\operatorname{softmax}(A_i)',
  'shape.vector-expected': 'Expected a vector as argument, found {found}',
  'shape.square-expected': 'Expected a square matrix, found {found}',
  'shape.lengths-differ':
    '{index} runs over arrays of different lengths, {expected} and {found}; give them one length',
  'shape.size-differs':
    '{name} would be both {expected} and {found}; use two names for two lengths',
  'shape.shapes-differ': 'These do not fit together: {expected} and {found}',
  'shape.product-of-vectors':
    'A product of two vectors can mean several things; write \\odot, x^\\top y or \\langle x,y\\rangle',
  'shape.product-sign':
    'This sign is not a product of matrices; leave it out, or write \\odot for entries',
  'shape.quotient-of-arrays':
    'A quotient of {left} and {right} is not defined; divide entry by entry with an index',
  'shape.power-of-vectors': 'A vector to the power of a vector is not defined; use an index',
  'shape.power-of-matrix':
    'Of a matrix whole powers and powers of A^{1/2} are computed; write one of these',
  'shape.function-of-matrix':
    'This can be a function of the matrix or of each entry; write A^{1/2} for the root, or an index for entries',
  'shape.matrix-expected': 'Expected a matrix, found {found}',
  'shape.inverse-of-vector':
    'A vector has no inverse; use an index for the inverses of its entries',
  'shape.transpose-of-number': 'A number cannot be transposed; remove the sign',
  'shape.positive-part-of-matrix':
    'A^+ of a matrix may be its pseudo-inverse or its positive entries; write \\operatorname{pinv}(A) for the first',
  'shape.dagger':
    '{name}^\\dagger may be the pseudo-inverse or the transpose; write \\operatorname{pinv}({name}) or {name}^\\top',
  'shape.number-plus-matrix':
    'A number is not added to a matrix ({found}); write it with \\mathbf 1 or as a matrix',
  'shape.ragged': 'Rows of different lengths; fill them up',
  'shape.rows-of-names': 'Rows of a matrix are lists of numbers; write them out',
  'shape.too-deep': 'Arrays have at most two axes',
  'shape.length-unknown': 'This length is not known before computing; write a number or a size',
  'shape.length-invalid': '{found} is not a length; write a whole number from 0',
  'shape.size-open':
    'The size of {name} does not follow from what it stands beside; write it below: {name}_n',
  'shape.kronecker':
    'Expected two vectors or two matrices around \\otimes, found {left} and {right}',

  'matrix.singular':
    'This matrix has no inverse, its determinant is 0; write \\operatorname{pinv}(A) for its pseudo-inverse',
  'matrix.unsure':
    'Rounding hides whether this matrix has an inverse; write its entries as exact decimals',
  'matrix.rank-unsure':
    'Rounding hides the rank of this matrix; write its entries as exact decimals',
  'matrix.eigenvalues':
    'The eigenvalues of this matrix are not real, or too close to each other to tell; only real ones are computed',
  'matrix.singular-values': 'These singular values are too large or too small to compute',
  'matrix.not-symmetric':
    'The root of a matrix needs a symmetric one, and this is not; there A^{1/2} can mean several matrices',
  'matrix.asymmetric':
    'Only symmetric matrices are called positive definite here, and this is not; write \\frac12(A+A^\\top) for its symmetric part',
  'matrix.not-positive': 'This matrix has a negative eigenvalue, so it has no real root A^{1/2}',
  'matrix.positive-unsure':
    'Rounding hides whether this matrix has a negative eigenvalue, and with it whether it has a root',

  'index.of-number':
    '{name}: a number has no entries, and {name} is not bound by itself; define it',
  'index.too-many': '{name} has more indices than {shape}; leave one out',
  'index.unclear': 'This index cannot be read; write a number or a letter',
  'index.brackets':
    'An index in brackets can mean several things; write x_{(k)} for the k-th smallest entry of a vector, x_k for its k-th',
  'index.zero':
    'Index {index} is before the first, {first}; write set index 0 if indices start at 0',
  'index.out-of-range': 'Index {index} is out of range; the entries go from {first} to {last}',

  'norm.of-number': 'A norm of a number; write |x| for the absolute value',
  'norm.of-vector': 'This norm is one of matrices, found {shape}; give the order of a vector norm',
  'norm.bars-of-matrix':
    'Bars around a matrix can mean several things; write \\det A for the determinant, or \\|A\\|_F for a norm',
  'norm.matrix-unnamed': 'A norm of a matrix needs its kind; write \\|A\\|_F or \\|A\\|_2',
  'norm.matrix-unsupported':
    'Of the norms of a matrix those with F, *, 1, 2 and \\infty below are computed; write one of these',
  'norm.inner-of-numbers': 'An inner product takes two vectors, found two numbers',
  'norm.no-vector':
    '{name} is the norm of the only vector that is given, and none is; write \\|x\\|_p',
  'norm.several-vectors':
    'Which vector has this norm? {names} are given; write \\|x\\|_p for the one you mean',

  'statistic.no-data':
    'A mean needs data to run over: a vector, or a vector with an index that is left open',
  'statistic.two-ways': 'Both a whole vector and an open index stand here; use one of them',
  'statistic.of-matrix': 'The variance of a matrix is not computed; take one column',
  'statistic.two-arguments': 'A covariance takes two vectors: \\operatorname{Cov}(x,y)',

  'extremum.of-number': '\\{operator} of one number; list several, or give an index',
} as const;
