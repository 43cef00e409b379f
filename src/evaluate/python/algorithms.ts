// What no loop over entries says, as NumPy has it; what it has not is refused, with what else has it.
import {
  axesOf,
  shapeOf,
  sizeOf,
  type AlgorithmExpression,
  type AlgorithmName,
  type Expression,
} from '../expression.js';
import { writeFunction } from './bindings.js';
import { writePlace, writeWhole } from './numbers.js';
import { call, LEVEL, piece, within, type Piece } from './piece.js';
import { cannotWrite, type PythonProblem } from './refusal.js';
import { inner, type Scope } from './scope.js';

type Writer = (expression: AlgorithmExpression, scope: Scope) => Piece;

const WRITERS: Readonly<Record<AlgorithmName, Writer>> = {
  argmax: refused('python.search'),
  maximum: refused('python.search'),
  supremum: refused('python.search'),
  integral: refused('python.integral'),
  normalMean: refused('python.mean'),
  exponentialMean: refused('python.mean'),
  uniformMean: refused('python.mean'),
  meanOfDraws: refused('python.draws'),
  limit: refused('python.limit'),
  series: refused('python.limit'),
  solution: refused('python.solution'),
  derivative: writeDerivative,
  determinant: ({ operands }, scope) => call('np.linalg.det', first(operands, scope)),
  matrixPower: ({ operands: [matrix, exponent] }, scope) => {
    if (matrix === undefined || exponent === undefined) return piece('None');
    const [base, power] = [scope.write(matrix, scope), writeWhole(exponent, scope)];
    return power.text === '-1'
      ? call('np.linalg.inv', base)
      : call('np.linalg.matrix_power', base, power);
  },
  logSumExp: ({ operands }, scope) => {
    const exponents = first(operands, scope);
    if (!scope.isComplex) return call('np.logaddexp.reduce', exponents);
    const greatest = `np.max(np.real(${exponents.text}))`;
    const rest = `np.log(np.sum(np.exp(${within(exponents, LEVEL.sum)} - ${greatest})))`;
    return piece(`${greatest} + ${rest}`, LEVEL.sum);
  },
  iteration: writeIteration,
  eigenvalues: onlyReal(({ operands }, scope) => {
    const all = `np.sort(np.real(np.linalg.eigvals(${first(operands, scope).text})))[::-1]`;
    return placeIn(all, operands[1], scope);
  }),
  singularValues: onlyReal(({ operands }, scope) => {
    const all = `np.linalg.svd(${first(operands, scope).text}, compute_uv=False)`;
    return placeIn(all, operands[2], scope);
  }),
  matrixRoot: onlyReal(({ operands }, scope) =>
    call(scope.program.helper('matrix_root'), first(operands, scope)),
  ),
  pseudoInverse: onlyReal(({ operands }, scope) => call('np.linalg.pinv', first(operands, scope))),
  rank: onlyReal(({ operands }, scope) =>
    call('int', call('np.linalg.matrix_rank', first(operands, scope))),
  ),
  normalTail: onlyReal(({ operands }, scope) => {
    const math = scope.program.uses('math');
    const place = within(first(operands, scope), LEVEL.product);
    return piece(`${math}.erfc(${place} / ${math}.sqrt(2)) / 2`, LEVEL.product);
  }),
};

export function writeAlgorithm(expression: AlgorithmExpression, scope: Scope): Piece {
  return WRITERS[expression.algorithm](expression, inner(scope));
}

function refused(code: PythonProblem): Writer {
  return () => cannotWrite(code);
}

/** What NumPy does not compute for numbers with a slope. */
function onlyReal(write: Writer): Writer {
  return (expression, scope) =>
    scope.isComplex ? cannotWrite('python.derivative') : write(expression, scope);
}

function first(operands: readonly Expression[], scope: Scope): Piece {
  const [operand] = operands;
  return operand === undefined ? piece('None') : scope.write(operand, scope);
}

function placeIn(array: string, place: Expression | undefined, scope: Scope): Piece {
  return piece(place === undefined ? array : `${array}[${writePlace(place, scope)}]`);
}

/** By a complex step: `Im f(x + ih)/h` (Squire & Trapp 1998, eq. 3). */
function writeDerivative(expression: AlgorithmExpression, scope: Scope): Piece {
  const { operands, functions, shape } = expression;
  const [point] = operands;
  const [derived] = functions;
  if (scope.isComplex || point === undefined || derived === undefined)
    return cannotWrite('python.derivative');
  const at = scope.write(point, scope);
  const written = writeFunction(derived, { ...scope, isComplex: true });
  const [by, of] = [shapeOf(point), shapeOf(derived.body)];
  if (by.rank === 0) return call(scope.program.helper('derivative'), written, at);
  if (of.rank === 2 || (of.rank === 1 && by.rank === 2)) return cannotWrite('python.derivative');
  const slopes = call(scope.program.helper('gradient'), written, at);
  if (of.rank === 1) return piece(`${slopes.text}.T`);
  const isFlat = shape.rank < 2 || sizeOf(shape) !== sizeOf(by);
  return isFlat ? slopes : piece(`${slopes.text}.reshape(${axesOf(shape).join(', ')})`);
}

function writeIteration({ operands, functions }: AlgorithmExpression, scope: Scope): Piece {
  const [wanted, from, start] = operands;
  const [step] = functions;
  if (wanted === undefined || from === undefined || start === undefined || step === undefined)
    return cannotWrite('python.limit');
  const next = writeFunction(step, scope, (at) => at === 1);
  return call(
    scope.program.helper('iterate'),
    next,
    scope.write(start, scope),
    writeWhole(from, scope),
    writeWhole(wanted, scope),
  );
}
