// How tightly a written term holds together, and the brackets that it needs elsewhere.
import type { Chance } from './chance.js';

/** `open` goes on to the next sign: a sum, a function without brackets. */
export type Level =
  | 'sum'
  | 'slash'
  | 'open'
  | 'odot'
  | 'product'
  /** A number times an array. */
  | 'scaled'
  | 'power'
  | 'call'
  | 'atom'
  | 'term'
  | 'factor'
  | 'lastFactor'
  | 'tight'
  | 'array';

export interface Written {
  readonly tex: string;
  readonly level: Level;
}

/** What may stand at each place. */
const ALLOWED: Partial<Record<Level, readonly Level[]>> = {
  term: ['slash', 'open', 'odot', 'scaled', 'product', 'power', 'call', 'atom'],
  lastFactor: ['open', 'scaled', 'product', 'power', 'call', 'atom'],
  factor: ['product', 'power', 'call', 'atom'],
  array: ['power', 'call', 'atom'],
  tight: ['power', 'call', 'atom'],
  atom: ['atom'],
};

export function ofLevel({ level }: Written, needed: Level): boolean {
  return ALLOWED[needed]?.includes(level) === true;
}

const raw = String.raw;

export function bracketed(body: string, square: boolean, chance: Chance): string {
  const [open, close] = square ? ['[', ']'] : ['(', ')'];
  return chance.pick([
    `${open}${body}${close}`,
    raw`\left${open}${body}\right${close}`,
    raw`\left${open} ${body} \right${close}`,
    raw`\bigl${open}${body}\bigr${close}`,
  ]);
}
