// A map from names to sets of values that forgets a name with its last value.

export class Multimap<Value> {
  readonly #sets = new Map<string, Set<Value>>();

  get(name: string): ReadonlySet<Value> | undefined {
    return this.#sets.get(name);
  }

  names(): IterableIterator<string> {
    return this.#sets.keys();
  }

  add(name: string, value: Value): void {
    const set = this.#sets.get(name);
    if (set) set.add(value);
    else this.#sets.set(name, new Set([value]));
  }

  delete(name: string, value: Value): void {
    const set = this.#sets.get(name);
    if (!set) return;
    set.delete(value);
    if (set.size === 0) this.#sets.delete(name);
  }
}
