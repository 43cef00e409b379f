// The entries of `p_i = …`, where what its indices index gives their range.
import { shapeOf, type Expression } from '../expression.js';
import { showName } from '../read/names.js';
import { refuse } from '../refusal.js';
import { freshIndex, withLocal, type Context, type OpenRange } from '../resolve/context.js';
import { resolveVector } from '../resolve/lists.js';
import type { Name } from '../syntax.js';
import type { Definition } from './definitions.js';

/** `null` where no array gives the range of an index. */
export function entriesOf(
  { parameters, body, span }: Definition,
  context: Context,
): Expression | null {
  const ranges: OpenRange[] = [];
  let inside = context;
  const locals = parameters.map((name) => {
    const local = freshIndex(context);
    const open: OpenRange = { lengths: [] };
    ranges.push(open);
    inside = withLocal(inside, name, { kind: 'index', local, open });
    return local;
  });
  const value = resolveVector(body, inside);
  if (shapeOf(value).rank !== 0 || parameters.length > 2) return null;
  const lengths = ranges.map((range, at) => lengthOf(range, parameters[at]));
  if (!lengths.every((length) => length !== null)) return null;
  const [rows = 0, columns = 0] = lengths;
  const shape =
    parameters.length === 1
      ? ({ rank: 1, length: rows } as const)
      : ({ rank: 2, rows, columns } as const);
  return { kind: 'build', indices: locals, shape, body: value, span };
}

function lengthOf({ lengths }: OpenRange, name: Name | undefined): number | null {
  const [first] = lengths;
  if (first === undefined) return null;
  for (const { length, span } of lengths) {
    if (length !== first.length)
      refuse('shape.lengths-differ', span, {
        index: name === undefined ? '' : showName(name),
        expected: String(first.length),
        found: String(length),
      });
  }
  return first.length;
}
