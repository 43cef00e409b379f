// What stands below and above a sum, an extremum or a mean: ranges, indices and conditions.
import type { Span } from '../../core/text/span.js';
import type { TexNode } from '../../tex/tree.js';
import { refuse } from '../refusal.js';
import type { Binder, NameSyntax, Syntax } from '../syntax.js';
import { readConditions } from './conditions.js';
import type { Item, ScriptsItem } from './items.js';
import type { Reader } from './reader.js';

/** Reads `i=1`, `i`, `ij`, `i<j`, `j\ne i`, `i\in\Omega` below, and the upper end above. */
export function readBinder(
  reader: Reader,
  { subscript, superscript, base, span }: ScriptsItem,
): Binder {
  if (base.kind === 'scripts') refuse('syntax.double-script', span);
  const upper = superscript === null ? null : reader.inside(superscript, span).readAll();
  if (subscript === null) refuse('binder.no-index', span);
  const below = readBelow(reader, subscript, span);
  const [first] = below;
  if (upper !== null) return rangeBinder(below, upper, span);
  if (below.length === 1 && first?.kind === 'relation') {
    const [left, right] = first.operands;
    const equals = first.relations.length === 1 && first.relations[0]?.operator === '=';
    if (equals && left !== undefined && right !== undefined) refuse('binder.no-end', span);
  }
  const names = below.flatMap((part) => indexNames(part) ?? []);
  if (below.every((part) => indexNames(part) !== null)) return { kind: 'indices', names, span };
  return { kind: 'condition', conditions: below, span };
}

export function readBelow(
  reader: Reader,
  nodes: readonly TexNode[],
  span: Span,
): readonly Syntax[] {
  const inside = reader.inside(nodes, span);
  const parts = [...readConditions(inside)];
  // `i: x_i > 0` names the index first.
  if (inside.accept(':') || inside.accept('\\mid')) parts.push(...readConditions(inside));
  inside.expectEnd();
  return parts;
}

function rangeBinder(below: readonly Syntax[], to: Syntax, span: Span): Binder {
  const [first] = below;
  if (below.length !== 1 || first === undefined) refuse('binder.several-with-end', span);
  if (first.kind === 'name') return { kind: 'range', index: first, from: null, to, span };
  const [index, from] = first.kind === 'relation' ? first.operands : [];
  const plain =
    first.kind === 'relation' &&
    first.operands.length === 2 &&
    first.relations[0]?.operator === '=';
  if (!plain || index?.kind !== 'name' || from === undefined) refuse('binder.unclear', span);
  return { kind: 'range', index, from, to, span };
}

/** `i` is one index, `ij` are two. */
function indexNames(syntax: Syntax): readonly NameSyntax[] | null {
  if (syntax.kind === 'name') return [syntax];
  if (syntax.kind !== 'product') return null;
  const names = syntax.factors.map(({ operator, body }) =>
    operator === 'juxtaposed' && body.kind === 'name' ? body : null,
  );
  return names.every((name) => name !== null) ? names : null;
}

export function scriptsOf(item: Item): ScriptsItem | null {
  return item.kind === 'scripts' ? item : null;
}
