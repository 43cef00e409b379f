// The entries of `p_i = …`, where what its indices index, or what is said behind it, gives their range.
import type { Span } from '../../core/text/span.js';
import { shapeOf, type Expression, type Local } from '../expression.js';
import { bindLoops, type Loop, type Loops } from '../resolve/binders.js';
import { addTerms, constant, localExpression, staticNumber } from '../resolve/construct.js';
import { freshIndex, withLocal, type Context, type OpenRange } from '../resolve/context.js';
import { resolveVector } from '../resolve/lists.js';
import { endsOf } from '../resolve/wrap.js';
import type { Name } from '../syntax.js';
import type { Definition } from './definitions.js';

/** `null` where nothing gives the range of an index, or it begins elsewhere than arrays do. */
export function entriesOf(
  { parameters, ranges, body, span }: Pick<Definition, 'parameters' | 'ranges' | 'body' | 'span'>,
  context: Context,
): Expression | null {
  const loops: Loop[] = [];
  let inside = context;
  for (const name of parameters) {
    const range = ranges.find(({ index }) => index.name.plain === name.plain);
    const bound = range === undefined ? openLoop(name, span, inside) : bindLoops(range, inside);
    inside = bound.inside;
    loops.push(...bound.loops);
  }
  const value = resolveVector(body, inside);
  if (shapeOf(value).rank !== 0 || parameters.length > 2) return null;
  const lengths = loops.map((loop) => lengthOf(loop, inside));
  if (!lengths.every((length) => length !== null)) return null;
  const [rows = 0, columns = 0] = lengths;
  const shape =
    parameters.length === 1
      ? ({ rank: 1, length: rows } as const)
      : ({ rank: 2, rows, columns } as const);
  const { firstIndex } = context.scope.conventions;
  const built = loops.map((loop) => startedAt(firstIndex, loop, context));
  const entry = built.reduceRight((inner, { around }) => around(inner), value);
  return { kind: 'build', indices: built.map(({ place }) => place), shape, body: entry, span };
}

/** Whatever the index stands for where the family is asked for. */
function openLoop(name: Name, span: Span, context: Context): Pick<Loops, 'loops' | 'inside'> {
  const local = freshIndex(context);
  const open: OpenRange = { lengths: [] };
  const inside = withLocal(context, name, { kind: 'index', local, open });
  return { loops: [{ name, local, span, range: { kind: 'open', open, sizeName: null } }], inside };
}

interface Built {
  /** Runs from 1, as places in arrays do. */
  readonly place: Local;
  readonly around: (body: Expression) => Expression;
}

/** `set index 0`: an index is one less than its place. */
function startedAt(firstIndex: 0 | 1, { local, span }: Loop, context: Context): Built {
  if (firstIndex === 1) return { place: local, around: (body) => body };
  const place = freshIndex(context);
  const value = addTerms(
    [
      { negative: false, body: localExpression(place, span) },
      { negative: true, body: constant(1, span) },
    ],
    span,
  );
  const around = (body: Expression): Expression => ({
    kind: 'let',
    eager: false,
    local,
    value,
    body,
    span,
  });
  return { place, around };
}

function lengthOf(loop: Loop, context: Context): number | null {
  const { range } = loop;
  if (range.kind === 'elements') return null;
  if (range.kind === 'open' && range.open.lengths.length === 0) {
    if (range.sizeName !== null) context.dimensions.pending.delete(range.sizeName.key);
    return null;
  }
  const { from, to } = endsOf(loop, range, context);
  const [first, last] = [staticNumber(from), staticNumber(to)];
  const { firstIndex } = context.scope.conventions;
  return first !== firstIndex || last === null || last < first ? null : last - first + 1;
}
