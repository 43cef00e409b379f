// What can be said against the statements of a worksheet, its checks and its marks; see `messages.ts`.

export const WORKSHEET_PROBLEMS = {
  'definition.circle': '{name} is defined by itself; break the circle',
  'definition.own-name':
    '{name} is defined by itself here; where the usual meaning is meant, write {meant}',
  'definition.left-side':
    'The left side of a definition is a name, an entry of a family or a call with names; found something else',
  'definition.family-of-array':
    '{name} is a vector already; for a claim about it write {name} = [ … ]',
  'definition.set': 'A set of numbers was expected on the right side',
  'definition.differential':
    'An upright d is the sign of a differential and cannot be defined; write it in italics: d',
  'definition.parameter': 'A parameter is one name, and each name once',

  'domain.outside': '{name} = {value} is outside of its domain; correct the value or the domain',
  'domain.axes': '{name} has not as many axes as its domain; correct one of them',
  'domain.unclear':
    'This domain is not understood; write x \\in \\mathbb{R}^n, p \\in \\Delta^{n-1} or t > 0',
  'domain.shared-bounds':
    'Each of these names can have one bound or both; write 0 < a < 1, 0 < b < 1, or the name first: a > 0, b < 1',
  'domain.size': '{name} is declared with {expected} entries and has {found}',

  'setting.unknown': 'The setting {name} is not known; there are log, index, digits and seed',
  'setting.value': '{name} cannot be set to {value}; write one of {expected}',

  'statement.list': 'A number stands alone between commas; put a vector in brackets: [1, 2, 3]',
  'statement.unclosed': '{open} is not closed in this worksheet; add its closing bracket',

  'table.form':
    'A table is expressions and one or two finite sets; write table p^2,\\ p \\in \\{0.1, 0.5\\}',
  'table.cells': 'A table has at most {limit} cells, found {found}; take fewer elements',
  'table.cell': '{cause} (at {cell})',

  'query.range':
    'A range behind a formula begins at the first index, and the formula is one number at each; write S(A_i),\\ i \\in 1..n',
  'plot.form':
    'A plot is curves and the interval or set that they run over, or vectors alone; write plot t^2,\\ t \\in [0,1]',
  'plot.axes': 'The axes of a plot are set by [log x], [log y] or [log x, log y]',
  'plot.interval':
    '{name} runs over an interval with two finite ends, the smaller one first; write {name} \\in [0,1]',
  'plot.log': 'A logarithmic axis begins above 0; take a greater beginning, or leave out log x',
  'plot.number': 'A curve has one number at each place, found {found}; plot its entries one by one',
  'plot.vector':
    'A plot without an interval shows the entries of a vector; say where it runs, as in t \\in [0,1]',
  'plot.points': 'At most {limit} points can be shown, found {found}; take fewer',
  'plot.curves': 'At most {limit} curves can be shown, found {found}; take fewer elements',
  'plot.nothing':
    'There is no finite value to show here; take another interval, or leave out log y',
  'slide.form':
    'A slider is one name and what it runs over; write slide \\gamma \\in [0,1], or slide \\gamma = 0.5 \\in [0,1] to begin at 0.5',
  'slide.range':
    '{name} slides over an interval with two finite ends, the smaller one first, or over a set of at most {most} numbers; write slide {name} \\in [0,1]',
  'slide.start':
    'A slider begins at a value that it can take; take one of what {name} runs over, or leave it out for the middle',
  'slide.bound': '{name} has a value already, by {definition}; take one of the two lines out',
  'histogram.form':
    'A histogram is of one vector or matrix, or of an expression over finite sets; write histogram x',
  'histogram.finite': 'A histogram is of one or more finite numbers; leave out what is infinite',
  'heat.form':
    'A heat map is of one matrix, or of one expression over two sets or intervals; write heat xy,\\ x \\in [0,1],\\ y \\in [0,1]',

  'mark.several-rows': 'A mark shows one value; put it behind a formula of one statement',
  'mark.no-expression':
    'No formula ends directly before this mark; move it there, or put an expression into it: <!--= S(x) -->',
  'mark.rests-on': 'No value here: what it rests on has a problem, {definition}',
  'mark.percent': '% starts a comment in this mark; write {number}\\% for a percentage',

  'check.undeclared':
    '{name} has neither a value nor a domain; declare it in a worksheet, as in {name} \\in \\mathbb{R}',
  'check.not-a-relation': 'A check is about a relation, as in \\|x\\|_2 \\le \\|x\\|_1',
  'check.no-display':
    'No display ends on this line before the comment, nor begins on the next; move it behind the display that it is about',
  'check.proportional':
    'In what this is proportional is not said: leave one symbol open, or an index of a vector',
  'check.indices': 'More than two indices are left open here; bind them by a sum or a maximum',

  'claim.relation':
    '{relation} is no relation that can be checked; use =, <, >, \\le, \\ge, \\ne or \\approx',
  'claim.range': 'A claim is made of all indices, not of some; write it for each of these: p_1 = …',
  'claim.shapes-differ': 'The two sides have different shapes: {left} and {right}',
} as const;
