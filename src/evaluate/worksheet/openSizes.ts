// The sizes that domains leave open, n of `x \in \mathbb{R}^n`, and which values of them are tried.
import { showName } from '../read/names.js';
import { attempt } from '../refusal.js';
import type { Name } from '../syntax.js';
import type { Domain } from './domains.js';
import type { Size } from './domainSets.js';
import type { PostScope } from './scope.js';
import { sizesOf } from './sizes.js';

/** A value for each open size, by its key. */
export type Sizes = ReadonlyMap<string, number>;

export interface OpenSizes {
  readonly names: readonly Name[];
  /** From the smallest. */
  readonly choices: readonly Sizes[];
}

const LENGTHS = [1, 2, 3, 5, 8] as const;
const MATRIX_LENGTHS = [1, 2, 3, 4] as const;

export function openSizes(domains: readonly Domain[], scope: PostScope): OpenSizes {
  const names = new Map<string, Name>();
  for (const { set } of domains)
    for (const size of sizesOf(set))
      if (size.kind === 'name' && knownSize(size.name, scope) === null)
        names.set(size.name.key, size.name);
  const all = [...names.values()];
  const hasMatrix = domains.some(({ set }) => sizesOf(set).length === 2);
  const lengths = hasMatrix ? MATRIX_LENGTHS : LENGTHS;
  const choices = combinations(all, lengths).filter((sizes) =>
    domains.every(({ set }) => sizesOf(set).every((size) => isLength(size, sizes))),
  );
  return { names: all, choices };
}

function isLength(size: Size, sizes: Sizes): boolean {
  return lengthOf(size, sizes, () => 1) >= 1;
}

export function lengthOf(size: Size, sizes: Sizes, known: (name: Name) => number | null): number {
  if (size.kind === 'number') return size.value;
  return (sizes.get(size.name.key) ?? known(size.name) ?? NaN) + size.offset;
}

/** What a size is bound to. */
export function knownSize(name: Name, scope: PostScope): number | null {
  const found = attempt(() => scope.find(name, Infinity, new Set()), { start: 0, end: 0 });
  const meaning = found.ok ? found.value : null;
  if (meaning?.kind === 'value' && meaning.expression.kind === 'constant')
    return meaning.expression.value;
  const length = attempt(() => scope.dimension(name), { start: 0, end: 0 });
  return length.ok ? length.value : null;
}

/** All alike, and each against others. */
function combinations(names: readonly Name[], lengths: readonly number[]): readonly Sizes[] {
  if (names.length === 0) return [new Map()];
  const found = new Map<string, Sizes>();
  const shifts = names.length === 1 ? [0] : [0, 1, 2];
  for (const start of lengths.keys())
    for (const shift of shifts) {
      const values = names.map((_, at) => lengths[(start + at * shift) % lengths.length] ?? 1);
      const sizes = new Map(names.map(({ key }, at) => [key, values[at] ?? 1] as const));
      found.set(values.join(), sizes);
    }
  const total = (sizes: Sizes): number => [...sizes.values()].reduce((sum, each) => sum + each, 0);
  return [...found.values()].sort((left, right) => total(left) - total(right));
}

/** `n = 1, 2, 3, 5, 8`. */
export function describeSizes({ names, choices }: OpenSizes): string {
  return names
    .map((name) => {
      const values = [...new Set(choices.map((sizes) => sizes.get(name.key) ?? 0))];
      return `${showName(name)} = ${values.sort((left, right) => left - right).join(', ')}`;
    })
    .join('; ');
}
