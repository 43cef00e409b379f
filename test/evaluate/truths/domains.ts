// Domains of the small language: as LaTeX, and as points drawn by rules of their own.
import { writeName } from './writeTex.js';
import type { Environment, Value } from './plainValue.js';

/** `x y:Rn; t:+`: names and their kind. */
export interface Declared {
  readonly names: readonly string[];
  readonly kind: string;
}

export function readDomains(text: string): readonly Declared[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [names = '', kind = ''] = part.split(':');
      return { names: names.trim().split(/\s+/), kind: kind.trim() };
    });
}

const TEX: Readonly<Record<string, string>> = {
  R: '\\in \\mathbb{R}',
  '+': '> 0',
  '0+': '\\ge 0',
  '>1': '> 1',
  '01': '\\in (0,1)',
  '[01]': '\\in [0,1]',
  '[0pi]': '\\in (0,1.5)',
  'N+': '\\in \\{1,\\dots,12\\}',
  N2: '\\in \\{2,\\dots,12\\}',
  Rn: '\\in \\mathbb{R}^n',
  R2: '\\in \\mathbb{R}^2',
  R3: '\\in \\mathbb{R}^3',
  '+n': '\\in \\mathbb{R}_{>0}^n',
  '[01]n': '\\in [0,1]^n',
  Dn: '\\in \\Delta^{n-1}',
  Un: '\\in \\mathbb{S}^{n-1}',
  Rmn: '\\in \\mathbb{R}^{m\\times n}',
  Rnn: '\\in \\mathbb{R}^{n\\times n}',
  R22: '\\in \\mathbb{R}^{2\\times 2}',
  On: '\\in O(n)',
  Sn: '\\in \\mathbb{S}^n',
  PSDn: '\\in \\mathbb{S}^n_+',
  PDn: '\\in \\mathbb{S}^n_{++}',
};

export function writeDomains(declared: readonly Declared[]): string {
  return declared
    .map(({ names, kind }) => `${names.map(writeName).join(', ')} ${TEX[kind] ?? kind}`)
    .join(',\\ ');
}

export type Chance = () => number;

/** The generator of Park and Miller, 1988. */
export function chanceFrom(seed: number): Chance {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

export function drawPoint(declared: readonly Declared[], chance: Chance): Environment {
  const n = 1 + Math.floor(chance() * 4);
  const m = 1 + Math.floor(chance() * 4);
  const point: Record<string, Value> = { n, m };
  const plain = chance() < 0.2;
  for (const { names, kind } of declared)
    for (const name of names) point[name] = draw(kind, { n, m }, chance, plain);
  return point;
}

function real(chance: Chance, plain: boolean): number {
  if (plain) return Math.floor(chance() * 5) - 2;
  // Where doubles neither overflow nor cancel: what is called false here is false.
  const size = chance() * 10 ** Math.floor(chance() * 3 - 1);
  return chance() < 0.5 ? size : -size;
}

function list(length: number, entry: (at: number) => number): readonly number[] {
  return Array.from({ length }, (_, at) => entry(at));
}

function rows(count: number, length: number, entry: () => number): readonly (readonly number[])[] {
  return Array.from({ length: count }, () => list(length, entry));
}

type Sizes = Readonly<Record<'n' | 'm', number>>;

function draw(kind: string, { n, m }: Sizes, chance: Chance, plain: boolean): Value {
  const any = (): number => real(chance, plain);
  const number = NUMBERS[kind];
  if (number !== undefined) return number(any, chance);
  const vector = VECTORS[kind];
  if (vector !== undefined) return list(vector.length ?? n, () => vector.entry(any, chance));
  if (kind === 'Dn') return probabilities(n, chance, plain);
  if (kind === 'Un') return unit(list(n, () => any() || 1));
  return drawMatrix(kind, { n, m }, chance, any);
}

type Draw = (any: () => number, chance: Chance) => number;

const positive: Draw = (any) => Math.abs(any()) || 1;

const NUMBERS: Readonly<Record<string, Draw>> = {
  R: (any) => any(),
  '+': positive,
  '0+': (any) => Math.abs(any()),
  '>1': (any, chance) => 1 + positive(any, chance),
  '01': (_, chance) => 0.001 + 0.998 * chance(),
  '[01]': (_, chance) => (chance() < 0.2 ? Math.round(chance()) : chance()),
  '[0pi]': (_, chance) => 0.001 + 1.49 * chance(),
  'N+': (_, chance) => 1 + Math.floor(chance() * 12),
  N2: (_, chance) => 2 + Math.floor(chance() * 11),
};

/** Of the open size n where no length is given. */
const VECTORS: Readonly<Record<string, { readonly length?: number; readonly entry: Draw }>> = {
  Rn: { entry: (any) => any() },
  R2: { length: 2, entry: (any) => any() },
  R3: { length: 3, entry: (any) => any() },
  '+n': { entry: positive },
  '[01]n': { entry: (_, chance) => (chance() < 0.2 ? Math.round(chance()) : chance()) },
};

function probabilities(n: number, chance: Chance, plain: boolean): Value {
  const weights = list(n, () => (plain ? Math.round(chance()) : chance() ** 3 + 1e-3));
  const total = weights.reduce((sum, each) => sum + each, 0);
  return total === 0 ? list(n, () => 1 / n) : weights.map((each) => each / total);
}

function unit(vector: readonly number[]): readonly number[] {
  const length = Math.hypot(...vector);
  return vector.map((each) => each / length);
}

function drawMatrix(kind: string, { n, m }: Sizes, chance: Chance, any: () => number): Value {
  switch (kind) {
    case 'Rmn':
      return rows(m, n, any);
    case 'Rnn':
      return rows(n, n, any);
    case 'R22':
      return rows(2, 2, any);
    case 'On':
      return reflection(unit(list(n, () => any() || 1)));
    case 'Sn': {
      const square = rows(n, n, any);
      return square.map((row, i) => row.map((each, j) => each + (square[j]?.[i] ?? 0)));
    }
    case 'PSDn':
    case 'PDn': {
      const factor = rows(n, n, any);
      const ridge = kind === 'PDn' ? 0.1 + chance() : 0;
      return list(n, (at) => at).map((i) =>
        list(n, (j) => {
          const own = factor.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0);
          return own + (i === j ? ridge : 0);
        }),
      );
    }
    default:
      throw new Error(`No domain ${kind}`);
  }
}

function reflection(axis: readonly number[]): Value {
  return axis.map((left, i) => axis.map((right, j) => (i === j ? 1 : 0) - 2 * left * right));
}
