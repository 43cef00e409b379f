// What findings say of formulas that compute.

export const evaluationTexts = {
  'eval.claim': '{source} does not hold: the left side is {value}, the right side is {expected}.',
  'eval.claim.check':
    '{source} does not hold at {binding}: the left side is {value}, the right side is {expected}.',
  'eval.claim.unequal': '{source} does not hold.',
  'eval.claim.stated': 'The value of {source} is {value}, not {expected}.',
  'eval.problem': '{problem}',
} as const;
