// What cannot be written in Python: thrown while a program is written, never out of it.
import type { PYTHON_PROBLEMS } from '../messages/python.js';

export type PythonProblem = keyof typeof PYTHON_PROBLEMS;

/** A program that prints the value of a formula, or why there is none. */
export type Python =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: PythonProblem };

export class PythonRefusal extends Error {
  readonly problem: PythonProblem;

  constructor(problem: PythonProblem) {
    super(problem);
    this.problem = problem;
  }
}

export function cannotWrite(problem: PythonProblem): never {
  throw new PythonRefusal(problem);
}
