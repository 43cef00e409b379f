// Statements of the small language as a person writes them in LaTeX.
import type { Sign, Statement, Term } from './language.js';

export function writeStatement({ left, sign, right }: Statement): string {
  return `${write(left)} ${SIGNS[sign]} ${write(right)}`;
}

/** The lines that define the sequences and solutions of which a statement speaks. */
export function writeDefinitions({ left, right }: Statement): readonly string[] {
  return [...new Set([left, right].flatMap(definitionsIn))];
}

function definitionsIn(term: Term): readonly string[] {
  switch (term.kind) {
    case 'negate':
      return definitionsIn(term.body);
    case 'call':
      return [...ownDefinitions(term), ...term.operands.flatMap(definitionsIn)];
    case 'number':
    case 'name':
    case 'index':
      return [];
    default:
      return [...definitionsIn(term.left), ...definitionsIn(term.right)];
  }
}

function ownDefinitions({ name, operands }: Extract<Term, { kind: 'call' }>): readonly string[] {
  const [bound, start, step] = operands.map(write);
  if (bound === undefined || start === undefined || step === undefined) return [];
  const member = (text: string): string =>
    text.replaceAll(new RegExp(`\\b${bound}\\b`, 'g'), `${bound}_t`);
  if (name === 'rec') return [`${bound}_0 = ${start}`, `${bound}_{t+1} = ${member(step)}`];
  if (name === 'ivp') return [`\\frac{d${bound}}{dt} = ${step}`, `${bound}(0) = ${start}`];
  return [];
}

const SIGNS: Readonly<Record<Sign, string>> = {
  '=': '=',
  '<=': '\\le',
  '>=': '\\ge',
  '<': '<',
  '>': '>',
};

const GREEK: Readonly<Record<string, string>> = {
  al: '\\alpha',
  be: '\\beta',
  ga: '\\gamma',
  de: '\\delta',
  ep: '\\epsilon',
  la: '\\lambda',
  th: '\\theta',
  eta: '\\eta',
  mu: '\\mu',
  pi: '\\pi',
  tau: '\\tau',
  rho: '\\rho',
  inf: '\\infty',
};

export function writeName(name: string): string {
  return GREEK[name] ?? name;
}

/** How tight a term holds together: sums least. */
function tightness(term: Term): number {
  switch (term.kind) {
    case 'add':
    case 'subtract':
    case 'negate':
      return 1;
    case 'multiply':
      return 2;
    case 'call':
      return LOOSE.has(term.name) ? 1 : isOpen(term.name) ? 2 : 4;
    case 'divide':
      return 4;
    case 'power':
      return 3;
    default:
      return 4;
  }
}

/** What has its argument on the right without an end, or around a sign. */
function isOpen(name: string): boolean {
  return BINDERS[name] !== undefined || FUNCTIONS[name] !== undefined || OPEN.has(name);
}

const LOOSE = new Set(['kron', 'mix']);
const OPEN = new Set([
  'int',
  'lim',
  'series',
  'outer',
  'minover',
  'argmin',
  'diff',
  'diff2',
  'grad',
  'part',
]);

function write(term: Term): string {
  switch (term.kind) {
    case 'number':
      return term.text;
    case 'name':
      return writeName(term.name);
    case 'negate':
      return `-${atLeast(term.body, 2)}`;
    case 'add':
      return `${write(term.left)} + ${atLeast(term.right, 2)}`;
    case 'subtract':
      return `${write(term.left)} - ${atLeast(term.right, 2)}`;
    case 'multiply':
      return writeProduct(term.left, term.right);
    case 'divide':
      return `\\frac{${write(term.left)}}{${write(term.right)}}`;
    case 'power':
      return writePower(term.left, term.right);
    case 'index':
      return `${write(term.array)}_{${term.indices.map(write).join(term.indices.every(isLetter) ? '' : ',')}}`;
    case 'call':
      return writeCall(term.name, term.operands);
  }
}

function isLetter(term: Term): boolean {
  return term.kind === 'name';
}

function atLeast(term: Term, wanted: number): string {
  return tightness(term) >= wanted ? write(term) : `\\left(${write(term)}\\right)`;
}

/** What runs to the right stands last or in parentheses. */
function writeProduct(left: Term, right: Term): string {
  const first = left.kind === 'multiply' && !runsOn(left) ? write(left) : factor(left, false);
  const second = factor(right, true);
  const isNumber = /^[\d.]/.test(second) || (/\d$/.test(first) && /^\\frac/.test(second));
  return `${first} ${isNumber ? '\\cdot ' : ''}${second}`;
}

function runsOn(term: Term): boolean {
  if (term.kind === 'multiply') return runsOn(term.right);
  return term.kind === 'call' && tightness(term) === 2;
}

function factor(term: Term, isLast: boolean): string {
  const isOpen = runsOn(term) && !isLast;
  if (tightness(term) < 2 || isOpen) return `\\left(${write(term)}\\right)`;
  return write(term);
}

function writePower(base: Term, exponent: Term): string {
  const raised = `^{${write(exponent)}}`;
  const isPlain =
    ['name', 'number', 'index'].includes(base.kind) ||
    (base.kind === 'call' && (base.name.startsWith('norm') || base.name === 'abs'));
  return (isPlain ? write(base) : `\\left(${write(base)}\\right)`) + raised;
}

type Write = (...operands: readonly string[]) => string;

const BINDERS: Readonly<Record<string, string>> = {
  sum: '\\sum',
  prod: '\\prod',
  maxof: '\\max',
  minof: '\\min',
};

const FUNCTIONS: Readonly<Record<string, string>> = {
  log: '\\log',
  log2: '\\log_2',
  sin: '\\sin',
  cos: '\\cos',
  tan: '\\tan',
  tanh: '\\tanh',
  sinh: '\\sinh',
  cosh: '\\cosh',
  arctan: '\\arctan',
};

const OTHERS: Readonly<Record<string, Write>> = {
  exp: (x = '') => `e^{${x}}`,
  sqrt: (x = '') => `\\sqrt{${x}}`,
  abs: (x = '') => `\\left|${x}\\right|`,
  sigma: (x = '') => `\\sigma(${x})`,
  floor: (x = '') => `\\lfloor ${x} \\rfloor`,
  ceil: (x = '') => `\\lceil ${x} \\rceil`,
  pos: (x = '') => `[${x}]_+`,
  max: (x = '', y = '') => `\\max(${x}, ${y})`,
  min: (x = '', y = '') => `\\min(${x}, ${y})`,
  norm: (x = '') => `\\|${x}\\|_2`,
  norm1: (x = '') => `\\|${x}\\|_1`,
  norminf: (x = '') => `\\|${x}\\|_\\infty`,
  normp: (x = '', p = '') => `\\|${x}\\|_{${p}}`,
  normF: (x = '') => `\\|${x}\\|_F`,
  dot: (x = '', y = '') => `\\langle ${x}, ${y}\\rangle`,
  had: (x = '', y = '') => `${x} \\odot ${y}`,
  maxv: (x = '') => `\\max ${x}`,
  mean: (x = '') => `\\mathbb{E}[${x}]`,
  Var: (x = '') => `\\operatorname{Var}[${x}]`,
  KL: (p = '', q = '') => `KL(${p}\\|${q})`,
  ind: (x = '') => `\\mathbf{1}_{${x} > 0}`,
  tr: (a = '') => `\\operatorname{tr}(${a})`,
  det: (a = '') => `\\det(${a})`,
  mod: (x = '', y = '') => `(${grouped(x)} \\bmod ${y})`,
  cases: (x = '', y = '', z = '') =>
    `\\begin{cases} ${y}, & ${x} > 0 \\\\ ${z}, & \\text{otherwise} \\end{cases}`,
  softmax: (x = '') => `\\operatorname{softmax}(${x})`,
  argmaxi: (x = '') => `\\operatorname{argmax}_i ${x}_i`,
  outer: (x = '', y = '') => `${x} ${y}^\\top`,
  diag: (x = '') => `\\operatorname{diag}(${x})`,
  inv: (a = '') => `${grouped(a)}^{-1}`,
  kron: (a = '', b = '') => `${grouped(a)}\\otimes ${grouped(b)}`,
  op: (a = '') => `\\|${a}\\|_2`,
  nuc: (a = '') => `\\|${a}\\|_*`,
  sval: (a = '', i = '') => `\\sigma_{${i}}(${a})`,
  eig: (a = '', i = '') => `\\lambda_{${i}}(${a})`,
  lmax: (a = '') => `\\lambda_{\\max}(${a})`,
  lmin: (a = '') => `\\lambda_{\\min}(${a})`,
  diff: (f = '', x = '') => `\\frac{d}{d${x}}\\left(${f}\\right)`,
  diff2: (f = '', x = '') => `\\frac{d^2}{d${x}^2}\\left(${f}\\right)`,
  grad: (f = '', x = '') => `\\nabla_{${x}}\\left(${f}\\right)`,
  part: (f = '', x = '', i = '') => `\\frac{\\partial}{\\partial ${x}_{${i}}}\\left(${f}\\right)`,
  int: (x = '', from = '', to = '', f = '') =>
    `\\int_{${from}}^{${to}} \\left(${f}\\right)\\,d${x}`,
  lim: (x = '', at = '', f = '') => `\\lim_{${x}\\to ${at}} \\left(${f}\\right)`,
  series: (k = '', from = '', f = '') => `\\sum_{${k}=${from}}^{\\infty} \\left(${f}\\right)`,
  minover: (x = '', f = '') => `\\min_{${x}>0} \\left(${f}\\right)`,
  argmin: (x = '', f = '') => `\\operatorname{argmin}_{${x}>0} \\left(${f}\\right)`,
  EX: (x = '', law = '', f = '') => `\\mathbb{E}_{${x}\\sim ${law}}[${f}]`,
  VarX: (x = '', law = '', f = '') => `\\operatorname{Var}_{${x}\\sim ${law}}[${f}]`,
  KLX: (p = '', q = '') => `KL(${p}\\|${q})`,
  normal: (mean = '', variance = '') => `\\mathcal{N}(${mean},${variance})`,
  laplace: (centre = '', width = '') => `\\operatorname{Laplace}(${centre},${width})`,
  uniform: (from = '', to = '') => `\\mathcal{U}(${from},${to})`,
  bernoulli: (p = '') => `\\operatorname{Bernoulli}(${p})`,
  mix: (w = '', p = '', q = '') =>
    `\\left(${w}\\right)${p}+\\left(1-\\left(${w}\\right)\\right)${q}`,
  rec: (...[x = '', , , k = '']) => `${x}_{${k}}`,
  ivp: (...[y = '', , , t = '']) => `${y}(${t})`,
};

function grouped(text: string): string {
  return /^[A-Za-z]$/.test(text) ? text : `\\left(${text}\\right)`;
}

function writeCall(name: string, operands: readonly Term[]): string {
  const [first, , third] = operands;
  const binder = name === 'sumc' ? '\\sum' : BINDERS[name];
  if (binder !== undefined && third !== undefined)
    return writeBinder(binder, name === 'sumc', operands);
  const known = FUNCTIONS[name];
  if (known !== undefined && first !== undefined) {
    const isShort = first.kind === 'name' || first.kind === 'index' || first.kind === 'divide';
    return isShort ? `${known} ${write(first)}` : `${known}(${write(first)})`;
  }
  if (name === 'T' && first !== undefined)
    return `${first.kind === 'name' ? write(first) : `(${write(first)})`}^\\top`;
  const other = OTHERS[name];
  if (other === undefined) throw new Error(`No LaTeX for ${name}`);
  return other(...operands.map(write));
}

function writeBinder(binder: string, isPair: boolean, operands: readonly Term[]): string {
  const [first = '', second = ''] = operands.slice(0, 2).map(write);
  const body = operands[2] === undefined ? '' : atLeast(operands[2], 2);
  if (isPair) return `${binder}_{${first} < ${second}} ${body}`;
  const from = operands[3] === undefined ? '1' : write(operands[3]);
  return `${binder}_{${first}=${from}}^{${second}} ${body}`;
}
