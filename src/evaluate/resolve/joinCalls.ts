// A name before parentheses is a call of a function, or a factor; what it is bound to decides.
import { shapeOf } from '../expression.js';
import { showName } from '../read/names.js';
import { refuse } from '../refusal.js';
import type { Factor, GroupSyntax, IndexedSyntax, Name, NameSyntax, Syntax } from '../syntax.js';
import { mapNucleus, nucleusOf } from '../syntaxNucleus.js';
import { builtInFor, KL } from './builtIns.js';
import { findMeaning, isLocal, type Context, type Meaning } from './context.js';
import { derivedFrom } from './derivedCalls.js';
import { isDensity, probabilityAt } from './lawCalls.js';
import { namesLaw } from './lawFamilies.js';
import { isLaw } from './lawReading.js';
import { spectralValue } from './spectra.js';

/** Joins each name of a function with the group behind it. */
export function joinCalls(factors: readonly Factor[], context: Context): readonly Factor[] {
  const joined: Factor[] = [];
  for (let at = 0; at < factors.length; at++) {
    const factor = factors[at];
    if (factor === undefined) break;
    const call = callAt(factors, at, context);
    if (call === null) joined.push(factor);
    else joined.push({ operator: factor.operator, body: call.body });
    if (call !== null) at += call.extra;
  }
  return joined;
}

function callAt(
  factors: readonly Factor[],
  at: number,
  context: Context,
): { readonly body: Syntax; readonly extra: number } | null {
  const factor = factors[at];
  const next = factors[at + 1];
  if (factor === undefined || next?.operator !== 'juxtaposed') return null;
  const divergence = divergenceAt(factors, at, context);
  if (divergence !== null) return { body: divergence, extra: 2 };
  const group = nucleusOf(next.body);
  if (group.kind !== 'group') return null;
  const event = probabilityAt(factor.body, next.body, context);
  if (event !== null) return { body: event, extra: 1 };
  const spectral = spectralValue(factor.body, next.body, group, context);
  if (spectral !== null) return { body: spectral, extra: 1 };
  const callee = calleeOf(factor.body, group, context);
  if (callee === null) return null;
  const member = factor.body.kind === 'indexed' ? factor.body : null;
  return { body: asCall(callee, member, next.body), extra: 1 };
}

function asCall(callee: NameSyntax, member: IndexedSyntax | null, scripted: Syntax): Syntax {
  return mapNucleus(scripted, (group) => {
    if (group.kind !== 'group') return group;
    const span = { start: callee.span.start, end: group.span.end };
    return { kind: 'call', callee, member, group, span };
  });
}

/** `KL(p\|q)` written with two italic letters, which are a product where both have values. */
function divergenceAt(factors: readonly Factor[], at: number, context: Context): Syntax | null {
  const third = factors[at + 2];
  const first = letterAt(factors[at], 'K');
  const second = letterAt(factors[at + 1], 'L');
  if (first === null || second === null || third?.operator !== 'juxtaposed') return null;
  if (isBound(first, context) && isBound(second, context) && findMeaning(context, KL) === null)
    return null;
  const group = nucleusOf(third.body);
  if (group.kind !== 'group') return null;
  const span = { start: first.span.start, end: second.span.end };
  if (group.items.length === 2 && group.bar === null) {
    if (isBound(first, context) || isBound(second, context)) return null;
    refuse('call.missing-bar', group.span, { name: 'KL', bar: '\\|' });
  }
  if (group.bar?.text !== '\\|') return null;
  return asCall({ kind: 'name', name: KL, span }, null, third.body);
}

function letterAt(factor: Factor | undefined, letter: string): NameSyntax | null {
  const body = factor?.body;
  return body?.kind === 'name' && body.name.key === letter ? body : null;
}

/** Whether the post says what a letter is; its value does not matter. */
function isBound({ name }: NameSyntax, context: Context): boolean {
  const { scope } = context;
  return isLocal(context, name) || scope.has(name.key) || scope.dimension(name) !== null;
}

/** The function that a factor before a group names, `null` where it is multiplied. */
function calleeOf(factor: Syntax, group: GroupSyntax, context: Context): NameSyntax | null {
  if (factor.kind === 'power' || factor.kind === 'transpose') {
    if (factor.base.kind === 'name' && isFunction(factor.base.name, context))
      refuse(isInverse(factor) ? 'function.inverse' : 'ambiguous.function-power', factor.span, {
        name: showName(factor.base.name),
      });
    return null;
  }
  if (factor.kind === 'indexed') {
    if (factor.full === null) return null;
    const named: NameSyntax = { kind: 'name', name: factor.full, span: factor.span };
    return isFunction(factor.full, context, group) || isLaw(factor, context) ? named : null;
  }
  if (factor.kind !== 'name') return null;
  const meaning = findMeaning(context, factor.name);
  if (meaning === null) return unboundCallee(factor, group, context);
  return callsMeaning(meaning, factor) ? factor : null;
}

function isInverse(factor: Syntax): boolean {
  const exponent = factor.kind === 'power' ? factor.exponent : null;
  return exponent?.kind === 'sum' && exponent.terms.some(({ negative }) => negative);
}

function isFunction(name: Name, context: Context, group: GroupSyntax | null = null): boolean {
  const meaning = findMeaning(context, name);
  if (meaning !== null) return meaning.kind === 'function' || meaning.kind === 'law';
  return builtInFor(name, group) !== null;
}

function unboundCallee(
  factor: NameSyntax,
  group: GroupSyntax,
  context: Context,
): NameSyntax | null {
  const { name, span } = factor;
  if (builtInFor(name, group) !== null || derivedFrom(name, context) !== null) return factor;
  if (namesLaw(name) && isDensity(group)) return factor;
  if (namesLaw(name) && group.items.length === 2)
    refuse('law.no-value', span, { name: showName(name) });
  if (name.key === 'e' || name.key === '\\pi' || context.dimensions.upperEnds.has(name.key))
    return null;
  refuseWithoutBar(name, group);
  const code = WORD.test(name.key) ? 'call.unknown-word' : 'call.unbound';
  return refuse(code, span, { name: showName(name) });
}

/** A word in upright letters names a function, if anything. */
const WORD = /^\\text\{[a-zA-Z]{2,}\}$/;

function refuseWithoutBar(name: Name, { bar, span }: GroupSyntax): void {
  const wanted = builtInFor(name, null)?.bar ?? null;
  if (wanted !== null && bar === null)
    refuse('call.missing-bar', span, { name: showName(name), bar: wanted });
}

function callsMeaning(meaning: Meaning, { name, span }: NameSyntax): boolean {
  switch (meaning.kind) {
    case 'function':
    case 'law':
      return true;
    case 'random':
      return refuse('law.alone', span, { name: showName(name) });
    case 'index':
      return false;
    case 'value':
      if (shapeOf(meaning.expression).rank !== 1) return false;
      return refuse('call.vector', span, { name: showName(name) });
    case 'families':
    case 'set':
      return refuse('call.vector', span, { name: showName(name) });
  }
}
