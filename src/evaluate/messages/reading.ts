// What can be said against what is written: its TeX, numbers, signs and ambiguities; see `messages.ts`.

export const READING_PROBLEMS = {
  'tex.syntax': 'This is not TeX that can be read: {detail}',
  'tex.alignment':
    '& lines up columns inside of an environment; write \\begin{aligned} … \\end{aligned} around the formula',
  'tex.too-long': 'This formula is longer than {detail} characters; shorten it',
  'tex.too-deep': 'This formula nests deeper than {detail} levels; take parts out into definitions',

  'limit.depth': 'This formula nests too deep; take parts out into definitions',
  'limit.nodes':
    'This formula grows too large when its names are put in; take parts out into definitions',
  'limit.steps': 'Stopped after {limit} steps; use a shorter range or fewer entries',
  'limit.bounds':
    'Where rounding counts, nothing rests on a value that took more than {limit} steps; use fewer entries',
  'limit.memory': 'Needs more than {limit} numbers at once; use fewer entries',

  'number.leading-zero':
    '{number} starts with a zero; write a decimal point, or {,} between thousands',
  'number.split':
    'A number is interrupted by space; write its digits together, or {,} between thousands',
  'number.comma': 'This can be one number or two; write 3.14 for a decimal, 1{,}000 for thousands',
  'number.exponent-notation':
    '{number} is a number only in a list of data; write a power of ten (2\\times10^{-3})',
  'number.exponent-upright':
    '{number} can be a number or a multiple of e; write a power of ten (2\\times10^{-3}), or put blanks around the sign',

  'syntax.operand-missing': 'Expected a number, a name or a group here',
  'syntax.unexpected': 'Did not expect {found} here',
  'syntax.semicolon':
    'Did not expect ; here; write commas between arguments, as in f(x,a,b), and write a matrix as an environment pmatrix',
  'syntax.space-separates':
    'A wide space stands between two formulas; put a comma between statements',
  'syntax.text-in-formula': 'The words “{text}” stand in the formula; put them outside of it',
  'syntax.script-without-base': 'Expected something before this index or exponent',
  'syntax.double-script': 'Two exponents or indices stand at one place; use parentheses',
  'syntax.mark-without-name': 'The mark {mark} makes a name only on a letter; put it on one',
  'syntax.accent-without-name': 'An accent makes a name only on a letter; put it on one letter',
  'syntax.subscript-of-number': 'A number has no entries; remove the subscript',
  'syntax.subscript-of-function': '{name} takes no subscript; only \\log has a base',
  'syntax.superscript-of-function':
    'Square the value instead: put the exponent behind the brackets',
  'substitution.ends':
    'This can be the difference of two values; write both: \\left.x^2\\right|_{x=1} - \\left.x^2\\right|_{x=0}',
  'substitution.unclear':
    'It is not said at which value of which symbol this is taken; write it below the bar: |_{x=1}',
  'syntax.sign-exponent':
    'Only the sign is an exponent here; put what belongs to it in braces: e^{-x}',
  'syntax.unclosed': '{open} is not closed; add its closing bracket',
  'syntax.unmatched': '{open} is closed by {close}; use a matching pair',
  'syntax.empty-group': 'Expected something between these brackets',
  'syntax.two-bars': 'Two bars stand in one group; keep one',
  'syntax.bar-in-group': 'The bar {bar} has a meaning only in a call of a function defined with it',
  'syntax.inner-product': 'An inner product takes two vectors: \\langle x, y\\rangle',
  'syntax.set-builder': 'Expected one element and its conditions: \\{i \\mid x_i > 0\\}',
  'syntax.count-of-no-set': '\\# counts a set; write \\#\\{i : x_i > 0\\}',
  'syntax.case-without-condition':
    'This case has no condition; write & x > 0, or & \\text{otherwise}',
  'syntax.otherwise-not-last': 'Cases follow “otherwise”; put it last',
  'syntax.ones-without-length': 'A vector of ones or zeros needs its length; write \\mathbf 1_n',
  'syntax.indicator-without-condition': 'An indicator needs a condition; write \\mathbf 1_{x>0}',

  'ambiguous.argument': 'Where the argument ends can be read in two ways; put it in parentheses',
  'ambiguous.factorial':
    '!= can be the end of a factorial or the sign ≠; write a blank behind the !, or \\ne',
  'ambiguous.remainder': 'What \\bmod applies to can be read in two ways; use parentheses',
  'ambiguous.number-after-factor':
    'The number {number} follows a factor without a sign; write \\cdot between them',
  'ambiguous.slash': 'a/bc can be read in two ways; use \\frac or parentheses',
  'ambiguous.mixed-number':
    '2\\frac12 can mean two and a half or two times one half; write + or \\cdot',
  'ambiguous.entry-power':
    'This can be an entry of a power or the power of an entry; write (A^{-1})_{12} or (A_{12})^{-1}',
  'ambiguous.row-or-entry':
    '{name}_{{index}} can be row {index} or an entry; write {name}_{{index},:} or {name}_{{row},{column}}',
  'ambiguous.function-power':
    '{name}^2(x) can mean a power or a repetition; write {name}(x)^2 for the power',

  'unsupported.construct':
    '{construct} is not computed yet; values of sums, products, extrema, norms, means, powers and functions are',
  'unsupported.statement': '{statement} is not supported yet; definitions, queries and claims are',
  'unsupported.dots':
    'These dots do not stand between two members that differ in one index; write a sum or product',
  'unsupported.complex':
    'i is not bound, and complex numbers are not computed; write \\cos and \\sin, or bind i',
  'unsupported.reference':
    'The label {label} is not in this post; to take the display of another one, write \\eqref{other-post.md#{label}}',

  'reference.no-post':
    'There is no post for {label} in this blog that can be read; write its path from this post, such as other-post.md#eq:x',
  'reference.no-label':
    'The post that {label} names has no display with that label; write one that it has behind #',

  'relation.unknown':
    'The relation {relation} is not computed; use =, <, >, \\le, \\ge or \\approx',

  'condition.not-a-relation': 'Expected a condition with <, >, =, \\le, \\ge, \\ne or \\in',
  'condition.relation':
    '{relation} cannot be a condition here; use <, >, =, \\le, \\ge, \\ne or \\in',
} as const;
