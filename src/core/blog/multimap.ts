// A map from names to sets of values that forgets a name with its last value.

export class Multimap {
  /** Most names have one value: a set for each would take more memory than all else. */
  readonly #values = new Map<string, string | Set<string>>();
  /** Of names that were asked for and have not changed since. */
  readonly #sorted = new Map<string, readonly string[]>();

  get(name: string): Iterable<string> {
    const values = this.#values.get(name);
    if (values === undefined) return none;
    return typeof values === 'string' ? [values] : values;
  }

  /** In order; the same array until the values of the name change. */
  sorted(name: string): readonly string[] {
    const values = this.#values.get(name);
    if (values === undefined) return none;
    let sorted = this.#sorted.get(name);
    if (sorted === undefined) this.#sorted.set(name, (sorted = sortedPaths(this.get(name))));
    return sorted;
  }

  add(name: string, value: string): void {
    const values = this.#values.get(name);
    if (values === undefined) this.#values.set(name, value);
    else if (typeof values !== 'string') values.add(value);
    else if (values !== value) this.#values.set(name, new Set([values, value]));
    this.#sorted.delete(name);
  }

  delete(name: string, value: string): void {
    const values = this.#values.get(name);
    if (values === undefined) return;
    if (typeof values === 'string') {
      if (values === value) this.#values.delete(name);
    } else {
      values.delete(value);
      if (values.size === 0) this.#values.delete(name);
    }
    this.#sorted.delete(name);
  }
}

const none: readonly string[] = [];

/** The same order on every machine. */
export function sortedPaths(paths: Iterable<string>): readonly string[] {
  return [...paths].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
}
