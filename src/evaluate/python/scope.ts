// What is known where a part of a program is written.
import type { Expression, Instance, Local, Origin } from '../expression.js';
import type { Helper } from './helpers.js';
import { freeName } from './names.js';
import { piece, type Piece } from './piece.js';

/** An index that runs over a whole axis of an array at once. */
export interface Axis {
  /** Both included. */
  readonly from: number;
  readonly to: number;
  /** The only axis of the result, or one of its two. */
  readonly place: 'only' | 'row' | 'column';
}

export type BoundLocal =
  | { readonly kind: 'piece'; readonly piece: Piece; readonly isWhole: boolean }
  | { readonly kind: 'axis'; readonly axis: Axis };

/** The program that parts are written for. */
export interface ProgramParts {
  /** The name of a definition, which is written before if it was not. */
  nameOf(origin: Origin): string;
  nameOfFunction(instance: Instance, isComplex: boolean): string;
  helper(name: Helper): string;
  uses(module: string): string;
}

export interface Scope {
  readonly program: ProgramParts;
  readonly locals: ReadonlyMap<Local, BoundLocal>;
  /** Names that mean something here: those of the whole function or program, and those bound around this part. */
  readonly taken: Set<string>;
  readonly bound: ReadonlySet<string>;
  /** Where statements may stand before this part; `null` in loops, branches and functions without a name. */
  readonly lines: string[] | null;
  /** Whether numbers carry a slope in their imaginary parts. */
  readonly isComplex: boolean;
  readonly write: (expression: Expression, scope: Scope) => Piece;
}

/** Inside of a loop, a branch or a function without a name. */
export function inner(scope: Scope): Scope {
  return { ...scope, lines: null };
}

/** For what is the same at all indices of an axis. */
export function withoutAxes(scope: Scope): Scope {
  const kept = [...scope.locals].filter(([, { kind }]) => kind === 'piece');
  return kept.length === scope.locals.size ? scope : { ...scope, locals: new Map(kept) };
}

export function withLocal(scope: Scope, local: Local, bound: BoundLocal): Scope {
  return { ...scope, locals: new Map(scope.locals).set(local, bound) };
}

/** With a name of its own for a local, which holds in this part alone. */
export function withName(
  scope: Scope,
  local: Local,
  wanted: readonly string[],
  isWhole: boolean,
): { readonly name: string; readonly scope: Scope } {
  const isTaken = (name: string): boolean => scope.taken.has(name) || scope.bound.has(name);
  const [first = 'value'] = wanted;
  const name = wanted.find((each) => !isTaken(each)) ?? freeName(first, isTaken);
  const bound = { kind: 'piece', piece: piece(name), isWhole } as const;
  const within = withLocal(inner(scope), local, bound);
  return { name, scope: { ...within, bound: new Set([...scope.bound, name]) } };
}

export const INDEX_NAMES = ['i', 'j', 'k', 'l', 'r', 's'];
