// False neighbours of true statements: one thing changed, and a point in plain doubles at which it fails.
import { drawPoint, chanceFrom, type Declared } from './domains.js';
import type { Sign, Statement, Term } from './language.js';
import { slackOf, type Environment } from './plainValue.js';

export interface Mutant {
  readonly rule: string;
  readonly statement: Statement;
  readonly witness: Environment;
}

interface Change {
  readonly rule: string;
  readonly term: Term;
}

/** At most so many for each statement, of as many rules as there are. */
export function mutantsOf(
  statement: Statement,
  declared: readonly Declared[],
  most: number,
): readonly Mutant[] {
  const byRule = new Map<string, Mutant[]>();
  for (const { rule, statement: changed } of changedStatements(statement, declared)) {
    const witness = witnessAgainst(changed, declared);
    if (witness === null) continue;
    byRule.set(rule, [...(byRule.get(rule) ?? []), { rule, statement: changed, witness }]);
  }
  const chosen: Mutant[] = [];
  for (let round = 0; chosen.length < most; round++) {
    const next = [...byRule.values()].flatMap((mutants) => mutants.slice(round, round + 1));
    if (next.length === 0) break;
    chosen.push(...next);
  }
  return chosen.slice(0, most);
}

const TRIALS = 400;
/** Relative to the sides: far more than rounding makes. */
const CLEARLY = 1e-5;

/** A point at which a statement fails, `null` where none is found. */
export function witnessAgainst(
  statement: Statement,
  declared: readonly Declared[],
): Environment | null {
  const chance = chanceFrom(20_240_101);
  for (let trial = 0; trial < TRIALS; trial++) {
    const point = drawPoint(declared, chance);
    const slack = slackOf(statement, point);
    if (slack < -CLEARLY) return point;
  }
  return null;
}

const TURNED: Partial<Record<Sign, Sign>> = { '<=': '>=', '>=': '<=', '<': '>', '>': '<' };

function changedStatements(
  { left, sign, right }: Statement,
  declared: readonly Declared[],
): readonly { readonly rule: string; readonly statement: Statement }[] {
  const turned = TURNED[sign];
  return [
    ...(turned === undefined
      ? []
      : [{ rule: 'relation', statement: { left, sign: turned, right } }]),
    ...changes(left, declared).map(({ rule, term }) => ({
      rule,
      statement: { left: term, sign, right },
    })),
    ...changes(right, declared).map(({ rule, term }) => ({
      rule,
      statement: { left, sign, right: term },
    })),
  ];
}

/** All terms that differ in one place. */
function changes(term: Term, declared: readonly Declared[]): readonly Change[] {
  return [...ownChanges(term, declared), ...innerChanges(term, declared)];
}

function innerChanges(term: Term, declared: readonly Declared[]): readonly Change[] {
  switch (term.kind) {
    case 'negate':
      return changes(term.body, declared).map(({ rule, term: body }) => ({
        rule,
        term: { ...term, body },
      }));
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'power':
      return [
        ...changes(term.left, declared).map(({ rule, term: left }) => ({
          rule,
          term: { ...term, left },
        })),
        ...changes(term.right, declared).map(({ rule, term: right }) => ({
          rule,
          term: { ...term, right },
        })),
      ];
    case 'call':
      return term.operands.flatMap((operand, at) =>
        isBound(term.name, at)
          ? []
          : changes(operand, declared).map(({ rule, term: inner }) => ({
              rule,
              term: {
                ...term,
                operands: term.operands.map((own, place) => (place === at ? inner : own)),
              },
            })),
      );
    default:
      return [];
  }
}

const BINDERS = new Set(['sum', 'prod', 'maxof', 'minof', 'sumc']);

/** Places of operands that are no names. */
const FREE_PLACES: Readonly<Record<string, readonly number[]>> = {
  diff: [0],
  diff2: [0],
  grad: [0],
  part: [0],
  int: [3],
  lim: [2],
  series: [2],
  EX: [1, 2],
  VarX: [1, 2],
  rec: [1, 2],
  ivp: [1, 2],
  argmin: [1],
  minover: [1],
};

/** The index and the end of a sum are changed by rules of their own. */
function isBound(name: string, at: number): boolean {
  const free = FREE_PLACES[name];
  return free === undefined ? BINDERS.has(name) && at !== 2 : !free.includes(at);
}

const ONE: Term = { kind: 'number', value: 1, text: '1' };
const TWO: Term = { kind: 'number', value: 2, text: '2' };

function ownChanges(term: Term, declared: readonly Declared[]): readonly Change[] {
  switch (term.kind) {
    case 'number':
      return [{ rule: 'factor', term: numberTerm(term.value === 1 ? 2 : term.value + 1) }];
    case 'negate':
      return [{ rule: 'sign', term: term.body }];
    case 'add':
      return [
        { rule: 'sign', term: { ...term, kind: 'subtract' } },
        { rule: 'term', term: term.left },
        { rule: 'term', term: term.right },
      ];
    case 'subtract':
      return [
        { rule: 'sign', term: { ...term, kind: 'add' } },
        { rule: 'term', term: term.left },
        ...(isComplement(term) ? [{ rule: 'complement', term: term.right }] : []),
      ];
    case 'multiply':
      return [
        { rule: 'factor', term: term.left },
        { rule: 'factor', term: term.right },
        { rule: 'order', term: { ...term, left: term.right, right: term.left } },
      ];
    case 'divide':
      return [{ rule: 'factor', term: term.left }];
    case 'power':
      return [{ rule: 'square', term: term.left }];
    case 'name':
      return nameChanges(term.name, declared);
    case 'index':
      return [{ rule: 'index', term: { ...term, indices: term.indices.map(() => ONE) } }];
    case 'call':
      return callChanges(term);
  }
}

function isComplement({ left }: Extract<Term, { left: Term }>): boolean {
  return left.kind === 'number' && left.value === 1;
}

function numberTerm(value: number): Term {
  return { kind: 'number', value, text: String(value) };
}

function nameChanges(name: string, declared: readonly Declared[]): readonly Change[] {
  const own: Term = { kind: 'name', name };
  if (name === 'n' || name === 'k')
    return [
      { rule: 'size', term: { kind: 'subtract', left: own, right: ONE } },
      { rule: 'size', term: { kind: 'add', left: own, right: ONE } },
    ];
  const among = declared.find(({ names }) => names.includes(name));
  if (among === undefined) return [];
  const other = among.names.find((each) => each !== name);
  const swapped: readonly Change[] =
    other === undefined ? [] : [{ rule: 'symbol', term: { kind: 'name', name: other } }];
  if (!['01', '[01]'].includes(among.kind)) return swapped;
  return [...swapped, { rule: 'complement', term: { kind: 'subtract', left: ONE, right: own } }];
}

const OTHER_FUNCTION: Readonly<Record<string, readonly string[]>> = {
  norm: ['norm1', 'norminf'],
  norm1: ['norm', 'norminf'],
  norminf: ['norm', 'norm1'],
  log: ['log2'],
  log2: ['log'],
  sin: ['cos'],
  cos: ['sin'],
  max: ['min'],
  min: ['max'],
  maxof: ['minof'],
  minof: ['maxof'],
  sinh: ['cosh'],
  cosh: ['sinh'],
  floor: ['ceil'],
  ceil: ['floor'],
  op: ['normF', 'nuc'],
  nuc: ['op', 'normF'],
  normF: ['op'],
  lmax: ['lmin'],
  lmin: ['lmax'],
  diff2: ['diff'],
  argmin: ['minover'],
  minover: ['argmin'],
  laplace: ['normal'],
};

const ROOTS = new Set(['sqrt', 'T', 'abs', 'exp', 'log', 'pos', 'inv', 'diff', 'softmax']);
const TURNED_PAIRS = new Set(['KL', 'KLX', 'kron', 'outer', 'mod']);
const ROOT_RULES: Readonly<Record<string, string>> = {
  T: 'transpose',
  inv: 'inverse',
  diff: 'derivative',
  softmax: 'function',
};
const SQUARED = new Set(['norm', 'norm1', 'norminf', 'normF', 'dot', 'sigma', 'tanh', 'cosh']);

function callChanges(term: Extract<Term, { kind: 'call' }>): readonly Change[] {
  const { name, operands } = term;
  const [first, second, third] = operands;
  const made: Change[] = (OTHER_FUNCTION[name] ?? []).map((other) => ({
    rule: name.startsWith('log') ? 'base' : 'function',
    term: { ...term, name: other },
  }));
  if (ROOTS.has(name) && first !== undefined)
    made.push({ rule: ROOT_RULES[name] ?? 'root', term: first });
  if (SQUARED.has(name))
    made.push({ rule: 'square', term: { kind: 'power', left: term, right: TWO } });
  if (TURNED_PAIRS.has(name) && first !== undefined && second !== undefined)
    made.push({ rule: 'symbol', term: { ...term, operands: [second, first] } });
  const isSum = BINDERS.has(name) && name !== 'sumc' && operands.length === 3;
  if (isSum && first !== undefined && second !== undefined && third !== undefined)
    made.push(
      { rule: 'index', term: { ...term, operands: [first, second, third, TWO] } },
      {
        rule: 'size',
        term: {
          ...term,
          operands: [first, { kind: 'subtract', left: second, right: ONE }, third],
        },
      },
    );
  return made;
}
