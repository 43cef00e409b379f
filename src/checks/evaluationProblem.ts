// eval.problem: a formula of a worksheet or a mark that could not be computed, and why.
import { message } from './messages.js';
import type { ResultRule } from './rule.js';

export const evaluationProblem: ResultRule = {
  sees: 'results',
  code: 'eval.problem',
  severity: 'warning',
  check(results, file) {
    return results
      .filter((result) => !result.informative && !result.quiet)
      .flatMap((result) => result.problems)
      .filter((problem) => problem.file === file)
      .map((problem) => ({
        span: problem.span,
        message: message('eval.problem', { ...problem.data, problem: problem.code }),
      }));
  },
};
