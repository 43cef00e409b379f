// Derivatives as they are written: `\frac{d}{dx} f`, `\frac{\partial L}{\partial z_i}`, `\partial_t f`, `\nabla_x f`.
import type { Span } from '../../core/text/span.js';
import type { TexFraction } from '../../tex/tree.js';
import { attempt, refuse } from '../refusal.js';
import type { Syntax, Variable } from '../syntax.js';
import { startsFunction } from './arguments.js';
import { itemsOf, nucleus, symbolText, type Item, type ScriptsItem } from './items.js';
import { nameOfNucleus } from './names.js';
import type { PrimaryReader, Reader } from './reader.js';
import { applyScripts } from './scripts.js';
import { substituted } from './substitutions.js';

/**
 * A fraction whose parts both start with d or ∂; with d the lower part is d and one symbol. Anything
 * else is a quotient, and not read here.
 */
export const readDerivative: PrimaryReader = (reader, item) => {
  if (item.kind !== 'fraction' || !item.bar) return null;
  const start = reader.position - 1;
  const above = reader.inside(item.numerator, item.span);
  const below = reader.inside(item.denominator, item.span);
  const sign = differentialOf(above.peek());
  if (sign === null || differentialOf(below.peek()) !== sign) return null;
  if (sign === 'd' && !isOneSymbol(item)) return null;
  const order = orderOf(above, above.next());
  const variables = readVariables(below, sign, item.span);
  if (variables.length !== order)
    refuse('derivative.order', item.span, {
      above: String(order),
      below: String(variables.length),
    });
  const alone = above.peek() === undefined;
  // `\frac{d}{dt}\big|_{t=0} f(t)`.
  const bar = alone ? reader.acceptSubstitution() : null;
  const body = alone ? reader.readProduct() : above.readAll();
  const span = reader.spanFrom(start);
  const derivative: Syntax = { kind: 'derivative', variables, times: 1, body, span };
  return bar === null ? derivative : substituted(reader, derivative, bar, derivative.span);
};

/** `\partial_t f`, `\nabla_x f`, `\nabla f`, `\partial L/\partial z`. */
export const readOperator: PrimaryReader = (reader, item) => {
  const sign = symbolText(item);
  if (sign !== '\\nabla' && sign !== '\\partial') return null;
  const start = reader.position - 1;
  if (item.kind !== 'scripts') {
    if (sign === '\\partial') return readSlashed(reader, start);
    return readNabla(reader, item, null, 1);
  }
  const times = sign === '\\nabla' && isSquared(reader, item) ? 2 : 1;
  const isBare = times === 2 && item.subscript === null && item.base.kind !== 'scripts';
  const below = times === 2 ? { ...item, superscript: null } : item;
  const variables = isBare ? null : subscriptOf(reader, below);
  if (sign === '\\nabla') return readNabla(reader, item, variables, times);
  const body = bodyOf(reader);
  return { kind: 'derivative', variables, times, body, span: reader.spanFrom(start) };
};

function readNabla(
  reader: Reader,
  item: Item,
  variables: readonly Variable[] | null,
  times: 1 | 2,
): Syntax {
  refuseDivergence(reader, item);
  const body = bodyOf(reader);
  const span = { start: item.span.start, end: body.span.end };
  return { kind: 'derivative', variables, times, body, span };
}

/** `\nabla^2`, `\nabla_x^2`. */
function isSquared(reader: Reader, { superscript, span }: ScriptsItem): boolean {
  if (superscript === null) return false;
  const exponent = attempt(() => reader.inside(superscript, span).readAll(), span);
  return exponent.ok && exponent.value.kind === 'number' && exponent.value.value === 2;
}

/** As far as the argument of a function without parentheses. */
function bodyOf(reader: Reader): Syntax {
  const body = reader.readArgument(startsFunction);
  // Is `\nabla f(x)g(x)` a gradient times g(x), or that of a product?
  if (body.kind === 'product' && body.factors.length > 2) {
    const [name, group] = body.factors;
    if (name?.body.kind === 'name' && group?.body.kind === 'group')
      refuse('ambiguous.argument', body.span);
  }
  return body;
}

function readSlashed(reader: Reader, start: number): Syntax {
  const body = reader.readFactor();
  const slash = reader.accept('/');
  if (!slash || symbolText(reader.peek()) !== '\\partial')
    refuse('unsupported.construct', reader.spanFrom(start), { construct: '\\partial' });
  reader.next();
  const variables = variablesOf(reader, reader.next());
  return { kind: 'derivative', variables, times: 1, body, span: reader.spanFrom(start) };
}

/** `\nabla\cdot v` is no derivative by entries. */
function refuseDivergence(reader: Reader, item: Item): void {
  const next = symbolText(reader.peek());
  const span = item.span;
  if (next === '\\cdot' || next === '\\times')
    refuse('unsupported.construct', span, { construct: `\\nabla${next}` });
}

function subscriptOf(reader: Reader, item: ScriptsItem): readonly Variable[] {
  const { base, subscript, superscript, span } = item;
  if (base.kind === 'scripts') refuse('syntax.double-script', span);
  if (superscript !== null || subscript === null)
    return refuse('unsupported.construct', span, { construct: `${symbolText(item)}^2` });
  const inside = reader.inside(subscript, span);
  const variable = inside.readFactor();
  inside.expectEnd();
  return [asVariable(variable)];
}

function asVariable(syntax: Syntax): Variable {
  if (syntax.kind === 'name' || syntax.kind === 'indexed') return syntax;
  return refuse('derivative.variable', syntax.span);
}

/** d or ∂, scripts or not. */
function differentialOf(item: Item | undefined): 'd' | '\\partial' | null {
  if (item?.kind === 'scripts' && item.subscript !== null) return null;
  const text = symbolText(item);
  return text === 'd' || text === '\\partial' ? text : null;
}

/** `dx`, `dx^2`, `dx_i`. */
function isOneSymbol({ denominator }: TexFraction): boolean {
  const items = itemsOf(denominator);
  return items.length === 2 && items[1] !== undefined && nameOfNucleus(nucleus(items[1])) !== null;
}

/** The exponent of the upper d. */
function orderOf(reader: Reader, item: Item): number {
  if (item.kind !== 'scripts') return 1;
  const exponent =
    item.superscript === null ? null : reader.inside(item.superscript, item.span).readAll();
  const isOrder =
    exponent?.kind === 'number' && Number.isInteger(exponent.value) && exponent.value > 0;
  return isOrder ? exponent.value : refuse('derivative.variable', item.span);
}

function readVariables(below: Reader, sign: string, span: Span): readonly Variable[] {
  const variables: Variable[] = [];
  while (below.peek() !== undefined) {
    if (differentialOf(below.peek()) !== sign) refuse('derivative.variable', span);
    below.next();
    variables.push(...variablesOf(below, below.next()));
  }
  return variables;
}

/** A symbol, as often as its exponent says. */
function variablesOf(reader: Reader, item: Item): readonly Variable[] {
  const name = nameOfNucleus(nucleus(item));
  if (name === null) return refuse('derivative.variable', item.span);
  const order = item.kind === 'scripts' && isNumber(item) ? orderOf(reader, item) : 1;
  const symbol = order > 1 && item.kind === 'scripts' ? { ...item, superscript: null } : item;
  const base: Syntax = { kind: 'name', name, span: nucleus(item).span };
  const variable = asVariable(isBare(symbol) ? base : applyScripts(reader, base, symbol));
  return Array.from({ length: order }, () => variable);
}

function isNumber({ superscript }: ScriptsItem): boolean {
  const items = superscript === null ? [] : itemsOf(superscript);
  return items.length === 1 && items[0]?.kind === 'number';
}

function isBare(item: Item): boolean {
  return item.kind !== 'scripts' || (item.subscript === null && item.superscript === null);
}
