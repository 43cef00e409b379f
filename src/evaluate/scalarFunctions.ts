// The functions of one number that TeX has commands for, or the field words.

/** Functions of one number, by the name they are written with. */
export const SCALAR_FUNCTIONS = [
  'exp',
  'log',
  'ln',
  'lg',
  'sin',
  'cos',
  'tan',
  'cot',
  'sec',
  'csc',
  'arcsin',
  'arccos',
  'arctan',
  'sinh',
  'cosh',
  'tanh',
] as const;

export type ScalarFunction = (typeof SCALAR_FUNCTIONS)[number];
