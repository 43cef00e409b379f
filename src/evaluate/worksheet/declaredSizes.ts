// Sizes that domains name, `n` of `x \in \mathbb{R}^n`, as the arrays that have these domains tell them.
import type { Budget } from '../compute/budget.js';
import { shapeOf, type Expression, type Shape } from '../expression.js';
import { showName } from '../read/names.js';
import { refuse } from '../refusal.js';
import type { Name } from '../syntax.js';
import type { Registry } from './definitions.js';
import type { Domain } from './domains.js';
import { isVectorLiteral } from './inputs.js';
import { mentions, pairSizes, sizesOf } from './sizes.js';

export class DeclaredSizes {
  readonly #registry: Registry;
  readonly #budget: Budget;
  readonly #arrayNamed: (name: Name) => Expression | null;
  /** `null` while it is being found. */
  readonly #known = new Map<string, number | null>();

  constructor(registry: Registry, budget: Budget, arrayNamed: (name: Name) => Expression | null) {
    this.#registry = registry;
    this.#budget = budget;
    this.#arrayNamed = arrayNamed;
  }

  of(name: Name): number | null {
    const known = this.#known.get(name.key);
    if (known === null) this.#budget.dependsOnOrder = true;
    if (known !== undefined) return known;
    // While its vectors are computed, a size is not known from them.
    this.#known.set(name.key, null);
    let size: number | null = null;
    try {
      size = this.#find(name);
      return size;
    } finally {
      if (size === null) this.#known.delete(name.key);
      else this.#known.set(name.key, size);
    }
  }

  /** What the shape of an argument says of the sizes that its domain names. */
  from(parameter: Name, shape: Shape): ReadonlyMap<string, number> {
    const sizes = new Map<string, number>();
    for (const { name, set } of this.#registry.domains) {
      if (name.name.plain !== parameter.plain) continue;
      for (const [size, length] of pairSizes(set, shape)) {
        if (size.kind === 'name') sizes.set(size.name.key, length - size.offset);
      }
    }
    return sizes;
  }

  /** Names that are vectors by their value or their domain. */
  vectors(): readonly Name[] {
    const names = new Map<string, Name>();
    for (const definitions of this.#registry.byKey.values()) {
      for (const { form, name, body } of definitions) {
        if (form === 'value' && isVectorLiteral(body)) names.set(name.plain, name);
      }
    }
    for (const { name, set } of this.#registry.domains) {
      const vector = sizesOf(set).length === 1;
      if (vector) names.set(name.name.plain, name.name);
    }
    return [...names.values()];
  }

  #find(name: Name): number | null {
    let found: number | null = null;
    for (const domain of this.#registry.domains) {
      const length = this.#sizeFrom(domain, name);
      if (length === null) continue;
      if (found !== null && found !== length)
        refuse('shape.size-differs', domain.name.span, {
          name: showName(name),
          expected: String(found),
          found: String(length),
        });
      found = length;
    }
    return found;
  }

  #sizeFrom({ name, set }: Domain, wanted: Name): number | null {
    if (!mentions(set, wanted)) return null;
    const array = this.#arrayNamed(name.name);
    if (array === null) return null;
    for (const [size, length] of pairSizes(set, shapeOf(array))) {
      if (size.kind === 'name' && size.name.key === wanted.key) return length - size.offset;
    }
    return null;
  }
}
