// The words that functions are written as, and where their arguments end.
import { wordTable } from '../../core/text/wordTable.js';
import { refuse } from '../refusal.js';
import type { Statistic, Syntax } from '../syntax.js';
import { mapNucleus } from '../syntaxNucleus.js';
import { isBracket } from './bars.js';
import { nucleus, symbolText, type Item } from './items.js';
import type { Reader } from './reader.js';
import { isProductSign } from './signs.js';

/** The word that an item is: `\log`, `\operatorname{mean}`, `\mathrm{mean}`. */
export function wordOf(item: Item): string | null {
  const inner = nucleus(item);
  if (inner.kind === 'operator') return inner.name;
  return inner.kind === 'text' && inner.upright ? inner.text : null;
}

const STATISTICS = wordTable<Statistic | undefined>({
  mean: 'mean',
  E: 'mean',
  Var: 'variance',
  Cov: 'covariance',
  Pr: 'probability',
});

export function statisticOf(item: Item): Statistic | null {
  if (item.kind === 'symbol') {
    if (item.font !== 'blackboard' && item.font !== 'roman') return null;
    if (item.text === 'E') return 'mean';
    return item.text === 'P' ? 'probability' : null;
  }
  const name = wordOf(item);
  return name === null ? null : (STATISTICS[name] ?? null);
}

/** Whether an argument without parentheses ends before this item. */
export function startsFunction(item: Item): boolean {
  const name = wordOf(item);
  if (name !== null) return true;
  return statisticOf(nucleus(item)) !== null;
}

export function isGroupNext(reader: Reader): boolean {
  const item = reader.peek();
  if (item === undefined) return false;
  const inner = nucleus(item);
  if (inner.kind === 'fence') return GROUP_FENCES.has(inner.left);
  return isBracket(item, 'open') && GROUP_FENCES.has(symbolText(item));
}

const GROUP_FENCES = new Set(['(', '[', '\\{']);

/** `f(x)^2` and `f(x)_i` mark the value of f: what the scripts stand on becomes the call. */
export function readGroupArgument(reader: Reader, call: (argument: Syntax) => Syntax): Syntax {
  return mapNucleus(reader.readFactor(), call);
}

/** Does `\max_i x_i\log y_i` go on behind `\log`, and `\mathbb E x\log y`? */
export function readBareArgument(reader: Reader, mayGoOn = false): Syntax {
  const start = reader.position;
  const body = reader.readArgument(startsFunction);
  const next = reader.peek();
  const operator = next !== undefined && isProductSign(next);
  if (mayGoOn && !operator) return body;
  const behind = operator ? reader.peek(1) : next;
  if (behind !== undefined && startsFunction(behind))
    refuse('ambiguous.argument', reader.spanFrom(start));
  return body;
}
