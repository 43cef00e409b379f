// What can be said against a line of a worksheet, a table, a mark or a check; see `messages.ts`.

export const STATEMENT_PROBLEMS = {
  'statement.list': 'A number stands alone between commas; put a vector in brackets: [1, 2, 3]',
  'statement.unclosed': '{open} is not closed in this worksheet; add its closing bracket',
  'table.form':
    'A table is expressions and one or two finite sets; write table p^2,\\ p \\in \\{0.1, 0.5\\}',
  'table.cells': 'A table has at most {limit} cells, found {found}; take fewer elements',
  'table.cell': '{cause} (at {cell})',
  'mark.several-rows': 'A mark shows one value; put it behind a formula of one statement',
  'mark.no-expression':
    'No formula ends directly before this mark; move it there, or put an expression into it: <!--= S(x) -->',
  'mark.percent': '% starts a comment in this mark; write {number}\\% for a percentage',

  'check.undeclared':
    '{name} has neither a value nor a domain; declare it in a worksheet, as in {name} \\in \\mathbb{R}',
  'check.not-a-relation': 'A check is about a relation, as in \\|x\\|_2 \\le \\|x\\|_1',
  'check.proportional':
    'In what this is proportional is not said: leave one symbol open, or an index of a vector',
  'check.indices': 'More than two indices are left open here; bind them by a sum or a maximum',
} as const;
