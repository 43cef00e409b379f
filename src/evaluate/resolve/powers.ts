// Powers, roots, transposes, positive parts, and the functions of one number.
import type { Span } from '../../core/text/span.js';
import { shapeOf, type Expression, type UnaryOperator } from '../expression.js';
import { attempt, refuse } from '../refusal.js';
import { partsOf, visitSyntax } from '../syntaxChildren.js';
import { nucleusOf } from '../syntaxNucleus.js';
import type { ScalarFunction } from '../scalarFunctions.js';
import type {
  FunctionSyntax,
  MarkedSyntax,
  Name,
  PowerSyntax,
  RootSyntax,
  RoundSyntax,
  Syntax,
} from '../syntax.js';
import { joinCalls } from './joinCalls.js';
import {
  constant,
  divide,
  entryOf,
  mapArrays,
  multiply,
  staticNumber,
  unary,
} from './construct.js';
import { findMeaning, requireScalar, resolveIn, type Context } from './context.js';
import { resolveVector, soleItem } from './lists.js';
import { logarithmTo, naturalLogarithm } from './logarithms.js';
import { entriesDerived } from './derivativeOf.js';
import { matrixFrom } from './entries.js';
import { factorialOf } from './factorials.js';
import { refuseUnclearPower } from './entryPowers.js';
import { matrixPowerOf, refuseOfMatrix } from './matrixPowers.js';
import { euclidean, innerProduct } from './norms.js';

export function resolvePower(syntax: PowerSyntax, context: Context): Expression {
  const { base, exponent, span } = syntax;
  if (isTransposeSign(exponent, context)) {
    const array = resolveIn(context, base);
    if (shapeOf(array).rank > 0) return transposed(array, span, context);
  }
  if (isEuler(base, context)) {
    if (base.kind === 'name') refuseImaginary(exponent, context);
    const value = resolveIn(context, exponent);
    refuseOfMatrix(value, span);
    return mapArrays(context, [value], span, ([entry]) => unary('exp', entry ?? value, span));
  }
  refuseEnds(syntax, context);
  if (base.kind === 'name' && base.name.key === 'e') context.shared.notes.add('name.euler-bound');
  const value = resolveIn(context, base);
  const power = resolveIn(context, exponent);
  if (shapeOf(value).rank === 0) refuseUnclearPower(syntax, staticNumber(power), context);
  return powerOf(value, power, span, context);
}

/** `[x^2]_0^1`, where that is no power of an entry. */
function refuseEnds({ base, span }: PowerSyntax, context: Context): void {
  const group = base.kind === 'indexed' ? base.base : null;
  if (group?.kind !== 'group' || group.open !== '[' || group.items.length !== 1) return;
  const entry = attempt(() => resolveIn(context, base), span);
  if (!entry.ok && NO_ENTRY.test(entry.refusal.code)) refuse('substitution.ends', span);
}

const NO_ENTRY = /^(?:index\.(?:zero|of-number)|name\.unbound.*)$/;

function powerOf(base: Expression, exponent: Expression, span: Span, context: Context): Expression {
  const [below, above] = [shapeOf(base), shapeOf(exponent)];
  if (below.rank === 2) return matrixPowerOf(base, exponent, span, context);
  if (below.rank !== 0 && above.rank !== 0) refuse('shape.power-of-vectors', span);
  const known = staticNumber(exponent);
  if (below.rank === 1 && known !== null && known < 0) refuse('shape.inverse-of-vector', span);
  return mapArrays(context, [base, exponent], span, ([entry, power]) =>
    known === 2
      ? squareOf(entry ?? base, span)
      : { kind: 'power', base: entry ?? base, exponent: power ?? exponent, span },
  );
}

/**
 * The square of a Euclidean norm is the sum under its root, without the rounding of both; that of an
 * absolute value needs none, and has no kink.
 */
function squareOf(base: Expression, span: Span): Expression {
  if (base.kind === 'unary' && base.operator === 'abs') return unary('square', base.body, span);
  const root = base.kind === 'unary' && base.operator === 'sqrt' ? base.body : null;
  const squares =
    root?.kind === 'reduce' && root.operator === 'sum' && isSquare(root.body) ? root : null;
  return squares ?? unary('square', base, span);
}

function isSquare(expression: Expression): boolean {
  if (expression.kind === 'reduce')
    return expression.operator === 'sum' && isSquare(expression.body);
  return expression.kind === 'unary' && expression.operator === 'square';
}

const TRANSPOSE_SIGNS: ReadonlySet<string> = new Set(['T', '\\mathrm{T}', '\\mathsf{T}']);

/** `x^T` with a T that nothing binds. */
export function isTransposeSign(exponent: Syntax, context: Context): boolean {
  if (exponent.kind !== 'name' || !TRANSPOSE_SIGNS.has(exponent.name.key)) return false;
  return findMeaning(context, exponent.name) === null;
}

const EULER: Name = { key: 'e', plain: 'e' };

function isEuler(base: Syntax, context: Context): boolean {
  if (base.kind === 'constant') return base.constant === 'e';
  return base.kind === 'name' && base.name.key === 'e' && findMeaning(context, EULER) === null;
}

/** `e^{-i\theta}` with an i that nothing binds. */
function refuseImaginary(exponent: Syntax, context: Context): void {
  if (exponent.kind === 'name') {
    if (exponent.name.key === 'i' && findMeaning(context, exponent.name) === null)
      refuse('unsupported.complex', exponent.span);
  } else if (FACTORED.has(exponent.kind)) {
    for (const part of partsOf(exponent)) refuseImaginary(part, context);
  }
}

const FACTORED: ReadonlySet<Syntax['kind']> = new Set(['sum', 'product', 'quotient', 'group']);

export function resolveMarked({ kind, base, span }: MarkedSyntax, context: Context): Expression {
  const value = resolveIn(context, base);
  const { rank } = shapeOf(value);
  if (kind === 'transpose') {
    if (rank === 0) refuse('shape.transpose-of-number', span);
    return transposed(value, span, context);
  }
  if (kind === 'factorial') return factorialOf(value, span, context);
  if (rank === 2) refuse('shape.positive-part-of-matrix', span);
  return mapArrays(context, [value], span, ([entry]) =>
    unary('positivePart', entry ?? value, span),
  );
}

/** A vector that lies down is the same data; products look at how it is written. */
function transposed(array: Expression, span: Span, context: Context): Expression {
  const shape = shapeOf(array);
  if (shape.rank !== 2) return array;
  return matrixFrom(context, [shape.columns, shape.rows], span, (row, column) =>
    entryOf(context, array, [column, row]),
  );
}

export function resolveRoot({ degree, radicand, span }: RootSyntax, context: Context): Expression {
  const value = resolveIn(context, radicand);
  refuseOfMatrix(value, span);
  if (degree === null)
    return mapArrays(context, [value], span, ([entry]) => unary('sqrt', entry ?? value, span));
  const order = requireScalar(resolveIn(context, degree));
  if (staticNumber(order) === 3)
    return mapArrays(context, [value], span, ([entry]) => unary('cbrt', entry ?? value, span));
  return powerOf(value, divide(constant(1, span), order, span), span, context);
}

export function resolveRound({ kind, body, span }: RoundSyntax, context: Context): Expression {
  const value = resolveIn(context, body);
  return mapArrays(context, [value], span, ([entry]) => unary(kind, entry ?? value, span));
}

type Apply = (argument: Expression, span: Span) => Expression;

const direct =
  (operator: UnaryOperator): Apply =>
  (argument, span) =>
    unary(operator, argument, span);

const reciprocal =
  (operator: UnaryOperator): Apply =>
  (argument, span) =>
    divide(constant(1, span), unary(operator, argument, span), span);

/** All functions of one number but logarithms. */
const FUNCTIONS: Readonly<Record<Exclude<ScalarFunction, 'log' | 'ln'>, Apply>> = {
  exp: direct('exp'),
  lg: direct('log10'),
  sin: direct('sin'),
  cos: direct('cos'),
  tan: direct('tan'),
  cot: reciprocal('tan'),
  sec: reciprocal('cos'),
  csc: reciprocal('sin'),
  arcsin: direct('arcsin'),
  arccos: direct('arccos'),
  arctan: direct('arctan'),
  sinh: direct('sinh'),
  cosh: direct('cosh'),
  tanh: direct('tanh'),
};

const INVERSES: Readonly<Partial<Record<ScalarFunction, ScalarFunction>>> = {
  sin: 'arcsin',
  cos: 'arccos',
  tan: 'arctan',
};

export function resolveFunction(syntax: FunctionSyntax, context: Context): Expression {
  const { power, primes, span } = syntax;
  if (syntax.name === 'exp') refuseImaginary(syntax.argument, context);
  const cosine = primes > 0 ? null : cosineOf(syntax, context);
  const value = cosine ?? argumentOf(syntax, context);
  if (primes > 0)
    return entriesDerived(context, value, primes, span, (inner) =>
      applyFunction(syntax, syntax.name, inner, context),
    );
  const exponent = power === null ? null : requireScalar(resolveIn(context, power));
  const applied = (name: ScalarFunction): Expression =>
    cosine ?? applyFunction(syntax, name, value, context);
  if (exponent === null) return applied(syntax.name);
  const known = staticNumber(exponent);
  if (known === -1) {
    const inverse = cosine === null ? INVERSES[syntax.name] : undefined;
    if (inverse === undefined) refuse('function.inverse', span, { name: syntax.name });
    return applyFunction(syntax, inverse, value, context);
  }
  if (known === null || known < 0) refuse('function.power', span, { name: syntax.name });
  return powerOf(applied(syntax.name), exponent, span, context);
}

/** `\cos(q,k)` of two vectors; `null` of anything else. */
function cosineOf({ name, argument, span }: FunctionSyntax, context: Context): Expression | null {
  if (name !== 'cos' || argument.kind !== 'group' || argument.bar !== null) return null;
  if (argument.items.length !== 2) return null;
  const vectors = argument.items.map((item) => resolveVector(item, context));
  const [left, right] = vectors;
  if (left === undefined || right === undefined) return null;
  if (vectors.some((vector) => shapeOf(vector).rank !== 1)) return null;
  context.shared.notes.add('function.cosine');
  const lengths = vectors.map((vector) => euclidean(vector, span, context));
  return divide(innerProduct(left, right, span, context), multiply(lengths, span), span);
}

function argumentOf({ argument, name }: FunctionSyntax, context: Context): Expression {
  const only =
    argument.kind === 'set' && argument.items.length === 1 ? argument.items[0] : undefined;
  if (argument.kind === 'set')
    return only === undefined || argument.conditions !== null
      ? refuse('function.arguments', argument.span, {
          name: `\\${name}`,
          found: String(argument.items.length),
        })
      : resolveIn(context, only);
  if (argument.kind !== 'group') {
    refuseUnclearEnd(argument, context);
    return resolveIn(context, argument);
  }
  if (argument.items.length > 1)
    refuse('function.arguments', argument.span, {
      name: `\\${name}`,
      found: String(argument.items.length),
    });
  return resolveVector(soleItem(argument), context);
}

/** Are all factors part of the argument in `\log p(1-p)`, `\log p(x)q(x)` and `\log\frac pq r`? */
function refuseUnclearEnd(argument: Syntax, context: Context): void {
  if (argument.kind !== 'product') return;
  const factors = joinCalls(argument.factors, context).map(({ body }) => body);
  factors.slice(1).forEach((body, at) => {
    const before = factors[at];
    const ends = before !== undefined && mayEnd(before);
    if (ends || ['group', 'call'].includes(nucleusOf(body).kind))
      refuse('ambiguous.argument', body.span);
  });
}

/** `\log p(x)` and `\log\frac pq` are often read as a whole, whatever stands behind. */
function mayEnd(factor: Syntax): boolean {
  return nucleusOf(factor).kind === 'call' || (factor.kind === 'quotient' && hasLetters(factor));
}

function hasLetters(syntax: Syntax): boolean {
  let found = false;
  visitSyntax(syntax, (node) => {
    found ||= node.kind === 'name' && node.name.key !== '\\pi';
  });
  return found;
}

function applyFunction(
  { base, span }: FunctionSyntax,
  name: ScalarFunction,
  value: Expression,
  context: Context,
): Expression {
  if (name === 'exp' || name.startsWith('l')) refuseOfMatrix(value, span);
  return mapArrays(context, [value], span, ([entry]) => {
    const argument = entry ?? value;
    if (name === 'log') return logarithmTo(base, argument, span, context);
    return name === 'ln'
      ? naturalLogarithm(argument, span, context)
      : FUNCTIONS[name](argument, span);
  });
}
