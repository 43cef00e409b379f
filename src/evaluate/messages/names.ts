// What can be said against names, calls, and what sums and sets run over; see `messages.ts`.

export const NAME_PROBLEMS = {
  'name.unbound': '{name} is not bound; define it in a worksheet ({name} = …)',
  'name.unbound-vector':
    '{name} is not bound, so its index has nothing to run over; define it in a worksheet: {name} = [1, 2, 3]',
  'name.unbound-i':
    'i is not bound: it is no index here, and never √−1; bind it by a sum or define it',
  'name.unbound-size':
    'The size {name} is not known; write {name} = … or x \\in \\mathbb{R}^{name} in a worksheet',
  'name.unbound-identity':
    '{name} is not bound; write I for the identity of the size that fits, or give {size} a value',
  'name.running-mark':
    '{name} is one name, whatever {index} runs over; write {base}_{index} of a vector, or of the rows of a matrix',
  'name.index-after-sum':
    '{name} is used behind the sum that bound it; put the terms that belong to the sum in parentheses',
  'name.function-alone': '{name} is a function; write its argument: {name}(x)',
  'name.family-alone': '{name} is a family without a range; write a member with its index',
  'name.set-alone': '{name} is a set; a number or vector was expected',
  'name.no-such-member': '{name} is no member of a family that is defined; define it',
  'name.in-error': '{name} is defined here, and its definition has a problem',
  'name.both-letters':
    '{name} is bound both bold and plain here; write one of them throughout, also where it is given its value',

  'call.unbound':
    '{name} is not bound before these parentheses: a call or a product? Define {name}',
  'call.display':
    'The display on line {line} defines {name}; take its definitions in a worksheet: \\eqref{{label}}',
  'call.display-without-label':
    'The display on line {line} defines {name}; give it a \\label, and write \\eqref with that label in a worksheet',
  'call.unknown-word':
    '{name} is not a known function; define it in a worksheet: \\operatorname{{name}}(x) = …',
  'call.missing-bar':
    'Expected two arguments of {name} with bars between them, found a comma; write {name}(p{bar}q)',
  'call.vector':
    '{name} is no function and no number, so it cannot stand before parentheses; write \\odot for a product by entries',
  'call.arguments':
    'Expected {expected} arguments of {name}, found {found}; separate them as in its definition',
  'call.vector-argument':
    '{name} takes one argument, found {found}; for a vector write {name}([…]) with brackets',
  'call.bar':
    '{name} is not defined with this bar ({bar}); write its arguments as in the definition',

  'library.arguments': '{name} of the library takes other arguments; write them as in {call}',
  'library.problem': 'In {function} of the library: {cause}',

  'function.arguments': 'Expected one argument of {name}, found {found}; write {name}(x) for each',
  'function.inverse': '{name}^{-1} can mean an inverse or a reciprocal; write the one you mean',
  'function.power': 'This power of {name} can mean several things; put it behind the parentheses',

  'binder.no-index': 'Expected an index below: \\sum_{i=1}^n',
  'binder.no-range':
    'The range of {index} is not known: it stands on no vector; write its ends, as in \\sum_{i=1}^n',
  'binder.no-end': 'This range has no upper end; write \\sum_{i=1}^n, or \\sum_i over a vector',
  'binder.captured': '{index} is bound outside and cannot be bound again here; use another letter',
  'binder.nothing-to-bind':
    'All names below are bound already, so nothing is left to run over; use other letters',
  'binder.several-with-end': 'Several indices with one upper end; write one sum for each',
  'binder.several-open': '{first} and {second} are both open here; name the one to run over below',
  'binder.several-arguments': 'Only one index can be run over here; name one',
  'binder.unclear':
    'Cannot tell which index runs over what; write i=1 below and n above, or i\\in\\{1,2\\}',
  'binder.infinite-set': 'This set cannot be run over; write a finite one such as \\{1,3\\}',
  'binder.not-whole': 'A range runs over whole numbers, found the end {found}',

  'set.unbound': 'The set {name} is not bound; define it ({name} = \\{1,3\\})',
  'set.expected': 'Expected a set here; write \\{1,3\\}, [0,1] or [n]',
  'set.builder-here': 'A set by its condition cannot stand here; list its elements',
  'set.count-range': 'Write the number of these elements directly',
  'set.element-unknown': 'The elements of a set are numbers that are known; write them out',
  'set.nothing-open':
    'Nothing in this set is left open to run over; use an index that is not bound',
} as const;
