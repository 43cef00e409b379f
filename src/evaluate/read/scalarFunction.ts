// Functions of one number by name: `\log x`, `\sin^2 x`, `\tanh'(x)`, and where their arguments end.
import { refuse } from '../refusal.js';
import { SCALAR_FUNCTIONS, type ScalarFunction } from '../scalarFunctions.js';
import type { FunctionSyntax, Syntax } from '../syntax.js';
import {
  isGroupNext,
  readGroupArgument,
  startsFunction,
  statisticOf,
  wordOf,
} from './arguments.js';
import { itemsOf, nucleus, symbolText, type Item } from './items.js';
import type { PrimaryReader, Reader } from './reader.js';
import { isProductSign } from './signs.js';

export const readScalarFunction: PrimaryReader = (reader, item) => {
  const word = wordOf(item);
  const name = SCALAR_FUNCTIONS.find((known) => known === word);
  if (name === undefined) return null;
  const start = reader.position - 1;
  const scripts = functionScripts(reader, item, name);
  const make = (argument: Syntax): Syntax => ({
    kind: 'function',
    name,
    ...scripts,
    argument,
    span: reader.spanFrom(start),
  });
  if (!isGroupNext(reader)) return make(readOpenArgument(reader));
  const value = readGroupArgument(reader, make);
  // Is `\log(1-p)(1-q)` the logarithm of a product?
  if (LOGARITHMS.has(name) && value.kind === 'function' && isGroupNext(reader))
    refuse('ambiguous.argument', value.argument.span);
  return value;
};

const LOGARITHMS: ReadonlySet<ScalarFunction> = new Set(['log', 'ln', 'lg']);

function functionScripts(
  reader: Reader,
  item: Item,
  name: string,
): Pick<FunctionSyntax, 'base' | 'power' | 'primes'> {
  if (item.kind !== 'scripts') return { base: null, power: null, primes: 0 };
  const { subscript, superscript, span } = item;
  if (item.base.kind === 'scripts') refuse('syntax.double-script', span);
  if (subscript !== null && name !== 'log') refuse('syntax.subscript-of-function', span, { name });
  const base = subscript === null ? null : reader.inside(subscript, span).readAll();
  if (superscript === null) return { base, power: null, primes: 0 };
  const marks = itemsOf(superscript);
  if (marks.every((mark) => symbolText(mark) === '\\prime'))
    return { base, power: null, primes: marks.length };
  // `\sin^{(2)}` may be a derivative, and `\log^{(2)}` a repetition.
  if (symbolText(marks[0]) === '(') refuse('function.power', span, { name });
  return { base, power: reader.inside(superscript, span).readAll(), primes: 0 };
}

/** What runs over terms: `\log\frac1n\sum_i x_i` may speak of all of them. */
const RUNNING: ReadonlySet<string> = new Set(['sum', 'prod', 'int', 'iint', 'iiint', 'lim']);

function readOpenArgument(reader: Reader): Syntax {
  const start = reader.position;
  const argument = reader.readArgument(startsFunction);
  const argumentSpan = reader.spanFrom(start);
  const next = reader.peek();
  const behind = next !== undefined && isProductSign(next) ? reader.peek(1) : next;
  if (behind !== undefined && isRunning(behind)) refuse('ambiguous.argument', argumentSpan);
  return argument;
}

function isRunning(item: Item): boolean {
  return RUNNING.has(wordOf(item) ?? '') || statisticOf(nucleus(item)) !== null;
}
