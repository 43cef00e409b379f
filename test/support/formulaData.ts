// Data for formulas that tests evaluate.

export const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

export const x = [0.9, 0.05, -0.3, 0.2];
export const y = [1, 2, 3, 4];
export const p = [0.4, 0.3, 0.2, 0.1];
export const givenX = 'x = [0.9, 0.05, -0.3, 0.2]';
export const givenP = 'p = [0.4, 0.3, 0.2, 0.1]';
export const absolute = sum(x.map(Math.abs));
export const euclidean = Math.hypot(...x);
