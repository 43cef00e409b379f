// Means, variances, covariances and probabilities: `\mathbb E_{x|y}[…]`, `\operatorname{Var}(x)`.
import type { TexNode } from '../../tex/tree.js';
import { refuse } from '../refusal.js';
import type { Binder, Syntax } from '../syntax.js';
import { isGroupNext, readBareArgument, readGroupArgument, statisticOf } from './arguments.js';
import { readBinder, scriptsOf } from './binders.js';
import { nucleus, symbolText, type Item, type ScriptsItem } from './items.js';
import { nameOfNucleus } from './names.js';
import type { PrimaryReader, Reader } from './reader.js';

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
