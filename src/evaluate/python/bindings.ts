// Values that are named for a part of a formula, and calls of functions.
import { childrenOf, freeInInstance } from '../children.js';
import type { CallExpression, Expression, LetExpression, Local } from '../expression.js';
import { call, LEVEL, piece, type Piece } from './piece.js';
import { freeName } from './names.js';
import { inner, withLocal, withName, type Scope } from './scope.js';

const NAMES = ['part', 'part_2', 'part_3'];

/** What is used once stands where it is used; else it is a line before, where lines may stand. */
export function writeLet({ local, value, body }: LetExpression, scope: Scope): Piece {
  const isHandy = value.kind === 'local' || value.kind === 'constant' || value.kind === 'input';
  if (isHandy || timesUsed(local, body) <= 1) {
    const written = scope.write(value, inner(scope));
    const bound = { kind: 'piece', piece: written, isWhole: false } as const;
    return scope.write(body, withLocal(scope, local, bound));
  }
  const written = scope.write(value, scope);
  if (scope.lines === null) {
    const { name, scope: inside } = withName(scope, local, NAMES, false);
    return piece(`(lambda ${name}: ${scope.write(body, inside).text})(${written.text})`);
  }
  const isTaken = (name: string): boolean => scope.taken.has(name) || scope.bound.has(name);
  const name = freeName('part', isTaken);
  scope.taken.add(name);
  scope.lines.push(`${name} = ${written.text}`);
  const bound = { kind: 'piece', piece: piece(name), isWhole: false } as const;
  return scope.write(body, withLocal(scope, local, bound));
}

/** Twice where it is once in a loop. */
function timesUsed(local: Local, expression: Expression): number {
  if (expression.kind === 'local') return expression.local === local ? 1 : 0;
  const inFunction =
    expression.kind === 'call' && freeInInstance(expression.instance).has(local) ? 1 : 0;
  const isRepeated = ['reduce', 'build', 'algorithm'].includes(expression.kind);
  const times = childrenOf(expression).reduce((sum, child) => sum + timesUsed(local, child), 0);
  return inFunction + times * (isRepeated ? 2 : 1);
}

/** What a function takes from around it are arguments too. */
export function writeCall({ instance, arguments: given }: CallExpression, scope: Scope): Piece {
  const name = scope.program.nameOfFunction(instance, scope.isComplex);
  const inside = inner(scope);
  const captured = capturedBy(instance).map((local): Expression => {
    return { kind: 'local', local, span: instance.body.span };
  });
  return call(name, ...[...given, ...captured].map((each) => scope.write(each, inside)));
}

export function capturedBy(instance: CallExpression['instance']): readonly Local[] {
  return [...freeInInstance(instance)].sort((left, right) => left.id - right.id);
}

/** A function without a name, whose parameters hold in it alone. */
export function writeFunction(
  { parameters, body }: { readonly parameters: readonly Local[]; readonly body: Expression },
  scope: Scope,
  isWhole: (at: number) => boolean = () => false,
): Piece {
  let inside = inner(scope);
  const names = parameters.map((local, at) => {
    const named = withName(inside, local, PARAMETERS, isWhole(at));
    inside = named.scope;
    return named.name;
  });
  return piece(`lambda ${names.join(', ')}: ${scope.write(body, inside).text}`, LEVEL.choice);
}

const PARAMETERS = ['t', 'u', 'w', 'z'];
