// Scripts: indices, exponents, and the marks that make a name of its own (`x^*`, `y'`, `x^{(t)}`).
import type { TexNode } from '../../tex/tree.js';
import { wordTable } from '../../core/text/wordTable.js';
import { attempt, refuse } from '../refusal.js';
import type { Index, NormOrder, Syntax } from '../syntax.js';
import { itemsOf, symbolText, type Item, type ScriptsItem } from './items.js';
import { decorate, spell } from './names.js';
import type { Reader } from './reader.js';
import { substitutedGroup } from './substitutions.js';

/** `base` with the scripts that stand on `item`. */
export function applyScripts(reader: Reader, base: Syntax, item: Item): Syntax {
  if (item.kind !== 'scripts') return base;
  const below = applyScripts(reader, base, item.base);
  // `{x^*}^2` squares a name; `{x^2}^3` can be read in two ways.
  if (item.superscript !== null && below.kind === 'power')
    refuse('syntax.double-script', item.span);
  return applyLayer(reader, below, item);
}

type Superscript = 'mark' | 'transpose' | 'positivePart' | 'exponent';

function applyLayer(reader: Reader, base: Syntax, layer: ScriptsItem): Syntax {
  const sup = layer.superscript === null ? null : itemsOf(layer.superscript);
  const kind = sup === null ? null : classify(sup);
  refuseLoneSign(reader, layer);
  // The scripts of a group stand on its closing fence.
  const span = { start: Math.min(base.span.start, layer.span.start), end: layer.span.end };
  const placed = { ...layer, span };
  let result = base;
  if (sup !== null && kind === 'mark') result = marked(result, sup, placed);
  const taken = substitutedGroup(reader, result, placed);
  if (taken !== null) return taken;
  if (layer.subscript !== null) result = subscripted(reader, result, layer.subscript, placed);
  if (kind === 'transpose' || kind === 'positivePart') return { kind, base: result, span };
  if (kind !== 'exponent' || layer.superscript === null) return result;
  const exponent = reader.inside(layer.superscript, span).readAll();
  return { kind: 'power', base: result, exponent, span };
}

/** TeX takes only the sign of `e^-x` up. */
function refuseLoneSign(reader: Reader, { superscript, span }: ScriptsItem): void {
  const [sign, second] = superscript ?? [];
  const next = reader.peek();
  const isAlone = sign?.kind === 'symbol' && sign.text === '-' && second === undefined;
  if (!isAlone || next === undefined || next.span.start !== span.end || !reader.startsFactor())
    return;
  refuse('syntax.sign-exponent', { start: sign.span.start, end: next.span.end });
}

const MARKS = new Set(['*', '\\star', '\\dagger', '\\prime', '\\circ', '-']);

function classify(items: readonly Item[]): Superscript {
  const texts = items.map((item) => (item.kind === 'symbol' ? item.text : ''));
  const [first] = items;
  if (texts.length === 1 && texts[0] === '\\top') return 'transpose';
  if (texts.length === 1 && texts[0] === '\\intercal') return 'transpose';
  if (texts.length === 1 && texts[0] === '+') return 'positivePart';
  if (texts.length > 0 && texts.every((text) => MARKS.has(text))) return 'mark';
  if (isParenthesised(items)) return 'mark';
  if (items.length === 1 && first?.kind === 'text') return 'mark';
  return 'exponent';
}

/** `|x|_{(k)}` is the k-th smallest of the entries of `|x|`, no norm. */
function isOrdinal(items: readonly Item[]): boolean {
  return isParenthesised(items) && symbolText(items[0]) === '(';
}

/** `(t)` or `[l]`: one pair around the whole. */
function isParenthesised(items: readonly Item[]): boolean {
  if (items.length < 3) return false;
  const [first = '', ...inner] = items.map(symbolText);
  const pair = first + (inner.pop() ?? '');
  return (pair === '()' || pair === '[]') && ![...pair].some((fence) => inner.includes(fence));
}

function marked(base: Syntax, sup: readonly Item[], layer: ScriptsItem): Syntax {
  const mark = spell(sup);
  if (base.kind !== 'name') refuse('syntax.mark-without-name', layer.span, { mark });
  const name = decorate(base.name, (text) => `${text}^{${mark}}`);
  return { kind: 'name', name, span: layer.span };
}

function subscripted(
  reader: Reader,
  base: Syntax,
  nodes: readonly TexNode[],
  layer: ScriptsItem,
): Syntax {
  const items = itemsOf(nodes);
  const { span } = layer;
  if (items.length === 1 && symbolText(items[0]) === '+')
    return { kind: 'positivePart', base, span };
  if (base.kind === 'bars' && base.order === null && (base.double || !isOrdinal(items)))
    return { ...base, order: normOrder(reader, items, nodes, layer), span };
  if (base.kind === 'inner' && NAMED_NORMS[spell(items)] === 'frobenius')
    return { ...base, frobenius: true, span };
  if (base.kind === 'number') refuse('syntax.subscript-of-number', span);
  const full =
    base.kind === 'name' ? decorate(base.name, (text) => `${text}_{${spell(items)}}`) : null;
  const read = attempt(() => readIndices(reader.inside(nodes, span)), span);
  if (!read.ok && full === null) throw read.refusal;
  return { kind: 'indexed', base, full, indices: read.ok ? read.value : null, span };
}

const NAMED_NORMS = wordTable<'frobenius' | 'nuclear' | 'operator' | undefined>({
  F: 'frobenius',
  '\\mathrm{F}': 'frobenius',
  '\\mathsf{F}': 'frobenius',
  '\\text{F}': 'frobenius',
  '*': 'nuclear',
  '\\ast ': 'nuclear',
  '\\text{nuc}': 'nuclear',
  op: 'operator',
  '\\text{op}': 'operator',
});

function normOrder(
  reader: Reader,
  items: readonly Item[],
  nodes: readonly TexNode[],
  layer: ScriptsItem,
): NormOrder {
  const [first] = items;
  const last = items[items.length - 1];
  const span = {
    start: first?.span.start ?? layer.span.start,
    end: last?.span.end ?? layer.span.end,
  };
  const named = NAMED_NORMS[spell(items)];
  if (named !== undefined) return { kind: named, span };
  if (isParenthesised(items)) refuse('index.brackets', span);
  return { kind: 'expression', body: reader.inside(nodes, span).readAll(), span };
}

/** `i`, `ij`, `i,j`, `(i)`, `:,j`; whether letters in a row are one index or two depends on the array. */
function readIndices(reader: Reader): readonly Index[] {
  const indices: Index[] = [];
  do indices.push(readIndex(reader));
  while (reader.acceptComma());
  reader.expectEnd();
  return indices;
}

function readIndex(reader: Reader): Index {
  const start = reader.position;
  if (reader.accept(':')) return { kind: 'slice', span: reader.spanFrom(start) };
  const body = reader.readSum();
  const span = reader.spanFrom(start);
  const alone = body.kind === 'group' && body.open === '(' && body.bar === null;
  const [only] = alone ? body.items : [];
  if (alone && body.items.length === 1 && only !== undefined)
    return { kind: 'order', body: only, span };
  return { kind: 'expression', body, span };
}
