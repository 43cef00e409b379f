// Sizes that a statement's own ranges give: n of `\frac1n\sum_{i=1}^n x_i` is the length of x.
import { refuse } from '../refusal.js';
import { showName } from '../read/names.js';
import type { Binder, Name, Syntax } from '../syntax.js';
import { visitBinders } from '../syntaxChildren.js';
import { staticNumber } from './construct.js';
import { findMeaning, isOwnSize, type Context } from './context.js';

/**
 * Resolves until all sizes are known: a size may be used before the range that gives it. Each round
 * learns at least one size, so there are no more rounds than names.
 */
export function resolveWithSizes<T>(
  syntaxes: readonly Syntax[],
  context: Context,
  resolve: (context: Context) => T,
  ranges: readonly Binder[] = [],
): T {
  const upperEnds = upperEndsOf(syntaxes, ranges);
  let known = context.dimensions.known;
  for (;;) {
    const dimensions = { known, upperEnds, derived: new Map(), pending: new Map() };
    const inside = { ...context, dimensions };
    const resolved = resolve(inside);
    if (inside.dimensions.pending.size === 0) return resolved;
    known = learn(known, inside);
  }
}

function learn(known: ReadonlyMap<string, number>, context: Context): ReadonlyMap<string, number> {
  const { dimensions, shared } = context;
  const sizes = new Map([...known, ...dimensions.derived]);
  for (const [key, span] of dimensions.pending) {
    const name = { key, plain: key };
    const bound = isOwnSize(name, context) ? boundNumber(name, context) : null;
    const size = sizes.get(key) ?? bound;
    if (size === null) refuse('name.unbound-size', span, { name: showName(name) });
    if (bound !== null && bound !== size)
      refuse('shape.size-differs', span, {
        name: showName(name),
        expected: String(bound),
        found: String(size),
      });
    sizes.set(key, size);
  }
  for (const [key, size] of sizes) {
    const name = showName({ key, plain: key });
    shared.ranges.set(name, `${name} = ${size}`);
  }
  return sizes;
}

function boundNumber(name: Name, context: Context): number | null {
  const meaning = findMeaning(context, name);
  return meaning?.kind === 'value' ? staticNumber(meaning.expression) : null;
}

function upperEndsOf(syntaxes: readonly Syntax[], ranges: readonly Binder[]): ReadonlySet<string> {
  const ends = new Set<string>();
  const note = (binder: Binder): void => {
    if (binder.kind === 'range' && binder.to.kind === 'name') ends.add(binder.to.name.key);
  };
  ranges.forEach(note);
  for (const syntax of syntaxes) visitBinders(syntax, note);
  return ends;
}
