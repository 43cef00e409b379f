// eval.problem: a formula of a worksheet or a mark that could not be computed, and why.
import { message } from './messages.js';
import type { ResultRule } from './rule.js';

export const evaluationProblem: ResultRule = {
  sees: 'results',
  code: 'eval.problem',
  severity: 'warning',
  check(results, file) {
    const problems = results
      .filter((result) => !result.informative && !result.quiet)
      .flatMap((result) => result.problems)
      .filter((problem) => problem.file === file);
    // A definition in error is met by every line that rests on it.
    const byPlace = new Map(
      problems.map((problem) => {
        const { code, data, span } = problem;
        return [JSON.stringify([code, data, span.start, span.end]), problem];
      }),
    );
    return [...byPlace.values()].map((problem) => ({
      span: problem.span,
      message: message('eval.problem', { ...problem.data, problem: problem.code }),
    }));
  },
};
