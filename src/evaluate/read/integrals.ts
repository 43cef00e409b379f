// Integrals as they are written: the differential closes what the sign opens.
import type { Span } from '../../core/text/span.js';
import { refuse } from '../refusal.js';
import type { NameSyntax, Syntax } from '../syntax.js';
import { wordOf } from './functions.js';
import { nucleus, symbolText, type ScriptsItem } from './items.js';
import { isDifferential, nameOfNucleus } from './names.js';
import type { PrimaryReader, Reader } from './reader.js';

export const readIntegral: PrimaryReader = (reader, item) => {
  const sign = wordOf(item);
  if (sign !== 'int') return null;
  const start = reader.position - 1;
  if (item.kind !== 'scripts') return refuse('integral.ends', item.span);
  const [from, to] = endsOf(reader, item);
  // `\int dx\,f(x)`: the differential may come first.
  const first = readDifferential(reader);
  const body = first === null ? readIntegrand(reader) : reader.readProduct();
  const variable = first ?? readDifferential(reader);
  if (variable === null) return refuse('integral.differential', reader.spanFrom(start));
  return { kind: 'integral', variable, from, to, body, span: reader.spanFrom(start) };
};

function readIntegrand(reader: Reader): Syntax {
  return reader.within({ differential: true }, () => reader.readSum());
}

function endsOf(
  reader: Reader,
  { base, subscript, superscript, span }: ScriptsItem,
): readonly [Syntax, Syntax] {
  if (base.kind === 'scripts') refuse('syntax.double-script', span);
  if (subscript === null) return refuse('integral.ends', span);
  const below = reader.inside(subscript, span);
  if (superscript !== null) return [below.readAll(), reader.inside(superscript, span).readAll()];
  const line = below.next();
  const isLine = nucleus(line).kind === 'symbol' && symbolText(line) === 'R';
  if (!isLine || line.kind === 'scripts') return refuse('integral.ends', span);
  return wholeLine(line.span);
}

function wholeLine(span: Span): readonly [Syntax, Syntax] {
  const infinity: Syntax = { kind: 'constant', constant: 'infinity', span };
  return [{ kind: 'sum', terms: [{ negative: true, body: infinity }], span }, infinity];
}

/** d and one symbol. */
function readDifferential(reader: Reader): NameSyntax | null {
  if (!isDifferential(reader.peek(), reader.peek(1))) return null;
  reader.next();
  const item = reader.next();
  const name = nameOfNucleus(nucleus(item));
  return name === null ? null : { kind: 'name', name, span: item.span };
}
