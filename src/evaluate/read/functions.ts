// Sums and products, extrema, expectations, counts and indicators.
import { wordTable } from '../../core/text/wordTable.js';
import type { Span } from '../../core/text/span.js';
import type { TexNode } from '../../tex/tree.js';
import { refuse } from '../refusal.js';
import { mapNucleus } from '../syntaxNucleus.js';
import type { BigOperator, Binder, NameSyntax, Statistic, Syntax } from '../syntax.js';
import { partsOfBinder, visitSyntax } from '../syntaxChildren.js';
import { isBracket } from './bars.js';
import { readConditions } from './groups.js';
import { nucleus, symbolText, type Item, type ScriptsItem } from './items.js';
import { nameOfNucleus } from './names.js';
import { isProductSign, type PrimaryReader, type Reader } from './reader.js';

const BIG_OPERATORS = wordTable<BigOperator | undefined>({
  sum: 'sum',
  prod: 'product',
  max: 'max',
  min: 'min',
  argmax: 'argmax',
  argmin: 'argmin',
  sup: 'sup',
  inf: 'inf',
});

const STATISTICS = wordTable<Statistic | undefined>({
  mean: 'mean',
  E: 'mean',
  Var: 'variance',
  Cov: 'covariance',
  Pr: 'probability',
});

/** Commands whose values are not computed; what they stand for is not read as a name. */
const UNSUPPORTED: ReadonlySet<string> = new Set(['oint', 'limsup', 'liminf']);

/** `f(x)^2` and `f(x)_i` mark the value of f: what the scripts stand on becomes the call. */
export function readGroupArgument(reader: Reader, call: (argument: Syntax) => Syntax): Syntax {
  return mapNucleus(reader.readFactor(), call);
}

export const readBig: PrimaryReader = (reader, item) => {
  const operator = bigOperatorOf(reader, item);
  if (operator === null) return null;
  const start = reader.position - 1;
  const scripts = operator.scripts;
  const binder = scripts === null ? null : readBinder(reader, scripts);
  const make = (body: Syntax): Syntax => ({
    kind: 'big',
    operator: operator.name,
    binder,
    body,
    span: reader.spanFrom(start),
  });
  if (operator.name === 'sum') return make(readBigBody(reader));
  if (operator.name === 'product') return make(readProductBody(reader));
  return readExtremum(reader, binder, make);
};

/** A sum runs to the next sign; one sign may stand directly behind it. */
export function readBigBody(reader: Reader): Syntax {
  const start = reader.position;
  const negative = reader.accept('-');
  const body = reader.readTerm();
  if (!negative) return body;
  return { kind: 'sum', terms: [{ negative, body }], span: reader.spanFrom(start) };
}

/** Is each factor divided, or the whole product? */
function readProductBody(reader: Reader): Syntax {
  const body = readBigBody(reader);
  const divided =
    body.kind === 'product' && body.factors.some(({ operator }) => operator === 'slash');
  if (divided) refuse('ambiguous.argument', body.span);
  return body;
}

function readExtremum(
  reader: Reader,
  binder: Binder | null,
  make: (body: Syntax) => Syntax,
): Syntax {
  if (!isGroupNext(reader)) return readBareExtremum(reader, binder, make);
  if (binder === null) return readGroupArgument(reader, make);
  const start = reader.position;
  const body = reader.readFactor();
  const scripted = body.kind !== 'group' && body.kind !== 'set';
  // Is the maximum squared, or the maximum of squares taken?
  if (scripted || reader.startsFactor()) refuse('ambiguous.argument', reader.spanFrom(start));
  return make(body);
}

/** Does `\max_i x_i\log y_i` go on behind `\log`, and `\mathbb E x\log y`? */
function readBareArgument(reader: Reader, mayGoOn = false): Syntax {
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

/** `\min_x x\log x`: a function behind the argument belongs to it where it speaks of what runs. */
function readBareExtremum(
  reader: Reader,
  binder: Binder | null,
  make: (body: Syntax) => Syntax,
): Syntax {
  const start = reader.position;
  const body = readBareArgument(reader, binder !== null);
  if (binder === null || !reader.startsFactor()) return make(body);
  const rest = reader.readProduct();
  const span = reader.spanFrom(start);
  if (!speaksOfBound(rest, binder)) refuse('ambiguous.argument', span);
  const factors = [body, rest].map((factor) => ({ operator: 'juxtaposed', body: factor }) as const);
  return make({ kind: 'product', factors, span });
}

function speaksOfBound(syntax: Syntax, binder: Binder): boolean {
  const names = new Set<string>();
  for (const part of partsOfBinder(binder))
    visitSyntax(part, (node) => {
      if (node.kind === 'name') names.add(node.name.plain);
    });
  let found = false;
  visitSyntax(syntax, (node) => {
    found ||= node.kind === 'name' && names.has(node.name.plain);
  });
  return found;
}

interface BigOperatorUse {
  readonly name: BigOperator;
  readonly scripts: ScriptsItem | null;
}

/** `\max`, `\operatorname{argmax}`, and `\arg\max` in two parts. */
function bigOperatorOf(reader: Reader, item: Item): BigOperatorUse | null {
  const name = wordOf(item);
  if (name === 'arg') {
    const following = reader.peek();
    const second = following === undefined ? null : wordOf(following);
    if (second !== 'max' && second !== 'min') return null;
    const next = reader.next();
    return { name: second === 'max' ? 'argmax' : 'argmin', scripts: scriptsOf(next) };
  }
  const operator = name === null ? undefined : BIG_OPERATORS[name];
  return operator === undefined ? null : { name: operator, scripts: scriptsOf(item) };
}

function scriptsOf(item: Item): ScriptsItem | null {
  return item.kind === 'scripts' ? item : null;
}

const CONDITIONAL: ReadonlySet<string> = new Set(['|', '\\mid', '\\vert']);

/** `\mathbb E_{x_0|x_t}`, and not `x\sim p(x|y)`: a group with a bar. */
function readCondition(reader: Reader, { subscript, span }: ScriptsItem): Binder | null {
  const nodes = subscript ?? [];
  const at = conditionalBar(nodes);
  const bar = nodes[at];
  if (bar === undefined) return null;
  const items = [nodes.slice(0, at), nodes.slice(at + 1)].map((side) =>
    reader.inside(side, bar.span).readAll(),
  );
  const [first = bar, last = bar] = [items[0], items[1]];
  const group: Syntax = {
    kind: 'group',
    open: '(',
    close: ')',
    items,
    bar: { text: '|', before: 1, span: bar.span },
    span: { start: first.span.start, end: last.span.end },
  };
  return { kind: 'condition', conditions: [group], span };
}

/** Its place, -1 where there is none. */
function conditionalBar(nodes: readonly TexNode[]): number {
  let depth = 0;
  return nodes.findIndex((node) => {
    if (node.kind !== 'symbol') return false;
    if (depth === 0 && CONDITIONAL.has(node.text)) return true;
    if (node.role === 'open') depth++;
    if (node.role === 'close') depth--;
    return false;
  });
}

export const readStatistic: PrimaryReader = (reader, item) => {
  const inner = nucleus(item);
  const statistic = statisticOf(inner);
  const name = nameOfNucleus(inner);
  if (statistic === null || name === null) return null;
  const start = reader.position - 1;
  const scripts = scriptsOf(item);
  if (scripts?.superscript != null) refuse('syntax.superscript-of-function', scripts.span);
  const below = scripts?.subscript ?? [];
  // `\mathbb P_\theta(y|x)` is a function of its own.
  const isDrawn = below.some((node) => node.kind === 'symbol' && node.text === '\\sim');
  if (statistic === 'probability' && scripts !== null && !isDrawn) return null;
  const binder =
    scripts === null ? null : (readCondition(reader, scripts) ?? readBinder(reader, scripts));
  const make = (body: Syntax): Syntax => ({
    kind: 'statistic',
    statistic,
    name,
    binder,
    body,
    span: reader.spanFrom(start),
  });
  if (isGroupNext(reader)) return readStatisticGroup(reader, inner, make);
  if (!reader.startsFactor()) return null;
  return make(readBareArgument(reader));
};

/** Is `\mathbb E(x-a)^2` a mean of squares, and `\mathbb E(x-a)(y-b)` one of products? */
function readStatisticGroup(reader: Reader, sign: Item, make: (body: Syntax) => Syntax): Syntax {
  const start = reader.position;
  const value = readGroupArgument(reader, make);
  const isUnclear = value.kind !== 'statistic' || isGroupNext(reader);
  if (isUnclear && symbolText(sign) === 'E' && isRound(reader, start))
    refuse('ambiguous.argument', reader.spanFrom(start));
  return value;
}

function isRound(reader: Reader, position: number): boolean {
  const item = reader.peek(position - reader.position);
  const inner = item === undefined ? undefined : nucleus(item);
  return inner?.kind === 'fence' ? inner.left === '(' : symbolText(item) === '(';
}

export function statisticOf(item: Item): Statistic | null {
  if (item.kind === 'symbol') {
    if (item.font !== 'blackboard' && item.font !== 'roman') return null;
    if (item.text === 'E') return 'mean';
    return item.text === 'P' ? 'probability' : null;
  }
  const name = wordOf(item);
  return name === null ? null : (STATISTICS[name] ?? null);
}

/** Reads `i=1`, `i`, `ij`, `i<j`, `j\ne i`, `i\in\Omega` below, and the upper end above. */
function readBinder(reader: Reader, { subscript, superscript, base, span }: ScriptsItem): Binder {
  if (base.kind === 'scripts') refuse('syntax.double-script', span);
  const upper = superscript === null ? null : reader.inside(superscript, span).readAll();
  if (subscript === null) refuse('binder.no-index', span);
  const below = readBelow(reader, subscript, span);
  const [first] = below;
  if (upper !== null) return rangeBinder(below, upper, span);
  if (below.length === 1 && first?.kind === 'relation') {
    const [left, right] = first.operands;
    const equals = first.relations.length === 1 && first.relations[0]?.operator === '=';
    if (equals && left !== undefined && right !== undefined) refuse('binder.no-end', span);
  }
  const names = below.flatMap((part) => indexNames(part) ?? []);
  if (below.every((part) => indexNames(part) !== null)) return { kind: 'indices', names, span };
  return { kind: 'condition', conditions: below, span };
}

function readBelow(reader: Reader, nodes: readonly TexNode[], span: Span): readonly Syntax[] {
  const inside = reader.inside(nodes, span);
  const parts = [...readConditions(inside)];
  // `i: x_i > 0` names the index first.
  if (inside.accept(':') || inside.accept('\\mid')) parts.push(...readConditions(inside));
  inside.expectEnd();
  return parts;
}

function rangeBinder(below: readonly Syntax[], to: Syntax, span: Span): Binder {
  const [first] = below;
  if (below.length !== 1 || first === undefined) refuse('binder.several-with-end', span);
  if (first.kind === 'name') return { kind: 'range', index: first, from: null, to, span };
  const [index, from] = first.kind === 'relation' ? first.operands : [];
  const plain =
    first.kind === 'relation' &&
    first.operands.length === 2 &&
    first.relations[0]?.operator === '=';
  if (!plain || index?.kind !== 'name' || from === undefined) refuse('binder.unclear', span);
  return { kind: 'range', index, from, to, span };
}

/** `i` is one index, `ij` are two. */
function indexNames(syntax: Syntax): readonly NameSyntax[] | null {
  if (syntax.kind === 'name') return [syntax];
  if (syntax.kind !== 'product') return null;
  const names = syntax.factors.map(({ operator, body }) =>
    operator === 'juxtaposed' && body.kind === 'name' ? body : null,
  );
  return names.every((name) => name !== null) ? names : null;
}

/** `\#\{…\}`. */
export const readCount: PrimaryReader = (reader, item) => {
  if (item.kind !== 'symbol' || item.text !== '\\#') return null;
  const start = reader.position - 1;
  return mapNucleus(reader.readFactor(), (body) => {
    if (body.kind !== 'set') refuse('syntax.count-of-no-set', reader.spanFrom(start));
    return { kind: 'count', body, span: reader.spanFrom(start) };
  });
};

/** `\mathbb 1[x>0]`, `\mathbf 1_{x>0}`, `\mathbf 1_n`. */
export const readIndicator: PrimaryReader = (reader, item) => {
  const inner = nucleus(item);
  const digit = boldDigit(inner);
  if (digit === null) return null;
  const start = reader.position - 1;
  if (item.kind === 'scripts') return readScriptedOnes(reader, item, digit);
  if (digit === 0 || !isGroupNext(reader))
    return { kind: 'ones', value: digit, length: null, span: inner.span };
  return mapNucleus(reader.readFactor(), (group) => {
    const conditions = group.kind === 'group' || group.kind === 'set' ? group.items : null;
    if (conditions === null || !conditions.every((part) => part.kind === 'relation'))
      refuse('syntax.indicator-without-condition', reader.spanFrom(start));
    return { kind: 'indicator', conditions, span: reader.spanFrom(start) };
  });
};

/** `\mathbf 1`, `\mathbb 1`, `\mathbb I`, `\mathbf 0`. */
function boldDigit(item: Item): 0 | 1 | null {
  if (item.kind !== 'symbol') return null;
  if (item.font === 'blackboard' && item.text === 'I') return 1;
  if (item.font !== 'bold' && item.font !== 'blackboard') return null;
  return item.text === '1' ? 1 : item.text === '0' ? 0 : null;
}

function readScriptedOnes(reader: Reader, item: ScriptsItem, value: 0 | 1): Syntax {
  const { subscript, superscript, span, base } = item;
  if (base.kind === 'scripts') refuse('syntax.double-script', span);
  const below = subscript === null ? [] : readBelow(reader, subscript, span);
  const [first = null] = below;
  const syntax: Syntax =
    below.length <= 1 && first?.kind !== 'relation'
      ? { kind: 'ones', value, length: first, span }
      : { kind: 'indicator', conditions: below, span };
  if (superscript === null) return syntax;
  const [mark] = superscript;
  if (superscript.length === 1 && mark?.kind === 'symbol' && mark.text === '\\top')
    return { kind: 'transpose', base: syntax, span };
  const exponent = reader.inside(superscript, span).readAll();
  return { kind: 'power', base: syntax, exponent, span };
}

/** Names the construct that a word stands for, where it is none that can be computed. */
export const refuseUnsupported: PrimaryReader = (_reader, item) => {
  const name = wordOf(item);
  if (name === null || !UNSUPPORTED.has(name)) return null;
  return refuse('unsupported.construct', nucleus(item).span, { construct: `\\${name}` });
};

/** The word that an item is: `\log`, `\operatorname{mean}`, `\mathrm{mean}`. */
export function wordOf(item: Item): string | null {
  const inner = nucleus(item);
  if (inner.kind === 'operator') return inner.name;
  return inner.kind === 'text' && inner.upright ? inner.text : null;
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
