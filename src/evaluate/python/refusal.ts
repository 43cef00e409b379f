// What cannot be written in Python: thrown while a program is written, never out of it.
import type { Span } from '../../core/text/span.js';
import type { PYTHON_PROBLEMS } from '../messages/python.js';

export type PythonProblemCode = keyof typeof PYTHON_PROBLEMS;

/** Plain data, with the part of the formula that it is about. */
export interface PythonProblem {
  readonly code: PythonProblemCode;
  readonly span: Span;
}

/** A program that prints the value of a formula, or why there is none. */
export type Python =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: PythonProblem };

export class PythonRefusal {
  readonly problem: PythonProblem;

  constructor(problem: PythonProblem) {
    this.problem = problem;
  }
}

export function cannotWrite(code: PythonProblemCode, span: Span): never {
  throw new PythonRefusal({ code, span });
}
