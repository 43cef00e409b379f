// The signs of products and relations, and what stands behind a factor without being one.
import { wordTable } from '../../core/text/wordTable.js';
import type { ProductOperator, RelationOperator } from '../syntax.js';
import { THOUSANDS, type Item } from './items.js';

const OPERATORS = wordTable<ProductOperator | undefined>({
  '\\cdot': 'cdot',
  '\\times': 'times',
  '*': 'times',
  '\\odot': 'odot',
  '\\circ': 'odot',
  '\\otimes': 'otimes',
  '/': 'slash',
  '\\div': 'slash',
});

export function explicitOperator(item: Item): ProductOperator | null {
  return item.kind === 'symbol' ? (OPERATORS[item.text] ?? null) : null;
}

export function isProductSign(item: Item): boolean {
  return explicitOperator(item) !== null;
}

export const RELATIONS = wordTable<RelationOperator | undefined>({
  '=': '=',
  '<': '<',
  '>': '>',
  '\\le': '\\le',
  '\\ge': '\\ge',
  '\\ne': '\\ne',
  '\\approx': '\\approx',
  '\\in': '\\in',
  '\\notin': '\\notin',
  '\\equiv': '\\equiv',
  '\\triangleq': '\\triangleq',
  ':=': ':=',
  '\\sim': '\\sim',
  '\\propto': '\\propto',
  '\\succeq': '\\succeq',
  '\\succ': '\\succ',
  '\\to': '\\to',
  '\\rightarrow': '\\to',
});

/** Stand behind a factor and are not factors. */
export const POSTFIX = new Set(['\\%', '!', '\\prime', ';', '.', ',', THOUSANDS]);
