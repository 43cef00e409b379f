// A map from names to sets of values that forgets a name with its last value.

export class Multimap {
  readonly #sets = new Map<string, Set<string>>();
  /** Of names that were asked for and have not changed since. */
  readonly #sorted = new Map<string, readonly string[]>();

  get(name: string): ReadonlySet<string> | undefined {
    return this.#sets.get(name);
  }

  /** In order; the same array until the values of the name change. */
  sorted(name: string): readonly string[] {
    const set = this.#sets.get(name);
    if (set === undefined) return none;
    let sorted = this.#sorted.get(name);
    if (sorted === undefined) this.#sorted.set(name, (sorted = sortedPaths(set)));
    return sorted;
  }

  names(): IterableIterator<string> {
    return this.#sets.keys();
  }

  add(name: string, value: string): void {
    const set = this.#sets.get(name);
    if (set) set.add(value);
    else this.#sets.set(name, new Set([value]));
    this.#sorted.delete(name);
  }

  delete(name: string, value: string): void {
    const set = this.#sets.get(name);
    if (!set) return;
    set.delete(value);
    if (set.size === 0) this.#sets.delete(name);
    this.#sorted.delete(name);
  }
}

const none: readonly string[] = [];

/** The same order on every machine. */
export function sortedPaths(paths: Iterable<string>): readonly string[] {
  return [...paths].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
}
