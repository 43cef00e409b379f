// What findings say of formulas that compute.

export const evaluationTexts = {
  'eval.claim': '{source} does not hold: the left side is {value}, the right side is {expected}.',
  'eval.claim.check':
    '{source} does not hold at {binding}: the left side is {value}, the right side is {expected}.',
  'eval.claim.unequal': '{source} does not hold.',
  'eval.claim.stated': 'The value of {source} is {value}, not {expected}.',
  'eval.problem': '{problem}',
  'eval.worksheet.not-text':
    'This worksheet is not text in the encoding expected, which is UTF-8 unless set otherwise: neither it nor its post is evaluated. Save it as UTF-8.',
  'eval.worksheet.too-large':
    'This worksheet has {size} MB and the limit is {limit} MB: neither it nor its post is evaluated. Make it smaller, or raise the limit.',
  'eval.worksheet.unreadable':
    'This worksheet cannot be read ({reason}): neither it nor its post is evaluated. Make it readable, or remove it.',
  'eval.worksheet.no-file':
    'This is a link or no file at all, and such worksheets are not read: neither it nor its post is evaluated. Put the file itself here.',
  'eval.worksheet.no-post':
    'There is no post {post} beside this worksheet, so that nothing of it is evaluated. Name the worksheet after its post.',
} as const;
