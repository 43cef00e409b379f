// What findings say of TeX.

export const texTexts = {
  'tex.unclosed-brace':
    'A brace of this formula is not closed: readers see an error in place of it. Add the missing }.',
  'tex.extra-close':
    'This closes what is not open ({subject}): readers see an error in place of the formula. Remove it, or open it before.',
  'tex.unclosed-environment':
    'The environment {subject} is not closed within its formula: readers see an error in place of it. Add \\end{{subject}}.',
  'tex.unclosed-left':
    '\\left has no \\right in its group: readers see an error in place of the formula. Add \\right, with . for an invisible one.',
  'tex.missing-argument':
    '{subject} lacks an argument: readers see an error in place of the formula. Write it in braces.',
  'tex.double-superscript':
    'Two superscripts on one base: readers see an error in place of the formula. Group them with braces.',
  'tex.double-subscript':
    'Two subscripts on one base: readers see an error in place of the formula. Group them with braces.',
  'tex.misplaced-cell':
    'There are no columns here for & to divide: readers see an error in place of the formula. Use an environment with columns, such as align or split, or write \\& for the sign.',
  'tex.misplaced-middle':
    '\\middle has no \\left before it: readers see an error in place of the formula. Add \\left and \\right, or write the sign alone.',
  'tex.bad-delimiter':
    'What follows {subject} is no delimiter: readers see an error in place of the formula. Write one such as (, \\{, | or . for an invisible one.',
  'tex.unclosed.environment':
    '\\begin{{environment}} has no \\end{{environment}} before the end of the paragraph: readers see its source. Add \\end{{environment}}.',
  'tex.unclosed.dollars':
    'Nothing closes this $$ before the end of the paragraph: readers see the source of the formula. Add the closing $$.',
  'tex.unclosed.brace':
    'This brace is not closed, so that the formula finds no end: readers see its source, or an error. Add the missing }.',
  'tex.table-pipe': 'In a table \\| is a single bar: readers see |…| and no norm. Write \\Vert.',
  'tex.unsupported.command':
    'KaTeX does not know {subject}: readers see it in red, or an error in place of the formula. Say it by other commands, or define it as a macro.',
  'tex.unsupported.instead':
    'KaTeX does not know {subject}: readers see it in red, or an error in place of the formula. Use {instead}.',
  'tex.unsupported.environment':
    'The math engine does not know the environment {subject}: readers see an error in place of the formula. Use one that it knows, such as aligned, cases or array.',
} as const;
