// The code of one round of a loop: how a value joins the total.
import type { ReduceOperator } from '../expression.js';
import type { CodeBlock } from './code.js';

export interface Accumulator {
  readonly total: string;
  /** Set once a member was seen, for what has no value over nothing. */
  readonly filled: string | null;
  /** Where the best member stands. */
  readonly place: string | null;
  /** Set where another member is as good as the best one. */
  readonly tied: string | null;
  /** The variable of the loop. */
  readonly name: string;
  readonly value: string;
  /** A free name. */
  readonly found: string;
}

export function accumulate(
  operator: ReduceOperator,
  { total, filled, place, tied, name, value, found }: Accumulator,
  block: CodeBlock,
): void {
  switch (operator) {
    case 'sum':
    case 'count':
      block.push(`${total} += ${value};`);
      return;
    case 'product':
      block.push(`${total} *= ${value};`);
      return;
    case 'max':
    case 'min':
      block.push(`${total} = Math.${operator}(${total}, ${value});`, `${filled} = true;`);
      return;
    case 'argmax':
    case 'argmin': {
      const sign = operator === 'argmax' ? '>' : '<';
      block.define(found, value);
      block.push(
        `compare(${found}, ${total});`,
        `if (!${filled} || ${found} ${sign} ${total}) { ${total} = ${found}; ${place} = ${name}; ${tied} = false; }`,
        `else if (${found} === ${total}) ${tied} = true;`,
        `${filled} = true;`,
      );
    }
  }
}

export const COMPARISONS = {
  '=': '===',
  '\\ne': '!==',
  '<': '<',
  '>': '>',
  '\\le': '<=',
  '\\ge': '>=',
} as const;

export const STARTS = {
  sum: '0',
  count: '0',
  product: '1',
  max: '-Infinity',
  min: 'Infinity',
  argmax: '-Infinity',
  argmin: 'Infinity',
} as const;

export function needsMember(operator: ReduceOperator): boolean {
  return operator.startsWith('arg') || operator === 'max' || operator === 'min';
}
