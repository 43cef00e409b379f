// The environments that each math engine knows, and what each does with numbers: data only.

export interface Environment {
  /**
   * `single`: one number for all of it; `rows`: its rows are rows of the display; `inner`: it has rows
   * and columns, numbered from outside; `plain`: no rows of its own.
   */
  readonly shape: 'single' | 'rows' | 'inner' | 'plain';
  /** Whether `\\` and `&` divide it. */
  readonly divided: boolean;
  /** Whether tags and labels inside it are counted on their own. */
  readonly opensTags: boolean;
  /** Whether its rows take a number without a `\tag`. */
  readonly automatic: boolean;
  /** Whether `\tag` may stand in it. */
  readonly taggable: boolean;
  /** An equation structure, which must stand at the start of a formula. */
  readonly structure: boolean;
  /** Whether equation structures may stand in its cells. */
  readonly holdsStructures: boolean;
  /** What follows its `\begin{…}`: `r` an argument, `o` an optional one. */
  readonly args: string;
  /** Whether the numbers in it are parts of one: 3a, 3b. */
  readonly divides: boolean;
  /** MathJax opens its tags twice and closes them once: what is around it takes no number any more. */
  readonly leavesTagsOpen: boolean;
  /** MathJax 4 makes the formula a display, or an inline one, where it stands alone in it. */
  readonly display: boolean | null;
}

export type EnvironmentTable = ReadonlyMap<string, Environment>;

const single: Environment = {
  shape: 'single',
  divided: false,
  opensTags: true,
  automatic: true,
  taggable: true,
  structure: true,
  holdsStructures: false,
  args: '',
  divides: false,
  leavesTagsOpen: false,
  display: null,
};
const rows: Environment = { ...single, shape: 'rows', divided: true };
const multline: Environment = { ...single, divided: true };
const aligned: Environment = {
  shape: 'inner',
  divided: true,
  opensTags: true,
  automatic: false,
  taggable: false,
  structure: false,
  holdsStructures: false,
  args: '',
  divides: false,
  leavesTagsOpen: false,
  display: null,
};
const array: Environment = { ...aligned, opensTags: false };
const plain: Environment = { ...array, shape: 'plain', divided: false };

function starred(environment: Environment): Environment {
  return { ...environment, automatic: false };
}

/** MathJax lets no `\tag` stand in the starred forms of these. */
function closed(environment: Environment): Environment {
  return { ...environment, automatic: false, taggable: false };
}

type Entries = readonly (readonly [string, Environment])[];

const arrays: Entries = [
  ...['', 'p', 'b', 'B', 'v', 'V'].flatMap((fence): Entries => [
    [`${fence}matrix`, array],
    [`${fence}matrix*`, { ...array, args: 'o' }],
    [`${fence}smallmatrix`, array],
    [`${fence}smallmatrix*`, { ...array, args: 'o' }],
  ]),
  ...['cases', 'dcases', 'rcases', 'drcases'].flatMap((name): Entries => [
    [name, array],
    [`${name}*`, array],
  ]),
  ['array', { ...array, args: 'or' }],
  ['subarray', { ...array, args: 'r' }],
  ['crampedsubarray', { ...array, args: 'r' }],
  ['CD', array],
  ['prooftree', plain],
];

const alignedForms: Entries = [
  ['split', aligned],
  ['aligned', { ...aligned, args: 'o' }],
  ['gathered', { ...aligned, args: 'o' }],
  ['lgathered', { ...aligned, args: 'o' }],
  ['rgathered', { ...aligned, args: 'o' }],
  ['alignedat', { ...aligned, args: 'or' }],
];

const equations: Entries = [
  ['equation', single],
  ['equation*', starred(single)],
  ['eqnarray', rows],
  ['eqnarray*', starred(rows)],
  ['align', rows],
  ['align*', starred(rows)],
  ['alignat', { ...rows, args: 'r' }],
  ['alignat*', { ...starred(rows), args: 'r' }],
  ['gather', { ...rows, holdsStructures: true }],
  ['gather*', { ...starred(rows), holdsStructures: true }],
  ['multline', multline],
  ['multline*', starred(multline)],
];

const wide: Environment = { ...rows, leavesTagsOpen: true };

const wideEquations: Entries = [
  ['flalign', wide],
  ['flalign*', closed(wide)],
  ['xalignat', { ...wide, args: 'r' }],
  ['xalignat*', { ...closed(wide), args: 'r' }],
  ['xxalignat', { ...closed(wide), args: 'r' }],
];

const mathjaxForms: Entries = [
  ...equations,
  ...wideEquations,
  ...alignedForms,
  ...arrays,
  // Of the packages mathtools and cases.
  ['multlined', { ...multline, structure: false, args: 'oo' }],
  ['spreadlines', { ...plain, holdsStructures: true, args: 'r' }],
  ['numcases', { ...rows, args: 'r' }],
  ['subnumcases', { ...rows, args: 'r' }],
];

export const mathjax3Environments: EnvironmentTable = new Map(mathjaxForms);

export const mathjax4Environments: EnvironmentTable = new Map<string, Environment>([
  ...mathjaxForms,
  ['equation', { ...single, display: true }],
  ['equation*', { ...starred(single), display: true }],
  ['displaymath', { ...starred(single), display: true }],
  ['math', { ...starred(single), display: false }],
  ['spreadlines', { ...plain, structure: true, holdsStructures: true, args: 'r' }],
  ['darray', { ...array, args: 'or' }],
  ['indentalign', { ...plain, args: 'ooor' }],
]);

export const amsmathEnvironments: EnvironmentTable = new Map<string, Environment>([
  ...equations,
  ...alignedForms,
  ...arrays,
  ['flalign', rows],
  ['flalign*', starred(rows)],
  ['xalignat', { ...rows, args: 'r' }],
  ['xalignat*', { ...starred(rows), args: 'r' }],
  ['xxalignat', { ...closed(rows), args: 'r' }],
  ['displaymath', starred(single)],
  ['math', starred(single)],
  ['multlined', { ...aligned, args: 'oo' }],
  ['spreadlines', { ...plain, holdsStructures: true, args: 'r' }],
  ['numcases', { ...rows, args: 'r' }],
  ['subequations', { ...plain, holdsStructures: true, divides: true }],
]);

const katexRows: Environment = { ...rows, structure: true, holdsStructures: true };
const katexSingle: Environment = { ...single, holdsStructures: true };

/** KaTeX hands a tag inside these on to the row around them. */
const katexAligned: Entries = ['split', 'aligned', 'gathered'].map((name) => [name, array]);

const unknownToKatex = /^crampedsubarray$|^prooftree$|^.?smallmatrix\*?$|cases\*$/;

export const katexEnvironments: EnvironmentTable = new Map<string, Environment>([
  ...katexAligned,
  ['alignedat', { ...array, args: 'r' }],
  ...arrays.filter(([name]) => !unknownToKatex.test(name)),
  ['smallmatrix', array],
  ['array', { ...array, args: 'r' }],
  ['darray', { ...array, args: 'r' }],
  ['equation', katexSingle],
  ['equation*', starred(katexSingle)],
  ['align', katexRows],
  ['align*', starred(katexRows)],
  ['alignat', { ...katexRows, args: 'r' }],
  ['alignat*', { ...starred(katexRows), args: 'r' }],
  ['gather', katexRows],
  ['gather*', starred(katexRows)],
]);
