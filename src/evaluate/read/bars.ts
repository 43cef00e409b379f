// Bars: which of them open, close or separate. `|x|`, `\|x\|`, `||x||`, `(y|x)`, `\{i | x_i > 0\}`.
import type { Item } from './items.js';
import { nucleus } from './items.js';

export type BarText = '|' | '\\|';

/** The bar that an item is, if it is one. */
export function barOf(item: Item | undefined): BarText | null {
  if (item === undefined) return null;
  const inner = nucleus(item);
  if (inner.kind !== 'symbol') return null;
  return inner.text === '|' || inner.text === '\\|' ? inner.text : null;
}

/** Whether the writer said which side a bar is: `\lvert`, `\bigr\|`. */
export function sideOf(item: Item): 'open' | 'close' | null {
  const inner = nucleus(item);
  if (inner.kind !== 'symbol') return null;
  return inner.role === 'open' || inner.role === 'close' ? inner.role : null;
}

/** `||x||` is `\|x\|` where all bars of one level come in touching pairs. */
export function joinDoubleBars(items: readonly Item[]): readonly Item[] {
  const pairs = touchingPairs(items);
  if (pairs.size === 0) return items;
  const joined: Item[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as Item;
    if (!pairs.has(at)) {
      joined.push(item);
      continue;
    }
    joined.push(asDoubleBar(items[at + 1] as Item, item.span.start));
    at++;
  }
  return joined;
}

/** For each bar, how many bars of the same kind stand from it to the end of its level, itself included. */
export function remainingBars(items: readonly Item[]): Int32Array {
  const remaining = new Int32Array(items.length);
  const levels: Record<BarText, number>[] = [{ '|': 0, '\\|': 0 }];
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at] as Item;
    const bar = barOf(item);
    const level = levels[levels.length - 1];
    if (bar !== null && sideOf(item) === null && level !== undefined) remaining[at] = ++level[bar];
    else if (isBracket(item, 'close')) levels.push({ '|': 0, '\\|': 0 });
    else if (isBracket(item, 'open') && levels.length > 1) levels.pop();
  }
  return remaining;
}

export function isBracket(item: Item | undefined, side: 'open' | 'close'): boolean {
  if (item === undefined || barOf(item) !== null) return false;
  const inner = nucleus(item);
  return inner.kind === 'symbol' && inner.role === side;
}

/** Where each touching pair of single bars starts, of the levels that hold nothing but pairs. */
function touchingPairs(items: readonly Item[]): ReadonlySet<number> {
  const accepted = new Set<number>();
  const levels: { pairs: number[]; lone: boolean }[] = [{ pairs: [], lone: false }];
  const close = (): void => {
    const level = levels.pop();
    if (level !== undefined && !level.lone) for (const at of level.pairs) accepted.add(at);
  };
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as Item;
    const level = levels[levels.length - 1];
    if (barOf(item) === '|' && sideOf(item) === null && level !== undefined) {
      if (touches(item, items[at + 1])) level.pairs.push(at++);
      else level.lone = true;
    } else if (isBracket(item, 'open')) levels.push({ pairs: [], lone: false });
    else if (isBracket(item, 'close') && levels.length > 1) close();
  }
  while (levels.length > 0) close();
  return accepted;
}

function touches(item: Item, next: Item | undefined): boolean {
  return (
    item.kind === 'symbol' &&
    barOf(next) === '|' &&
    next !== undefined &&
    sideOf(next) === null &&
    item.span.end === nucleus(next).span.start
  );
}

function asDoubleBar(item: Item, start: number): Item {
  const span = { start, end: item.span.end };
  if (item.kind === 'scripts') return { ...item, base: asDoubleBar(item.base, start), span };
  return item.kind === 'symbol' ? { ...item, text: '\\|', span } : item;
}
