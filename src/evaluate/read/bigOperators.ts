// Sums, products and extrema: `\sum_{i=1}^n`, `\max_i`, `\arg\min`, and where what they run over ends.
import { wordTable } from '../../core/text/wordTable.js';
import { refuse } from '../refusal.js';
import type { BigOperator, Binder, Syntax } from '../syntax.js';
import { partsOfBinder, visitSyntax } from '../syntaxChildren.js';
import { isGroupNext, readBareArgument, readGroupArgument, wordOf } from './arguments.js';
import { readBinder, scriptsOf } from './binders.js';
import type { Item, ScriptsItem } from './items.js';
import type { PrimaryReader, Reader } from './reader.js';

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
