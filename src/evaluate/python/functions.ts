// Functions of one number.
import type { UnaryExpression, UnaryOperator } from '../expression.js';
import { negated, powerOf } from './arithmetic.js';
import { call, LEVEL, piece, type Piece } from './piece.js';
import type { Scope } from './scope.js';

type Writer = (body: Piece, scope: Scope) => Piece;

const named =
  (name: string): Writer =>
  (body) =>
    call(name, body);

/** Of what has a slope, the real part decides. */
const ofReal =
  (name: string): Writer =>
  (body, { isComplex }) =>
    call(name, isComplex ? call('np.real', body) : body);

const WRITERS: Readonly<Record<UnaryOperator, Writer>> = {
  negate: negated,
  abs: (body, scope) => call(scope.isComplex ? scope.program.helper('size') : 'np.abs', body),
  square: (body) => powerOf(body, piece('2')),
  sqrt: named('np.sqrt'),
  cbrt: (body, scope) => {
    if (!scope.isComplex) return call('np.cbrt', body);
    const size = `${scope.program.helper('size')}(${body.text})`;
    return piece(`np.sign(np.real(${body.text})) * ${size} ** (1 / 3)`, LEVEL.product);
  },
  exp: named('np.exp'),
  log: named('np.log'),
  log2: named('np.log2'),
  log10: named('np.log10'),
  log1p: named('np.log1p'),
  sin: named('np.sin'),
  cos: named('np.cos'),
  tan: named('np.tan'),
  arcsin: named('np.arcsin'),
  arccos: named('np.arccos'),
  arctan: named('np.arctan'),
  sinh: named('np.sinh'),
  cosh: named('np.cosh'),
  tanh: named('np.tanh'),
  // Without overflow, where the number is real.
  logistic: (body, { isComplex }) => {
    const minus = negated(body).text;
    return isComplex
      ? piece(`1 / (1 + np.exp(${minus}))`, LEVEL.product)
      : piece(`np.exp(-np.logaddexp(0, ${minus}))`);
  },
  sign: ofReal('np.sign'),
  floor: ofReal('np.floor'),
  ceiling: ofReal('np.ceil'),
  positivePart: (body, { isComplex }) =>
    isComplex
      ? piece(`np.where(np.real(${body.text}) > 0, ${body.text}, 0)`)
      : call('np.maximum', body, '0'),
  stopGradient: (body, { isComplex }) => (isComplex ? call('np.real', body) : body),
};

export function writeUnary({ operator, body }: UnaryExpression, scope: Scope): Piece {
  return WRITERS[operator](scope.write(body, scope), scope);
}
