// The logarithm of a sum of powers of e, which are not computed where they would be too large or too small.
import { arrayIn, type Algorithm, type AlgorithmCall } from '../arithmetic.js';

/** Of the exponents: the greatest, and by how much the others raise it. */
export const logSumExp: Algorithm = {
  jumps: false,
  run<T>({ operands, arithmetic, count, span }: AlgorithmCall<T>): T {
    const exponents = arrayIn(operands[0]);
    count(exponents.length);
    const values = exponents.map((each) => arithmetic.valueOf(each));
    const at = values.reduce(
      (best, value, place) => (value > (values[best] ?? 0) ? place : best),
      0,
    );
    const greatest = exponents[at] as T;
    if (!Number.isFinite(values[at])) return greatest;
    const others = exponents.flatMap((each, place) => {
      if (place === at || values[place] === -Infinity) return [];
      return [arithmetic.unary('exp', arithmetic.subtract(each, greatest, span), span)];
    });
    const [first, ...rest] = others;
    if (first === undefined) return greatest;
    const sum = rest.reduce((total, each) => arithmetic.add(total, each, span), first);
    return arithmetic.add(greatest, arithmetic.unary('log1p', sum, span), span);
  },
};
