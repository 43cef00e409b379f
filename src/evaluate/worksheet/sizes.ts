// The sizes that a domain speaks of: n of `x \in \mathbb{R}^n`, beside the axes of what is in it.
import { axesOf, type Shape } from '../expression.js';
import type { Name } from '../syntax.js';
import type { Domain } from './domains.js';
import type { Size } from './domainSets.js';

export function mentions(set: Domain['set'], wanted: Name): boolean {
  return sizesOf(set).some((size) => size.kind === 'name' && size.name.key === wanted.key);
}

export function sizesOf(set: Domain['set']): readonly Size[] {
  switch (set.kind) {
    case 'reals':
    case 'numbers':
      return set.sizes;
    case 'simplex':
    case 'sphere':
      return [set.size];
    case 'symmetric':
    case 'orthogonal':
      return [set.size, set.size];
    case 'integers':
    case 'definite':
      return [];
  }
}

/** Each size of a domain with the length of that axis. */
export function pairSizes(set: Domain['set'], shape: Shape): readonly (readonly [Size, number])[] {
  const axes = axesOf(shape);
  const sizes = sizesOf(set);
  if (sizes.length !== axes.length) return [];
  return sizes.map((size, axis) => [size, axes[axis] ?? 0] as const);
}
