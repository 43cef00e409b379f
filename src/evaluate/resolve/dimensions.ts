// Sizes that a statement's own ranges give: n of `\frac1n\sum_{i=1}^n x_i` is the length of x.
import { refuse } from '../refusal.js';
import { showName } from '../read/names.js';
import type { Syntax } from '../syntax.js';
import { visitBinders } from '../syntaxChildren.js';
import type { Context } from './context.js';

/**
 * Resolves until all sizes are known: a size may be used before the range that gives it. Each round
 * learns at least one size, so there are no more rounds than names.
 */
export function resolveWithSizes<T>(
  syntaxes: readonly Syntax[],
  context: Context,
  resolve: (context: Context) => T,
): T {
  const upperEnds = upperEndsOf(syntaxes);
  let known = context.dimensions.known;
  for (;;) {
    const dimensions = { known, upperEnds, derived: new Map(), pending: new Map() };
    const inside = { ...context, dimensions };
    const resolved = resolve(inside);
    if (inside.dimensions.pending.size === 0) return resolved;
    known = learn(known, inside);
  }
}

function learn(
  known: ReadonlyMap<string, number>,
  { dimensions, shared }: Context,
): ReadonlyMap<string, number> {
  for (const [key, span] of dimensions.pending) {
    if (!dimensions.derived.has(key))
      refuse('name.unbound-size', span, { name: showName({ key, plain: key }) });
  }
  const sizes = new Map([...known, ...dimensions.derived]);
  for (const [key, size] of sizes) {
    const name = showName({ key, plain: key });
    shared.ranges.set(name, `${name} = ${size}`);
  }
  return sizes;
}

function upperEndsOf(syntaxes: readonly Syntax[]): ReadonlySet<string> {
  const ends = new Set<string>();
  for (const syntax of syntaxes) {
    visitBinders(syntax, (binder) => {
      if (binder.kind === 'range' && binder.to.kind === 'name') ends.add(binder.to.name.key);
    });
  }
  return ends;
}
