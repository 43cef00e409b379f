// Numbers, names, fractions, roots: what a factor is made of when it is not a group or a function.
import { decimalText } from '../decimal.js';
import { refuse } from '../refusal.js';
import type { NumberSyntax, Syntax } from '../syntax.js';
import { nucleus, type NumberItem } from './items.js';
import { nameOfNucleus } from './names.js';
import type { PrimaryReader } from './reader.js';
import { applyScripts } from './scripts.js';

export const readNumber: PrimaryReader = (reader, item) => {
  const inner = nucleus(item);
  if (inner.kind !== 'number') return null;
  if (inner.exponent && !reader.readsData)
    refuse('number.exponent-notation', inner.span, { number: inner.text });
  const number = numberSyntax(inner);
  if (item.kind !== 'scripts' && reader.accept('\\%'))
    return { ...number, value: Number(decimalText({ ...number, percent: true })), percent: true };
  return applyScripts(reader, number, item);
};

function numberSyntax(item: NumberItem): NumberSyntax {
  const { text, decimals, span } = item;
  return { kind: 'number', value: Number(text), text, decimals, percent: false, span };
}

export const readName: PrimaryReader = (reader, item) => {
  const inner = nucleus(item);
  if (inner.kind === 'symbol' && inner.font === 'roman' && inner.text === 'e')
    return applyScripts(reader, { kind: 'constant', constant: 'e', span: inner.span }, item);
  const name = nameOfNucleus(inner);
  if (name === null) {
    if (inner.kind === 'accent') refuse('syntax.accent-without-name', inner.span);
    return null;
  }
  return applyScripts(reader, { kind: 'name', name, span: inner.span }, item);
};

export const readSymbol: PrimaryReader = (reader, item) => {
  const inner = nucleus(item);
  if (inner.kind !== 'symbol') return null;
  switch (inner.text) {
    case '\\infty':
      return applyScripts(
        reader,
        { kind: 'constant', constant: 'infinity', span: inner.span },
        item,
      );
    case '\\ldots':
    case '\\cdots':
      return { kind: 'dots', span: inner.span };
    default:
      return null;
  }
};

export const readFraction: PrimaryReader = (reader, item) => {
  const inner = nucleus(item);
  if (inner.kind !== 'fraction') return null;
  const { numerator, denominator, span } = inner;
  const above = reader.inside(numerator, span);
  const below = reader.inside(denominator, span);
  const quotient: Syntax = {
    kind: 'quotient',
    numerator: above.readAll(),
    denominator: below.readAll(),
    span,
  };
  return applyScripts(reader, quotient, item);
};

export const readRoot: PrimaryReader = (reader, item) => {
  const inner = nucleus(item);
  if (inner.kind !== 'root') return null;
  const { span } = inner;
  const degree = inner.degree === null ? null : reader.inside(inner.degree, span).readAll();
  const radicand = reader.inside(inner.radicand, span).readAll();
  return applyScripts(reader, { kind: 'root', degree, radicand, span }, item);
};
