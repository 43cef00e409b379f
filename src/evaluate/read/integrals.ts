// Integrals as they are written: the differential closes what the sign opens.
import { wordTable } from '../../core/text/wordTable.js';
import type { Span } from '../../core/text/span.js';
import { refuse } from '../refusal.js';
import type { IntegralSyntax, NameSyntax, Syntax } from '../syntax.js';
import { wordOf } from './arguments.js';
import { itemsOf, nucleus, symbolText, type Item, type ScriptsItem } from './items.js';
import { isDifferential, nameOfNucleus } from './names.js';
import type { PrimaryReader, Reader } from './reader.js';

export const readIntegral: PrimaryReader = (reader, item) => {
  const sign = wordOf(item);
  const count = sign === null ? 0 : (SIGNS[sign] ?? 0);
  if (count === 0) return null;
  const start = reader.position - 1;
  const ranges = rangesOf(reader, item, count);
  // `\int dx\,f(x)`: the differential may come first.
  const first = readDifferentials(reader, count);
  const { body, variables } =
    first === null
      ? readIntegrand(reader, count)
      : {
          body: reader.readProduct(),
          variables: first,
        };
  const span = reader.spanFrom(start);
  if (variables === null) return refuse('integral.differential', span);
  return nested(body, variables, ranges, nucleus(item).span, span);
};

const SIGNS: Readonly<Record<string, number | undefined>> = wordTable({
  int: 1,
  iint: 2,
  iiint: 3,
});

type Range = readonly [from: Syntax, to: Syntax];

/** One integral for each variable, the last outermost. */
function nested(
  body: Syntax,
  variables: readonly Differential[],
  ranges: readonly (Range | null)[],
  sign: Span,
  span: Span,
): Syntax {
  return variables.reduce<Syntax>((inner, { variable, isUpright }, at): IntegralSyntax => {
    const range = ranges[at] ?? null;
    return { kind: 'integral', variable, isUpright, range, sign, body: inner, span };
  }, body);
}

/** One for each variable; `\int` alone has no ends. */
function rangesOf(reader: Reader, item: Item, count: number): readonly (Range | null)[] {
  if (item.kind === 'scripts')
    return count === 1 ? [endsOf(reader, item)] : areaOf(reader, item, count);
  return count === 1 ? [null] : refuse('integral.ends', item.span);
}

interface Integrand {
  readonly body: Syntax;
  readonly variables: readonly Differential[] | null;
}

function readIntegrand(reader: Reader, count: number): Integrand {
  const above = readNumerator(reader, count);
  if (above !== null) return above;
  const body = reader.within({ differential: true }, () => reader.readSum());
  return { body, variables: readDifferentials(reader, count) };
}

/** `\int \frac{dx}{x}`: the differential may end the numerator. */
function readNumerator(reader: Reader, count: number): Integrand | null {
  const item = reader.peek();
  if (item?.kind !== 'fraction' || !item.bar) return null;
  const parts = itemsOf(item.numerator);
  const [sign, letter] = parts.slice(-2);
  if (!isDifferential(sign, letter)) return null;
  reader.next();
  const { span } = item;
  const above = reader.inside(item.numerator, span);
  const isBare = parts.length === 2 * count;
  const one: Syntax = { kind: 'number', value: 1, text: '1', decimals: null, percent: false, span };
  const numerator = isBare ? one : above.within({ differential: true }, () => above.readSum());
  const variables = readDifferentials(above, count);
  above.expectEnd();
  const denominator = reader.inside(item.denominator, span).readAll();
  const quotient: Syntax = { kind: 'quotient', numerator, denominator, span };
  if (!reader.startsFactor()) return { body: quotient, variables };
  const factors = [quotient, reader.readProduct()].map(
    (body) => ({ operator: 'juxtaposed', body }) as const,
  );
  return { body: { kind: 'product', factors, span }, variables };
}

function endsOf(reader: Reader, { base, subscript, superscript, span }: ScriptsItem): Range {
  if (base.kind === 'scripts') refuse('syntax.double-script', span);
  if (subscript === null) return refuse('integral.ends', span);
  const below = reader.inside(subscript, span);
  if (superscript !== null) return [below.readAll(), reader.inside(superscript, span).readAll()];
  const line = below.next();
  const isLine = nucleus(line).kind === 'symbol' && symbolText(line) === 'R';
  if (!isLine || line.kind === 'scripts') return refuse('integral.ends', span);
  return wholeLine(line.span);
}

/** `\iint_{[0,1]\times[0,2]}`, `\iint_{[0,1]^2}`, `\iint_{\mathbb{R}^2}`: a range for each variable. */
function areaOf(
  reader: Reader,
  { base, subscript, superscript, span }: ScriptsItem,
  count: number,
): readonly Range[] {
  if (base.kind === 'scripts' || subscript === null || superscript !== null)
    return refuse('integral.ends', span);
  const area = reader.inside(subscript, span).readAll();
  if (area.kind === 'power') {
    const { base: side, exponent } = area;
    const isPower = exponent.kind === 'number' && exponent.value === count;
    const range = isPower ? rangeOf(side) : refuse('integral.ends', span);
    return Array.from({ length: count }, () => range);
  }
  if (area.kind !== 'product' || area.factors.length !== count)
    return refuse('integral.ends', span);
  return area.factors.map(({ body }) => rangeOf(body));
}

function rangeOf(set: Syntax): Range {
  if (set.kind === 'name' && set.name.key === '\\mathbb{R}') return wholeLine(set.span);
  const [from, to] = set.kind === 'group' ? set.items : [];
  if (set.kind !== 'group' || set.items.length !== 2 || from === undefined || to === undefined)
    return refuse('integral.ends', set.span);
  return [from, to];
}

function wholeLine(span: Span): Range {
  const infinity: Syntax = { kind: 'constant', constant: 'infinity', span };
  return [{ kind: 'sum', terms: [{ negative: true, body: infinity }], span }, infinity];
}

interface Differential {
  readonly variable: NameSyntax;
  readonly isUpright: boolean;
}

/** d and one symbol, for each of the variables; `null` where there are fewer. */
function readDifferentials(reader: Reader, count: number): readonly Differential[] | null {
  const found: Differential[] = [];
  for (let at = 0; at < count; at++) {
    const sign = reader.peek();
    if (!isDifferential(sign, reader.peek(1))) return null;
    reader.next();
    const item = reader.next();
    const name = nameOfNucleus(nucleus(item));
    if (name === null) return null;
    const isUpright = sign?.kind === 'symbol' && sign.font === 'roman';
    found.push({ variable: { kind: 'name', name, span: item.span }, isUpright });
  }
  return found;
}
