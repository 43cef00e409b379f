// eval.problem: a formula of a worksheet or a mark that could not be computed, and why.
import { message } from './messages.js';
import type { PostRule } from './rule.js';

export const evaluationProblem: PostRule = {
  sees: 'post',
  code: 'eval.problem',
  severity: 'warning',
  check({ results }) {
    return results
      .filter((result) => !result.informative && !result.quiet)
      .flatMap((result) => result.problems)
      .map((problem) => ({
        span: problem.span,
        message: message('eval.problem', { ...problem.data, problem: problem.code }),
      }));
  },
};
