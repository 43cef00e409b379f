// Values at a point as they are written: `\left.\frac{d}{dx}x^3\right|_{x=1}`, `f'(x)\Big|_{x=1}`, `[\dots]_{x=1}`.
import type { Span } from '../../core/text/span.js';
import type { TexNode } from '../../tex/tree.js';
import { attempt, refuse } from '../refusal.js';
import type { NameSyntax, SubstitutionSyntax, Syntax } from '../syntax.js';
import { visitSyntax } from '../syntaxChildren.js';
import { barOf } from './bars.js';
import { readConditions } from './conditions.js';
import { nucleus, type Item, type ScriptsItem } from './items.js';
import type { PrimaryReader, Reader } from './reader.js';

/** `\left. … \right|_{x=1}`. */
export const readFencedSubstitution: PrimaryReader = (reader, item) => {
  const inner = nucleus(item);
  if (inner.kind !== 'fence' || inner.left !== '' || inner.right !== '|') return null;
  const inside = reader.inside(inner.body, inner.span);
  const body = inside.readAll();
  if (item.kind !== 'scripts') return refuse('substitution.unclear', item.span);
  return substituted(reader, body, item, item.span);
};

/** A bar with an equation below it closes nothing: it says where what stands before it is taken. */
export function isSubstitutionBar(reader: Reader, item: Item | undefined): item is ScriptsItem {
  return (
    item?.kind === 'scripts' &&
    barOf(item) === '|' &&
    item.base.kind !== 'scripts' &&
    item.subscript !== null &&
    assignmentsIn(reader, item.subscript, item.span) !== null
  );
}

/** What stands before the bar, a term without its sign. */
export function substitutedTerm(reader: Reader, body: Syntax, bar: ScriptsItem): Syntax {
  const span = { start: body.span.start, end: bar.span.end };
  const found = substituted(reader, body, bar, span);
  // Is `xf'(x)|_{x=1}` the product at 1, or x times the derivative at 1?
  const others = body.kind === 'product' ? body.factors.slice(0, -2) : [];
  if (others.some((other) => found.values.some(({ name }) => speaksOf(other.body, name))))
    refuse('ambiguous.argument', body.span);
  return found;
}

/** `[…]_{x=1}`; `null` where no equation stands below. */
export function substitutedGroup(
  reader: Reader,
  base: Syntax,
  layer: ScriptsItem,
): SubstitutionSyntax | null {
  const [only, second] = base.kind === 'group' && base.open === '[' ? base.items : [];
  if (only === undefined || second !== undefined || layer.subscript === null) return null;
  return assignmentsIn(reader, layer.subscript, layer.span) === null
    ? null
    : substituted(reader, only, layer, layer.span);
}

/** What is taken where the bar says. */
export function substituted(
  reader: Reader,
  body: Syntax,
  { subscript, superscript, span: place }: ScriptsItem,
  span: Span,
): SubstitutionSyntax {
  const values = subscript === null ? null : assignmentsIn(reader, subscript, place);
  if (values === null || superscript !== null) return refuse('substitution.unclear', place);
  return { kind: 'substitution', body, values, span };
}

/** `x=1,y=2`. */
function assignmentsIn(
  reader: Reader,
  nodes: readonly TexNode[],
  span: Span,
): SubstitutionSyntax['values'] | null {
  const read = attempt(() => {
    const inside = reader.inside(nodes, span);
    const relations = readConditions(inside);
    inside.expectEnd();
    return relations;
  }, span);
  if (!read.ok) return null;
  const values = read.value.map((relation) => {
    if (relation.kind !== 'relation' || relation.relations.length !== 1) return null;
    const [name, value] = relation.operands;
    const isEquation = relation.relations[0]?.operator === '=';
    return isEquation && name?.kind === 'name' && value !== undefined ? { name, value } : null;
  });
  return values.every((value) => value !== null) ? values : null;
}

function speaksOf(syntax: Syntax, { name }: NameSyntax): boolean {
  let found = false;
  visitSyntax(syntax, (node) => {
    found ||= node.kind === 'name' && node.name.plain === name.plain;
  });
  return found;
}
