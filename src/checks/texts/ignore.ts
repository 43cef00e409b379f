// What findings say of comments that silence rules.

export const ignoreTexts = {
  'ignore.unknown-rule':
    'There is no rule “{code}”, so this comment does not silence it. Write the code of a finding; a reason stands behind a colon.',
  'ignore.unknown-rule.near':
    'There is no rule “{code}”, so this comment does not silence it. Did you mean “{near}”?',
} as const;
