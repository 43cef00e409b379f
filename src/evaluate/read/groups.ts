// Everything between fences: parentheses, vectors, sets, absolute values and norms, floors, cases, matrices.
import type { Span } from '../../core/text/span.js';
import type { TexArray, TexNode } from '../../tex/tree.js';
import { inParentheses } from '../inParentheses.js';
import { refuse } from '../refusal.js';
import type { BarsSyntax, Branch, GroupSyntax, Syntax } from '../syntax.js';
import { barOf, isBracket, sideOf, type BarText } from './bars.js';
import { readConditions } from './conditions.js';
import { DETERMINANT } from './names.js';
import { itemsOf, nucleus, symbolText, type Item } from './items.js';
import { refuseLeftOver } from './leftOver.js';
import type { PrimaryReader, Reader } from './reader.js';
import { applyScripts } from './scripts.js';

/** `( … )` written with plain or sized fences; the scripts stand on the closing fence. */
export const readBrackets: PrimaryReader = (reader, item) => {
  if (!isBracket(item, 'open') || item.kind === 'scripts') return null;
  const open = symbolText(item);
  const content = reader.within({ separable: true, data: open === '[' }, () => readContent(reader));
  const closing = reader.peek();
  if (closing === undefined) refuse('syntax.unclosed', item.span, { open });
  if (!isBracket(closing, 'close')) refuseLeftOver(closing);
  reader.next();
  const close = symbolText(closing);
  const span = { start: item.span.start, end: nucleus(closing).span.end };
  const syntax = fenced(open, close, content, span);
  return applyScripts(reader, syntax, closing);
};

/** `\left( … \right)`. */
export const readFence: PrimaryReader = (reader, item) => {
  const inner = nucleus(item);
  if (inner.kind !== 'fence') return null;
  const array = soleArray(inner.body);
  const { left, right, span } = inner;
  if (array !== null) {
    if (left === '\\{' && right === '')
      return applyScripts(reader, readCases(reader, array, span), item);
    if (left === '|' && inner.right === '|')
      return applyScripts(reader, determinantOf(readMatrix(reader, array, '(', span)), item);
    if (left !== '|' && left !== '\\|')
      return applyScripts(reader, readMatrix(reader, array, left, span), item);
  }
  return applyScripts(reader, readFenced(reader, inner.body, left, right, span), item);
};

/** `|x|`, `\|x\|` with plain bars. */
export const readBars: PrimaryReader = (reader, item) => {
  const bar = barOf(item);
  if (bar === null) return null;
  if (item.kind === 'scripts' || sideOf(item) === 'close')
    refuse('syntax.unexpected', item.span, { found: bar });
  const body = reader.within({ bar }, () => reader.readSum());
  const closing = reader.peek();
  const closes = closing !== undefined && barOf(closing) === bar && sideOf(closing) !== 'open';
  if (!closes) refuse('syntax.unclosed', item.span, { open: bar });
  reader.next();
  const span = { start: item.span.start, end: nucleus(closing).span.end };
  return applyScripts(reader, barsAround(body, bar, span), closing);
};

/** Bars of their own around nothing but bars are a norm: `\left|\left|x\right|\right|`. */
function barsAround(body: Syntax, bar: BarText, span: Span): BarsSyntax {
  if (bar === '|' && body.kind === 'bars' && !body.double && body.order === null)
    return { ...body, double: true, span };
  return { kind: 'bars', double: bar === '\\|', body, order: null, span };
}

function readFenced(
  reader: Reader,
  body: readonly TexNode[],
  left: string,
  right: string,
  span: Span,
): Syntax {
  const inside = reader.inside(body, span);
  if (left === '|' || left === '\\|') {
    if (right !== left) refuse('syntax.unclosed', span, { open: left });
    const content = inside.within({}, () => inside.readSum());
    inside.expectEnd();
    return barsAround(content, left, span);
  }
  const content = inside.within({ separable: true, data: left === '[' }, () => readContent(inside));
  inside.expectEnd();
  return fenced(left, right, content, span);
}

interface Content {
  readonly items: readonly Syntax[];
  readonly bar: GroupSyntax['bar'];
}

type Separator = Omit<NonNullable<GroupSyntax['bar']>, 'before'>;

/** Items between commas, with at most one bar or colon among them. */
function readContent(reader: Reader): Content {
  const items: Syntax[] = [];
  let bar: GroupSyntax['bar'] = null;
  while (!reader.atEnd()) {
    items.push(reader.readChain());
    const separator = acceptSeparator(reader);
    if (separator !== null) {
      if (bar !== null) refuse('syntax.two-bars', separator.span);
      bar = { ...separator, before: items.length };
    } else if (!reader.acceptComma()) break;
  }
  return { items, bar };
}

function acceptSeparator(reader: Reader): Separator | null {
  const item = reader.peek();
  if (item === undefined) return null;
  const text = separatorText(item);
  if (text === null) return null;
  if (barOf(item) !== null && reader.barMeaning() !== 'separator') return null;
  reader.next();
  return { text, span: item.span };
}

function separatorText(item: Item): Separator['text'] | null {
  if (item.kind === 'middle') return item.delimiter === '\\|' ? '\\|' : '|';
  const text = item.kind === 'symbol' ? item.text : '';
  if (text === ';') return ';';
  if (text === '\\mid' || text === ':') return '|';
  return text === '\\parallel' ? '\\|' : barOf(item);
}

function fenced(open: string, close: string, content: Content, span: Span): Syntax {
  switch (open + close) {
    case '\\{\\}':
      return setOf(content, span);
    case '\\lfloor\\rfloor':
      return { kind: 'floor', body: soleItem(content, span), span };
    case '\\lceil\\rceil':
      return { kind: 'ceiling', body: soleItem(content, span), span };
    case '\\langle\\rangle':
      return innerProductOf(content, span);
    default:
      return groupOf(open, close, content, span);
  }
}

function innerProductOf({ items }: Content, span: Span): Syntax {
  const [left, right] = items;
  if (items.length !== 2 || left === undefined || right === undefined)
    refuse('syntax.inner-product', span);
  return { kind: 'inner', frobenius: false, left, right, span };
}

function groupOf(open: string, close: string, { items, bar }: Content, span: Span): Syntax {
  if ((open !== '(' && open !== '[') || (close !== ')' && close !== ']'))
    refuse('syntax.unmatched', span, { open: open || '.', close: close || '.' });
  if (items.length === 0) refuse('syntax.empty-group', span);
  return { kind: 'group', open, close, items, bar, span };
}

function soleItem({ items, bar }: Content, span: Span): Syntax {
  const [only] = items;
  if (items.length !== 1 || bar !== null || only === undefined) refuse('value.tuple', span);
  return only;
}

function setOf({ items, bar }: Content, span: Span): Syntax {
  if (bar === null) return { kind: 'set', items, conditions: null, span };
  if (bar.before !== 1) refuse('syntax.set-builder', span);
  return { kind: 'set', items: items.slice(0, 1), conditions: items.slice(1), span };
}

function soleArray(body: readonly TexNode[]): TexArray | null {
  const items = itemsOf(body);
  const [only] = items;
  return items.length === 1 && only?.kind === 'array' ? only : null;
}

/** `\begin{vmatrix} … \end{vmatrix}`. */
function determinantOf(matrix: Syntax): Syntax {
  const { span } = matrix;
  const callee = { kind: 'name', name: DETERMINANT, span } as const;
  const group = inParentheses(matrix);
  return { kind: 'call', callee, member: null, group, span };
}

function readCases(reader: Reader, array: TexArray, span: Span): Syntax {
  if (array.aligned) refuse('unsupported.construct', span, { construct: '\\begin{aligned}' });
  const branches = array.rows
    .filter((row) => row.some((cell) => cell.length > 0))
    .map((row) => readBranch(reader, row, array.span));
  if (branches.length === 0) refuse('syntax.empty-group', span);
  return { kind: 'cases', branches, span };
}

function readBranch(
  reader: Reader,
  [value, ...rest]: readonly (readonly TexNode[])[],
  span: Span,
): Branch {
  if (value === undefined || rest.length === 0) refuse('syntax.case-without-condition', span);
  const valueReader = reader.inside(value, span);
  const syntax = valueReader.readSum();
  valueReader.acceptComma();
  valueReader.expectEnd();
  return { value: syntax, conditions: readCaseCondition(reader, rest.flat(), span) };
}

const OTHERWISE = /^(?:otherwise|else|其他|其它|否则|其余)/i;
const CONDITION_WORDS = /^(?:if|when|for|当|若|如果)$/i;

function readCaseCondition(
  reader: Reader,
  nodes: readonly TexNode[],
  span: Span,
): readonly Syntax[] | null {
  const words = nodes.filter((node) => node.kind === 'text');
  const text = words
    .map((node) => node.text)
    .join('')
    .trim()
    .replace(/[，,.。；;]$/, '');
  if (OTHERWISE.test(text)) return null;
  const stray = words.find((node) => !CONDITION_WORDS.test(node.text.trim()));
  if (stray !== undefined)
    refuse('syntax.text-in-formula', stray.span, { text: stray.text.trim() });
  const inside = reader.inside(
    nodes.filter((node) => node.kind !== 'text'),
    span,
  );
  if (inside.peek() === undefined) refuse('syntax.case-without-condition', span);
  const conditions = readConditions(inside);
  inside.expectEnd();
  return conditions;
}

function readMatrix(reader: Reader, array: TexArray, left: string, span: Span): Syntax {
  if (left !== '(' && left !== '[')
    refuse('unsupported.construct', span, { construct: '\\begin{array}' });
  const rows = array.rows
    .filter((row) => row.some((cell) => cell.length > 0))
    .map((row) => row.map((cell) => reader.inside(cell, array.span).readAll()));
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width)) refuse('shape.ragged', span);
  return { kind: 'matrix', rows, span };
}
