// eval.claim: a relation or a stated value of the post that does not hold.
import { resultsIn, type EvaluationResult } from '../evaluate/result.js';
import { describeResult } from '../evaluate/describe.js';
import { insertedFaultOf } from '../evaluate/messages/inserted.js';
import { type Message, message } from './messages.js';
import type { Finding, ResultRule } from './rule.js';

export const evaluatedClaim: ResultRule = {
  sees: 'results',
  code: 'eval.claim',
  severity: 'error',
  check(results, file) {
    return resultsIn(file, results)
      .filter((result) => result.verdict === 'fails')
      .map(finding);
  },
};

function finding(result: EvaluationResult): Finding {
  return {
    span: result.span,
    message: describe(result),
    ...(result.informative ? { severity: 'info' as const } : {}),
  };
}

function describe(result: EvaluationResult): Message {
  const { source, kind, counterexample } = result;
  const inserted = insertedFaultOf(result);
  // Evaluation has the words for it.
  if (inserted) return message('eval.problem', { ...inserted.data, problem: inserted.code });
  const { value, expected } = describeResult(result);
  if (counterexample !== null) {
    const { text: binding } = counterexample;
    return message('eval.claim.check', { source, binding, value, expected });
  }
  // Numbers that differ beyond what doubles hold look the same.
  if (expected === '' || value === expected) return message('eval.claim.unequal', { source });
  return message(kind === 'value' ? 'eval.claim.stated' : 'eval.claim', {
    source,
    value,
    expected,
  });
}
