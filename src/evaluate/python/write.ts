// Writes a typed expression as Python, kind by kind.
import { axesOf, type Expression } from '../expression.js';
import { writeAlgorithm } from './algorithms.js';
import {
  writeAdd,
  writeDivide,
  writeExtremum,
  writeMultiply,
  writePower,
  writeRemainder,
} from './arithmetic.js';
import { writeCall, writeLet } from './bindings.js';
import { writeChoose, writeConvention } from './choices.js';
import { arrayPiece, writeElement, writeInput, writeLocal } from './entries.js';
import { writeUnary } from './functions.js';
import { writeBuild, writeReduce } from './loops.js';
import { writeConstant, writeWhole } from './numbers.js';
import { call, type Piece } from './piece.js';
import { inner, withoutAxes, type Scope } from './scope.js';

export function write(expression: Expression, scope: Scope): Piece {
  switch (expression.kind) {
    case 'constant':
      return writeConstant(expression, scope);
    case 'input':
      return writeInput(expression, scope);
    case 'local':
      return writeLocal(expression, scope);
    case 'add':
      return writeAdd(expression, scope);
    case 'multiply':
      return writeMultiply(expression, scope);
    case 'divide':
      return writeDivide(expression, scope);
    case 'power':
      return writePower(expression, scope);
    case 'unary':
      return writeUnary(expression, scope);
    case 'remainder':
      return writeRemainder(expression, scope);
    case 'extremum':
      return writeExtremum(expression, scope);
    case 'convention':
      return writeConvention(expression, scope);
    case 'choose':
      return writeChoose(expression, scope);
    case 'element':
      return writeElement(expression, scope);
    default:
      // These are the same for all indices of an axis that is run over at once.
      return writeStructure(expression, withoutAxes(scope));
  }
}

type Structure = Extract<
  Expression,
  { kind: 'reduce' | 'checkedIndex' | 'let' | 'call' | 'build' | 'list' | 'sorted' | 'algorithm' }
>;

function writeStructure(expression: Structure, scope: Scope): Piece {
  switch (expression.kind) {
    case 'reduce':
      return writeReduce(expression, scope);
    case 'checkedIndex':
      return writeWhole(expression.body, scope);
    case 'let':
      return writeLet(expression, scope);
    case 'call':
      return writeCall(expression, scope);
    case 'build':
      return writeBuild(expression, scope);
    case 'list':
      return writeList(expression, scope);
    case 'sorted': {
      const array = write(expression.array, inner(scope));
      return call(scope.isComplex ? scope.program.helper('real_part_sorted') : 'np.sort', array);
    }
    case 'algorithm':
      return writeAlgorithm(expression, scope);
  }
}

function writeList({ items, shape }: Extract<Expression, { kind: 'list' }>, scope: Scope): Piece {
  const inside = inner(scope);
  const texts = items.map((item) => write(item, inside).text);
  const isWhole = scope.isComplex ? items.every(isLiteral) : !items.some(isDecimal);
  return arrayPiece(texts, axesOf(shape), isWhole);
}

function isLiteral({ kind }: Expression): boolean {
  return kind === 'constant';
}

function isDecimal(item: Expression): boolean {
  return item.kind === 'constant' && item.origin === undefined && !Number.isInteger(item.value);
}
