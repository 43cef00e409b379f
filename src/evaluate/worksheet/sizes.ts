// The sizes that a domain speaks of: n of `x \in \mathbb{R}^n`, beside the axes of what is in it.
import { axesOf, type Shape } from '../expression.js';
import type { Name } from '../syntax.js';
import type { Domain, Size } from './domains.js';

export function mentions(set: Domain['set'], wanted: Name): boolean {
  return sizesOf(set).some((size) => size.kind === 'name' && size.name.key === wanted.key);
}

export function sizesOf(set: Domain['set']): readonly Size[] {
  if (set.kind === 'reals') return set.sizes;
  return set.kind === 'simplex' ? [set.size] : [];
}

/** Each size of a domain with the length of that axis. */
export function pairSizes(set: Domain['set'], shape: Shape): readonly (readonly [Size, number])[] {
  const axes = axesOf(shape);
  const sizes = sizesOf(set);
  if (sizes.length !== axes.length) return [];
  return sizes.map((size, axis) => [size, axes[axis] ?? 0] as const);
}
