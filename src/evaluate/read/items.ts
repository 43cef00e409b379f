// The tree as the reader of the page sees it: braces gone, digits joined to numbers, scripts on what they stand at.
import type { Span } from '../../core/text/span.js';
import type { TexGroup, TexNode, TexScripts, TexSymbol } from '../../tex/tree.js';
import { refuse } from '../refusal.js';

export type Item = NumberItem | ScriptsItem | Exclude<TexNode, TexScripts | { kind: 'group' }>;

/** A comma in braces, as in `1{,}000`. */
export const THOUSANDS = '{,}';

export interface NumberItem {
  readonly kind: 'number';
  readonly text: string;
  readonly decimals: number | null;
  /** `2e-3`, which only a list of data may hold. */
  readonly exponent: boolean;
  readonly span: Span;
}

export interface ScriptsItem {
  readonly kind: 'scripts';
  readonly base: Exclude<Item, ScriptsItem> | ScriptsItem;
  readonly subscript: readonly TexNode[] | null;
  readonly superscript: readonly TexNode[] | null;
  readonly span: Span;
}

export function itemsOf(nodes: readonly TexNode[]): readonly Item[] {
  return dropIdleSpaces(joinExponents(joinNumbers(flatten(nodes))));
}

/** What an item is below its scripts. */
export function nucleus(item: Item): Exclude<Item, ScriptsItem> {
  let inner: Item = item;
  while (inner.kind === 'scripts') inner = inner.base;
  return inner;
}

/** The text of the symbol that an item is, scripts or not; '' for anything else. */
export function symbolText(item: Item | undefined): string {
  if (item === undefined) return '';
  const inner = nucleus(item);
  return inner.kind === 'symbol' ? inner.text : '';
}

/** Braces change nothing that a reader sees: `{a+b}^2` shows a + b². */
function flatten(nodes: readonly TexNode[]): Item[] {
  const items: Item[] = [];
  for (const node of nodes) {
    if (node.kind === 'group') {
      refuseExponentInBraces(items, node);
      items.push(...flattenGroup(node));
    } else if (node.kind === 'scripts') pushScripts(items, node);
    else items.push(node);
  }
  return items;
}

/** `1.5e{-3}` shows the number 1.5e−3, no difference. */
function refuseExponentInBraces(before: readonly Item[], { body, span }: TexGroup): void {
  const letter = before[before.length - 1];
  if (letter?.kind !== 'symbol' || !/^[eE]$/.test(letter.text) || !touch(letter, { span })) return;
  const exponent = flatten(body).map(symbolText).join('');
  const digits = before.slice(0, -1).map(symbolText).join('');
  const mantissa = /\d[\d.]*$/.exec(digits)?.[0];
  if (mantissa === undefined || !/^[+-]\d+$/.test(exponent)) return;
  const start = before[before.length - 1 - mantissa.length]?.span.start ?? span.start;
  const number = `${mantissa}e${exponent}`;
  refuse('number.exponent-notation', { start, end: span.end }, { number });
}

/** `{,}` between digits is part of a number; elsewhere it is a comma. */
function flattenGroup(group: TexGroup): Item[] {
  const [only, second] = group.body;
  if (only?.kind === 'symbol' && only.text === ',' && second === undefined)
    return [{ ...only, text: THOUSANDS, span: group.span }];
  return flatten(group.body);
}

function pushScripts(items: Item[], node: TexScripts): void {
  if (node.base !== null) items.push(...flatten([node.base]));
  const base = items.pop();
  if (base === undefined) refuse('syntax.script-without-base', node.span);
  if (isRelationWithRemark(base)) items.push(base);
  else items.push(withScripts(base, node));
}

/** `\overset{\text{def}}{=}` is read as its relation. */
function isRelationWithRemark(base: Item): boolean {
  return base.kind === 'symbol' && base.role === 'relation';
}

function withScripts(base: Item, node: TexScripts): Item {
  const { subscript, superscript } = node;
  return {
    kind: 'scripts',
    base,
    subscript,
    superscript,
    span: { start: base.span.start, end: node.span.end },
  };
}

interface Digits {
  text: string;
  readonly start: number;
  end: number;
}

/** Digits that touch, a point between digits, and `{,}` between thousands are one number. */
function joinNumbers(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  let at = 0;
  while (at < items.length) {
    const item = items[at];
    if (item === undefined) break;
    if (isDigit(item) || (isSymbol(item, '.') && isDigit(items[at + 1]))) {
      at = joinNumber(items, at, joined);
    } else {
      joined.push(item);
      at++;
    }
  }
  return joined;
}

function joinNumber(items: readonly Item[], from: number, joined: Item[]): number {
  const first = items[from] as Item;
  const digits: Digits = { text: '', start: first.span.start, end: first.span.start };
  let at = from;
  for (; at < items.length; at++) {
    const item = items[at] as Item;
    const digit = digitOf(item);
    if (digit === null && !isSeparator(items, at, digits)) break;
    if (digit !== null) refuseSplit(digits, item);
    digits.text += digit ?? (symbolText(item) === '.' ? '.' : '');
    digits.end = nucleus(item).span.end;
    if (item.kind === 'scripts') {
      joined.push(withBase(item, numberItem(digits)));
      return at + 1;
    }
  }
  joined.push(numberItem(digits));
  return at;
}

function numberItem({ text, start, end }: Digits): NumberItem {
  const point = text.indexOf('.');
  const span = { start, end };
  if (/^0[0-9]/.test(text)) refuse('number.leading-zero', span, { number: text });
  const decimals = point < 0 ? null : text.length - point - 1;
  return { kind: 'number', text, decimals, exponent: false, span };
}

/** The scripts of an item, on another base. */
function withBase(item: ScriptsItem, base: Item): Item {
  const inner = item.base.kind === 'scripts' ? withBase(item.base, base) : base;
  return { ...item, base: inner, span: { start: base.span.start, end: item.span.end } };
}

function isSeparator(items: readonly Item[], at: number, digits: Digits): boolean {
  const item = items[at];
  if (item?.kind !== 'symbol' || !isDigit(items[at + 1])) return false;
  if (item.span.start !== digits.end) return false;
  if (item.text === '.') return !digits.text.includes('.');
  return item.text === THOUSANDS && followedByThree(items, at + 1);
}

function followedByThree(items: readonly Item[], from: number): boolean {
  return [0, 1, 2].every((offset) => isDigit(items[from + offset])) && !isDigit(items[from + 3]);
}

function refuseSplit(digits: Digits, item: Item): void {
  const { start, end } = nucleus(item).span;
  // Digits from one macro all stand at its call, before `digits.end`.
  if (digits.text !== '' && start > digits.end)
    refuse('number.split', { start: digits.start, end });
}

function digitOf(item: Item): string | null {
  const inner = nucleus(item);
  return inner.kind === 'symbol' && inner.role === 'digit' && inner.font === null
    ? inner.text
    : null;
}

function isDigit(item: Item | undefined): boolean {
  return item !== undefined && digitOf(item) !== null;
}

function isSymbol(item: Item | undefined, text: string): item is TexSymbol {
  return item?.kind === 'symbol' && item.text === text;
}

/** `2e-3` without any space between is one number, for lists of data. */
function joinExponents(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  for (let at = 0; at < items.length; at++) {
    refuseUprightExponent(items, at);
    const length = exponentLength(items, at);
    const run = items.slice(at, at + length);
    const first = items[at] as Item;
    if (length > 0) joined.push(exponentItem(run));
    else joined.push(first);
    if (length > 0) at += length - 1;
  }
  return joined;
}

function exponentLength(items: readonly Item[], at: number): number {
  const [first, letter] = [items[at], items[at + 1]];
  if (first?.kind !== 'number' || !isExponentLetter(letter) || !touch(first, letter)) return 0;
  const [third, fourth] = [items[at + 2], items[at + 3]];
  if (isInteger(third)) return touch(letter, third) ? 3 : 0;
  const sign = isSymbol(third, '-') || isSymbol(third, '+');
  if (!sign || !isInteger(fourth)) return 0;
  return touch(letter, third) && touch(third, fourth) ? 4 : 0;
}

/** The number of `1.5\mathrm{e}-3` is written with an upright e as well, which is also a constant. */
function refuseUprightExponent(items: readonly Item[], at: number): void {
  const [first, letter, third, fourth] = items.slice(at, at + 4);
  if (first?.kind !== 'number' || letter === undefined || !isUprightExponent(letter)) return;
  const sign = isSymbol(third, '-') || isSymbol(third, '+');
  const last = sign ? fourth : third;
  if (third === undefined || !isInteger(last) || !touch(first, letter) || !touch(letter, third))
    return;
  if (!touch(sign ? third : letter, last)) return;
  const span = { start: first.span.start, end: last.span.end };
  const power = `${sign ? symbolText(third) : ''}${last.text}`;
  refuse('number.exponent-upright', span, { number: `${first.text}e${power}` });
}

function isUprightExponent(item: Item): boolean {
  if (item.kind === 'text') return item.upright && /^[eE]$/.test(item.text);
  return item.kind === 'symbol' && item.font === 'roman' && /^[eE]$/.test(item.text);
}

function isExponentLetter(item: Item | undefined): item is TexSymbol {
  return item?.kind === 'symbol' && item.font === null && /^[eE]$/.test(item.text);
}

function isInteger(item: Item | undefined): item is NumberItem {
  return item?.kind === 'number' && item.decimals === null;
}

function exponentItem(run: readonly Item[]): Item {
  const text = run.map((item) => (item.kind === 'number' ? item.text : symbolText(item))).join('');
  const [first] = run;
  const last = run[run.length - 1];
  return {
    kind: 'number',
    text,
    decimals: first?.kind === 'number' ? first.decimals : null,
    exponent: true,
    span: { start: first?.span.start ?? 0, end: last?.span.end ?? 0 },
  };
}

function touch(left: Item, right: { readonly span: Span }): boolean {
  return left.span.end === right.span.start;
}

/** A wide space tells statements apart only between two operands. */
function dropIdleSpaces(items: readonly Item[]): readonly Item[] {
  return items.filter((item, at) => {
    if (item.kind !== 'space') return true;
    return isOperandEdge(items[at - 1]) && isOperandEdge(items[at + 1]);
  });
}

function isOperandEdge(item: Item | undefined): boolean {
  if (item === undefined || item.kind === 'space') return false;
  if (item.kind === 'text') return item.upright;
  return !(item.kind === 'symbol' && ['relation', 'punctuation', 'binary'].includes(item.role));
}
