// What can be said against derivatives, integrals, limits, searches, sequences, solutions and series; see `messages.ts`.

export const CALCULUS_PROBLEMS = {
  'derivative.variable':
    'Cannot tell what this is the derivative by; write one name below, as in \\frac{dL}{dp}',
  'derivative.by-what':
    'Cannot tell what this is the derivative by; write it below the sign: \\nabla_x',
  'derivative.order':
    'The order above is {above} and below {below}; write them alike, as in \\frac{d^2 f}{dx^2}',
  'derivative.shapes':
    'The derivative of {value} by {variable} has too many axes; take it of one entry',
  'derivative.entries':
    '{name} of a vector may be taken entry by entry, or be a matrix; write \\nabla_x for the matrix, or an index for entries',
  'derivative.kink':
    'Two branches meet at this point, and with them two slopes may; take the derivative beside it',
  'derivative.of-step': 'There is no derivative at a jump; take it beside the jump',
  'derivative.of-whole':
    'A whole number is needed here, and it cannot vary; take the derivative by something else',
  'derivative.of-method':
    'How a limit, a solution, a series or a place of an extremum changes is not computed; take the derivative of what stands inside',
  'derivative.none': 'There is no finite derivative at this point; take it beside the point',
  'derivative.multiple-eigenvalue':
    'Eigenvalues or singular values that are equal, or too close to tell apart, have no derivative',
  'derivative.second-of-eigenvalue':
    'Of eigenvalues, singular values and roots of matrices only first derivatives are computed',
  'derivative.singular':
    'The derivative of a determinant near 0 is hidden by rounding; take it beside this place',

  'integral.ends':
    'The range of this integral is not given; write \\int_a^b, or \\int_{\\mathbb{R}}',
  'integral.differential':
    'This integral does not end; close it with d and its variable, as in \\int_0^1 x\\,dx',
  'integral.bound-d':
    'd is bound here and stands in this integral too; write its differential upright: \\mathrm{d}{variable}',
  'integral.nothing-seen':
    'Nothing but numbers too small to hold was met in this range, and a narrow peak may lie between; cut the range around it',
  'integral.unsettled':
    'Two methods do not agree on this integral; it may diverge, or jump: cut its range',

  'approach.where':
    'Where this limit is taken is not clear; write \\lim_{x\\to a} or \\lim_{n\\to\\infty}',
  'approach.sides':
    'The limits from the two sides differ, {left} from below and {right} from above; write x\\to a^- or x\\to a^+',
  'approach.unsettled':
    'Two sequences of places do not agree on this limit; it may not exist, or be reached too slowly',

  'search.unbounded': 'This has no bound: it grows without end towards {place}; take a smaller set',
  'search.not-attained':
    'This is reached at no point: it comes near {value} towards {place}; write \\sup or \\inf',
  'search.unsettled':
    'Two searches do not agree on this; it may be too narrow, jump or rise too slowly: take a smaller set',
  'search.level': 'This is as great on a whole range, so that it has no one place; take its value',

  'sequence.no-start':
    'The sequence {name} has no first member; write {name}_0 = … beside {name}_{{index}+1} = …',
  'sequence.index': 'The sequence starts at {first} and counts by whole numbers, found {found}',

  'solution.no-start': '{name} has no value to start from; write {name}(0) = … beside its equation',
  'solution.two-starts': 'The start of {name} is at another time; give all of them at one time',
  'solution.two-times': '{name} is derived by another letter; write one for the whole system',
  'solution.stops':
    'This solution cannot be followed beyond {time}: it grows without end there, or is too stiff; stay on this side',
  'solution.not-followed':
    'Between which values this right side lies on the way is not known, so that a narrow peak may be missed; write it without what is searched for, solved or decomposed',
  'solution.not-unique':
    'More than one solution may pass {time}: there the right side changes without bound beside the unknown; start from another value, or stay on this side',
  'solution.unsettled': 'Two methods do not agree on this solution at {time}; ask at a nearer time',

  'series.no-bound':
    'No bound on the rest of this sum was found; it may diverge, or fall too slowly: write its upper end',
  'series.of-arrays': 'Sums without end are computed of numbers, found {found}; take an entry',
} as const;
