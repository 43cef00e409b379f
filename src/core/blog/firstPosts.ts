// Names of which only one post matters, the first that has it by its path: the others see no more than that one.
import { Multimap } from './multimap.js';

export class FirstPosts {
  readonly #posts = new Multimap();
  readonly #first = new Map<string, string>();

  get(name: string): string | null {
    return this.#first.get(name) ?? null;
  }

  /** A post has other names than before, each with what is seen of it. Answers with the names whose first
   * post is another one, or seen otherwise. */
  replace(
    path: string,
    before: ReadonlyMap<string, string>,
    after: ReadonlyMap<string, string>,
  ): readonly string[] {
    return [...new Set([...before.keys(), ...after.keys()])].filter((name) => {
      const first = this.#first.get(name);
      if (after.has(name)) this.#add(name, path);
      else this.#delete(name, path);
      const now = this.#first.get(name);
      return now !== first || (now === path && before.get(name) !== after.get(name));
    });
  }

  #add(name: string, path: string): void {
    this.#posts.add(name, path);
    const first = this.#first.get(name);
    if (first === undefined || path < first) this.#first.set(name, path);
  }

  /** Only where the first is none any more, the others are gone through. */
  #delete(name: string, path: string): void {
    this.#posts.delete(name, path);
    if (this.#first.get(name) !== path) return;
    let first: string | null = null;
    for (const other of this.#posts.get(name)) {
      if (first === null || other < first) first = other;
    }
    if (first === null) this.#first.delete(name);
    else this.#first.set(name, first);
  }
}
