// Counts and indicators, vectors of ones and zeros: `\#\{…\}`, `\mathbf 1_{x>0}`, `\mathbf 1_n`.
import { refuse } from '../refusal.js';
import type { Syntax } from '../syntax.js';
import { mapNucleus } from '../syntaxNucleus.js';
import { isGroupNext } from './arguments.js';
import { readBelow } from './binders.js';
import { nucleus, type Item, type ScriptsItem } from './items.js';
import type { PrimaryReader, Reader } from './reader.js';

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
