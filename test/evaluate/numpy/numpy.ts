// Writes terms as NumPy would compute them; `D` makes the numbers, doubles or long doubles.
import { closedForms, gradientForms } from './closedForms.js';
import type {
  FunctionName,
  Matrix,
  Place,
  Range,
  Reduction,
  Scalar,
  Term,
  Test,
  Vector,
} from './terms.js';

export function toNumpy({ shape, term }: Term): string {
  if (shape === 'scalar') return scalar(term);
  return shape === 'vector' ? vector(term) : matrix(term);
}

const functions: Readonly<Record<FunctionName, string>> = {
  exp: 'np.exp',
  log: 'np.log',
  log2: 'np.log2',
  sqrt: 'np.sqrt',
  cbrt: 'np.cbrt',
  sin: 'np.sin',
  cos: 'np.cos',
  tanh: 'np.tanh',
  arctan: 'np.arctan',
  sinh: 'np.sinh',
  cosh: 'np.cosh',
  logistic: 'logistic',
  abs: 'np.abs',
  positivePart: 'positive_part',
};

const rounded = { floor: 'floor', ceiling: 'ceiling', sign: 'sign' } as const;

function scalar(term: Scalar): string {
  switch (term.kind) {
    case 'number':
      return `D("${term.text}")`;
    case 'scalar':
      return term.name === 'lambda' ? 'lam' : term.name;
    case 'index':
      return `D(${term.letter})`;
    case 'entry':
      return `${term.vector}[${place(term.at)}-1]`;
    case 'ordered':
      return `np.sort(${term.vector})[${place(term.at)}-1]`;
    case 'entry2':
      return `${term.matrix}[${place(term.row)}-1,${place(term.column)}-1]`;
    case 'member':
      return `r[${place(term.at)}-1]`;
    default:
      return operation(term);
  }
}

function operation(term: Scalar): string {
  switch (term.kind) {
    case 'add':
      return `(${term.terms.map(({ minus, term: each }) => `${minus ? '-' : '+'}${scalar(each)}`).join('')})`;
    case 'multiply':
      return `(${term.factors.map(scalar).join('*')})`;
    case 'divide':
      return `(${scalar(term.above)}/${scalar(term.below)})`;
    case 'power':
      return `(${scalar(term.base)}**${scalar(term.exponent)})`;
    case 'function':
      return `${functions[term.name]}(${scalar(term.argument)})`;
    case 'rounded':
      return `${rounded[term.name]}(${scalar(term.argument)})`;
    case 'remainder':
      return `remainder(${scalar(term.left)},${scalar(term.right)})`;
    case 'extremum':
      return `${term.name === 'max' ? 'np.maximum' : 'np.minimum'}(${term.items.map(scalar).join(',')})`;
    default:
      return chosen(term);
  }
}

function chosen(term: Scalar): string {
  switch (term.kind) {
    case 'cases':
      return `(${scalar(term.yes)} if ${test(term.test)} else ${scalar(term.no)})`;
    case 'indicator':
      return `(D(1) if ${test(term.test)} else D(0))`;
    case 'reduce':
      return reduce(term.operator, term.over, scalar(term.body));
    case 'count':
      return `D(sum(1 for ${term.letter} in range(1,5) if ${test(term.test)}))`;
    default:
      return ofArrays(term);
  }
}

function ofArrays(term: Scalar): string {
  switch (term.kind) {
    case 'norm':
      return norm(term.order, vector(term.body));
    case 'frobenius':
      return `np.sqrt(np.sum(${matrix(term.body)}**2))`;
    case 'inner':
      return `np.dot(${vector(term.left)},${vector(term.right)})`;
    case 'form':
      return `np.dot(${vector(term.left)},${matrix(term.matrix)}@${vector(term.right)})`;
    case 'statistic':
      return `${term.name === 'mean' ? 'np.mean' : 'np.var'}(${vector(term.body)})`;
    case 'covariance':
      return `covariance(${vector(term.left)},${vector(term.right)})`;
    case 'bar':
      return `np.mean(${term.vector})`;
    case 'greatest':
      return `np.${term.name}(${vector(term.body)})`;
    default:
      return called(term);
  }
}

function called(term: Scalar): string {
  switch (term.kind) {
    case 'softmaxEntry':
      return `softmax(${vector(term.body)})[${place(term.at)}-1]`;
    case 'divergence':
      return `np.sum(${term.from}*np.log(${term.from}/${term.to}))`;
    case 'call':
      return `f(${scalar(term.argument)})`;
    case 'call2':
      return `g(${scalar(term.first)},${scalar(term.second)})`;
    case 'callVector':
      return `S(${vector(term.argument)})`;
    case 'closed':
      return closedForms[term.form]?.numpy ?? 'None';
    default:
      throw new Error(`Nothing writes ${term.kind}`);
  }
}

function norm(order: Extract<Scalar, { kind: 'norm' }>['order'], body: string): string {
  switch (order) {
    case '1':
      return `np.sum(np.abs(${body}))`;
    case '2':
      return `np.sqrt(np.sum(${body}**2))`;
    case '3':
      return `np.cbrt(np.sum(np.abs(${body})**3))`;
    case 'infinity':
      return `np.max(np.abs(${body}))`;
    case 'squared':
      return `np.sum(${body}**2)`;
  }
}

function place(at: Place): string {
  switch (at.kind) {
    case 'digit':
      return String(at.digit);
    case 'letter':
      return at.letter;
    case 'k':
      return '3';
    case 'mirrored':
      return `(5-${at.letter})`;
  }
}

function test({ operator, left, right }: Test): string {
  const sign = { '<': '<', '>': '>', ge: '>=', le: '<=', ne: '!=' }[operator];
  return `apart(${scalar(left)},${scalar(right)})${sign}0`;
}

function reduce(operator: Reduction, over: Range, body: string): string {
  const { letter } = over;
  const items = `[${body} for ${letter} in ${range(over)}]`;
  switch (operator) {
    case 'sum':
      return `np.sum(array(${items}))`;
    case 'product':
      return `np.prod(array(${items}))`;
    case 'max':
    case 'min':
      return `np.${operator}(array(${items}))`;
    case 'mean':
      return `np.mean(array(${items}))`;
    case 'argmax':
    case 'argmin':
      return `D(list(${range(over)})[int(np.${operator}(array(${items})))])`;
  }
}

function range({ kind, letter, other }: Range): string {
  const apart = other === null ? '' : place(other);
  switch (kind) {
    case 'bare':
    case 'whole':
      return 'range(1,5)';
    case 'part':
      return 'range(2,4)';
    case 'other':
      return `[${letter} for ${letter} in range(1,5) if ${letter}!=${apart}]`;
    case 'below':
      return `[${letter} for ${letter} in range(1,5) if ${letter}<${apart}]`;
    case 'subset':
      return '[1,3]';
    case 'filtered':
      return `[${letter} for ${letter} in range(1,5) if x[${letter}-1]>0]`;
  }
}

function vector(term: Vector): string {
  switch (term.kind) {
    case 'vector':
      return term.name;
    case 'row':
      return `${term.matrix}[${term.at - 1},:]`;
    case 'column':
      return `${term.matrix}[:,${term.at - 1}]`;
    case 'vadd':
      return `(${vector(term.left)}${term.minus ? '-' : '+'}${vector(term.right)})`;
    case 'hadamard':
      return `(${vector(term.left)}*${vector(term.right)})`;
    case 'scaled':
      return `(${scalar(term.by)}*${vector(term.body)})`;
    case 'shifted':
      return `(${vector(term.body)}+${scalar(term.by)})`;
    case 'over':
      return `(${vector(term.body)}/${scalar(term.by)})`;
    default:
      return mapped(term);
  }
}

function mapped(term: Vector): string {
  switch (term.kind) {
    case 'applied':
      return `(${matrix(term.matrix)}@${vector(term.body)})`;
    case 'mapped':
      return `${functions[term.name]}(${vector(term.body)})`;
    case 'softmax':
      return `softmax(${vector(term.body)})`;
    case 'listed':
      return `array([${term.items.map(scalar).join(',')}])`;
    case 'gradient':
      return gradientForms[term.form]?.numpy ?? 'None';
    default:
      throw new Error(`Nothing writes ${term.kind}`);
  }
}

function matrix(term: Matrix): string {
  switch (term.kind) {
    case 'matrix':
      return term.name;
    case 'transposed':
      return `${matrix(term.body)}.T`;
    case 'madd':
      return `(${matrix(term.left)}${term.minus ? '-' : '+'}${matrix(term.right)})`;
    case 'product':
      return `(${matrix(term.left)}@${matrix(term.right)})`;
    case 'mhadamard':
      return `(${matrix(term.left)}*${matrix(term.right)})`;
    case 'mscaled':
      return `(${scalar(term.by)}*${matrix(term.body)})`;
    case 'outer':
      return `np.outer(${vector(term.left)},${vector(term.right)})`;
    case 'plusIdentity':
      return `(${matrix(term.body)}+np.eye(4,dtype=D))`;
  }
}
