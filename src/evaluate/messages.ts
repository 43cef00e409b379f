// What evaluation can say, by code: the English text with its data in braces. Other languages translate by code.
import { LAW_PROBLEMS } from './lawMessages.js';
import type { EvaluationNote, EvaluationProblem } from './result.js';
import type { Span } from '../core/text/span.js';
import { NOTES } from './notes.js';
import { STATEMENT_PROBLEMS } from './statementMessages.js';

/** Each names the thing, what was expected, what was found, and one fix where there is one. */
const PROBLEMS = {
  'tex.syntax': 'This is not TeX that can be read: {detail}',
  'tex.too-long': 'This formula is longer than {detail} characters; shorten it',
  'tex.too-deep': 'This formula nests deeper than {detail} levels; take parts out into definitions',

  'limit.depth': 'This formula nests too deep; take parts out into definitions',
  'limit.nodes':
    'This formula grows too large when its names are put in; take parts out into definitions',
  'limit.steps': 'Stopped after {limit} steps; use a shorter range or fewer entries',
  'limit.memory': 'Needs more than {limit} numbers at once; use fewer entries',

  'number.leading-zero':
    '{number} starts with a zero; write a decimal point, or {,} between thousands',
  'number.split':
    'A number is interrupted by space; write its digits together, or {,} between thousands',
  'number.comma': 'This can be one number or two; write 3.14 for a decimal, 1{,}000 for thousands',
  'number.exponent-notation':
    '{number} is a number only in a list of data; write a power of ten (2\\times10^{-3})',

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
  'ambiguous.remainder': 'What \\bmod applies to can be read in two ways; use parentheses',
  'ambiguous.number-after-factor':
    'The number {number} follows a factor without a sign; write \\cdot between them',
  'ambiguous.slash': 'a/bc can be read in two ways; use \\frac or parentheses',
  'ambiguous.mixed-number':
    '2\\frac12 can mean two and a half or two times one half; write + or \\cdot',
  'ambiguous.entry-power':
    'This can be an entry of a power or the power of an entry; write (A^{-1})_{12} or (A_{12})^{-1}',
  'ambiguous.function-power':
    '{name}^2(x) can mean a power or a repetition; write {name}(x)^2 for the power',

  'unsupported.construct':
    '{construct} is not computed yet; values of sums, products, extrema, norms, means, powers and functions are',
  'unsupported.statement': '{statement} is not supported yet; definitions, queries and claims are',
  'unsupported.factorial': 'Factorials are not computed yet; write n! as \\prod_{k=1}^{n} k',
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

  'name.unbound': '{name} is not bound; define it in a worksheet ({name} = …)',
  'name.unbound-vector':
    '{name} is not bound, so its index has nothing to run over; define it in a worksheet: {name} = [1, 2, 3]',
  'name.unbound-i':
    'i is not bound: it is no index here, and never √−1; bind it by a sum or define it',
  'name.unbound-size':
    'The size {name} is not known; write {name} = … or x \\in \\mathbb{R}^{name} in a worksheet',
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
  'solution.unsettled': 'Two methods do not agree on this solution at {time}; ask at a nearer time',

  'series.no-bound':
    'No bound on the rest of this sum was found; it may diverge, or fall too slowly: write its upper end',
  'series.of-arrays': 'Sums without end are computed of numbers, found {found}; take an entry',

  'condition.not-a-relation': 'Expected a condition with <, >, =, \\le, \\ge, \\ne or \\in',
  'condition.relation':
    '{relation} cannot be a condition here; use <, >, =, \\le, \\ge, \\ne or \\in',
  'relation.unknown':
    'The relation {relation} is not computed; use =, <, >, \\le, \\ge or \\approx',

  'shape.number-expected': 'Expected a number here, found {found}; take an entry or a norm',
  'shape.vector-expected': 'Expected a vector as argument, found {found}',
  'shape.square-expected': 'Expected a square matrix, found {found}',
  'shape.lengths-differ':
    '{index} runs over arrays of different lengths, {expected} and {found}; give them one length',
  'shape.size-differs':
    '{name} would be both {expected} and {found}; use two names for two lengths',
  'shape.shapes-differ': 'These do not fit together: {expected} and {found}',
  'shape.product-of-vectors':
    'A product of two vectors can mean several things; write \\odot, x^\\top y or \\langle x,y\\rangle',
  'shape.product-sign':
    'This sign is not a product of matrices; leave it out, or write \\odot for entries',
  'shape.quotient-of-arrays':
    'A quotient of {left} and {right} is not defined; divide entry by entry with an index',
  'shape.power-of-vectors': 'A vector to the power of a vector is not defined; use an index',
  'shape.power-of-matrix':
    'Of a matrix whole powers and powers of A^{1/2} are computed; write one of these',
  'shape.function-of-matrix':
    'This can be a function of the matrix or of each entry; write A^{1/2} for the root, or an index for entries',
  'shape.matrix-expected': 'Expected a matrix, found {found}',
  'shape.inverse-of-vector':
    'A vector has no inverse; use an index for the inverses of its entries',
  'shape.transpose-of-number': 'A number cannot be transposed; remove the sign',
  'shape.positive-part-of-matrix':
    'A^+ of a matrix may be its pseudo-inverse or its positive entries; write \\operatorname{pinv}(A) for the first',
  'shape.number-plus-matrix':
    'A number is not added to a matrix ({found}); write it with \\mathbf 1 or as a matrix',
  'shape.ragged': 'Rows of different lengths; fill them up',
  'shape.rows-of-names': 'Rows of a matrix are lists of numbers; write them out',
  'shape.too-deep': 'Arrays have at most two axes',
  'shape.length-unknown': 'This length is not known before computing; write a number or a size',
  'shape.length-invalid': '{found} is not a length; write a whole number from 0',

  'shape.size-open':
    'The size of {name} does not follow from what it stands beside; write it below: {name}_n',
  'shape.kronecker':
    'Expected two vectors or two matrices around \\otimes, found {left} and {right}',

  'matrix.singular':
    'This matrix has no inverse, its determinant is 0; write \\operatorname{pinv}(A) for its pseudo-inverse',
  'matrix.unsure':
    'Rounding hides whether this matrix has an inverse; write its entries as exact decimals',
  'matrix.rank-unsure':
    'Rounding hides the rank of this matrix; write its entries as exact decimals',
  'matrix.eigenvalues':
    'The eigenvalues of this matrix are not real, or too close to each other to tell; only real ones are computed',
  'matrix.singular-values': 'These singular values are too large or too small to compute',
  'matrix.not-symmetric':
    'The root of a matrix needs a symmetric one, and this is not; there A^{1/2} can mean several matrices',
  'matrix.not-positive': 'This matrix has a negative eigenvalue, so it has no real root A^{1/2}',
  'matrix.positive-unsure':
    'Rounding hides whether this matrix has a negative eigenvalue, and with it whether it has a root',

  'index.of-number':
    '{name}: a number has no entries, and {name} is not bound by itself; define it',
  'index.too-many': '{name} has more indices than {shape}; leave one out',
  'index.unclear': 'This index cannot be read; write a number or a letter',
  'index.zero':
    'Index {index} is before the first, {first}; write set index 0 if indices start at 0',
  'index.out-of-range': 'Index {index} is out of range; the entries go from {first} to {last}',

  'norm.of-number': 'A norm of a number; write |x| for the absolute value',
  'norm.of-vector': 'This norm is one of matrices, found {shape}; give the order of a vector norm',
  'norm.bars-of-matrix':
    'Bars around a matrix can mean several things; write \\det A for the determinant, or \\|A\\|_F for a norm',
  'norm.matrix-unnamed': 'A norm of a matrix needs its kind; write \\|A\\|_F or \\|A\\|_2',
  'norm.matrix-unsupported':
    'Of the norms of a matrix those with F, *, 1, 2 and \\infty below are computed; write one of these',
  'norm.inner-of-numbers': 'An inner product takes two vectors, found two numbers',
  'norm.no-vector':
    '{name} is the norm of the only vector that is given, and none is; write \\|x\\|_p',
  'norm.several-vectors':
    'Which vector has this norm? {names} are given; write \\|x\\|_p for the one you mean',

  'set.unbound': 'The set {name} is not bound; define it ({name} = \\{1,3\\})',
  'set.expected': 'Expected a set here; write \\{1,3\\}, [0,1] or [n]',
  'set.builder-here': 'A set by its condition cannot stand here; list its elements',
  'set.count-range': 'Write the number of these elements directly',
  'set.element-unknown': 'The elements of a set are numbers that are known; write them out',
  'set.nothing-open':
    'Nothing in this set is left open to run over; use an index that is not bound',

  'value.tuple':
    'Several values stand where one was expected; a vector stands after = or as an argument',
  'value.set': 'A set stands where a number or vector was expected',
  'value.relation':
    'A relation stands where a number was expected; write \\mathbf 1_{x>0} for 1 or 0',
  'value.undefined': 'This has no value: {operation}',
  'value.overflow': 'This is greater than the largest number that can be computed, about 1.8e308',
  'value.underflow':
    'This rests on a number closer to 0 than the smallest that can be computed, about 4.9e-324; simplify it first, as \\log e^{x} to x',
  'value.hidden-zero':
    'Rounding hides whether this applies to 0 (±{error}), so its value is not known; rewrite it without a difference of nearly equal numbers',
  'value.unsure':
    'Rounding hides on which side of a jump or condition this number lies; write it as exact decimals, or move the bound',
  'value.uncertain':
    'Rounding leaves no digit of this value certain (±{error}); rewrite it without a difference of nearly equal numbers',
  'value.zero-times-infinity':
    '0 · ∞ has no value but in p\\log p and p\\log\\frac pq; leave these terms out, as in \\sum_{i: p_i>0}',
  'value.division-by-zero': 'This divides by zero; exclude that case',
  'value.logarithm-of-negative':
    'The logarithm of {argument}, a negative number, has no value; exclude that case',
  'value.root-of-negative':
    'The root of {argument}, a negative number, has no value; write \\sqrt[3]{x} for odd roots',
  'value.power-of-negative':
    'A negative number ({argument}) to the power {exponent} has no value; write \\sqrt[3]{x} for odd roots',
  'value.outside-function': '{argument} is outside the domain of this function',
  'value.no-case': 'No case holds here; add & \\text{otherwise}',
  'value.empty-extremum': 'This runs over nothing, so it has no greatest or least value',

  'function.arguments': 'Expected one argument of {name}, found {found}; write {name}(x) for each',
  'function.inverse': '{name}^{-1} can mean an inverse or a reciprocal; write the one you mean',
  'function.power': 'This power of {name} can mean several things; put it behind the parentheses',
  'extremum.of-number': '\\{operator} of one number; list several, or give an index',

  'statistic.no-data':
    'A mean needs data to run over: a vector, or a vector with an index that is left open',
  'statistic.two-ways': 'Both a whole vector and an open index stand here; use one of them',
  'statistic.of-matrix': 'The variance of a matrix is not computed; take one column',
  'statistic.two-arguments': 'A covariance takes two vectors: \\operatorname{Cov}(x,y)',

  ...LAW_PROBLEMS,

  'definition.circle': '{name} is defined by itself; break the circle',
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
  'domain.size': '{name} is declared with {expected} entries and has {found}',

  'setting.unknown': 'The setting {name} is not known; there are log, index, digits and seed',
  'setting.value': '{name} cannot be set to {value}; write one of {expected}',

  ...STATEMENT_PROBLEMS,
  'claim.relation':
    '{relation} is no relation that can be checked; use =, <, >, \\le, \\ge, \\ne or \\approx',
  'claim.shapes-differ': 'The two sides have different shapes: {left} and {right}',
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

export interface Problem {
  readonly code: ProblemCode;
  readonly span: Span;
  readonly data: Readonly<Record<string, string>>;
}

/** A refusal is an error object; what travels is plain data. */
export function problemOf({ code, span, data }: Problem): EvaluationProblem {
  return { file: 'post', code, span, data };
}

/** The codes and their English texts, for translations and their test. */
export const EVALUATION_MESSAGES: Readonly<Record<string, string>> = { ...PROBLEMS, ...NOTES };

/** The text of a problem or note; `translations` leads from an English template to another. */
export function evaluationText(
  code: string,
  data: Readonly<Record<string, string>>,
  translations: Readonly<Record<string, string>> = {},
): string {
  const template = EVALUATION_MESSAGES[code] ?? code;
  const { cause, ...rest } = data;
  // One problem may say where another one is met.
  const filled =
    cause === undefined ? data : { ...data, cause: evaluationText(cause, rest, translations) };
  return fill(translations[template] ?? template, filled);
}

/** The notes of a result as one line, `''` without any. */
export function notesText(
  notes: readonly EvaluationNote[],
  translations: Readonly<Record<string, string>> = {},
): string {
  return notes.map(({ code, data }) => evaluationText(code, data, translations)).join('; ');
}

function fill(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-z]+)\}/g, (whole, key: string) => data[key] ?? whole);
}
