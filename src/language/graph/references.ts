// Who refers to whom in a blog, each post asked once while one graph is made. A large blog takes a while: what may
// take long is done in steps, between which others have their turn.
import type { BlogView } from '../../core/blog/blogIndex.js';
import { sortedPaths } from '../../core/blog/multimap.js';
import { titleForms } from '../../core/post/titleParts.js';
import { outgoingOf, type Outgoing } from './outgoing.js';

/** Yields between two posts. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

export class BlogReferences {
  readonly #blog: BlogView;
  readonly #outgoing = new Map<string, readonly Outgoing[]>();
  readonly #neighbours = new Map<string, readonly string[]>();

  constructor(blog: BlogView) {
    this.#blog = blog;
  }

  outgoing(path: string): readonly Outgoing[] {
    let outgoing = this.#outgoing.get(path);
    if (outgoing === undefined) {
      const facts = this.#blog.facts(path);
      this.#outgoing.set(path, (outgoing = facts ? outgoingOf(path, facts, this.#blog) : []));
    }
    return outgoing;
  }

  /** The other posts that the post refers to, or that refer to it, in the order of their paths. */
  *neighbours(path: string): Steps<readonly string[]> {
    let neighbours = this.#neighbours.get(path);
    if (neighbours === undefined) {
      const found = new Set(this.outgoing(path).map((each) => each.path));
      for (const other of this.#askers(path)) {
        yield;
        if (this.outgoing(other).some((each) => each.path === path)) found.add(other);
      }
      found.delete(path);
      this.#neighbours.set(path, (neighbours = sortedPaths(found)));
    }
    return neighbours;
  }

  /** The labels of its equations that any post refers to, or that stand in an equation which does. */
  *namedEquations(path: string): Steps<ReadonlySet<string>> {
    const named = new Set<string>();
    const neighbours = yield* this.neighbours(path);
    for (const asker of [path, ...neighbours]) {
      for (const each of this.outgoing(asker)) {
        if (each.path !== path || each.label === null) continue;
        named.add(each.label);
        if (each.from !== null) named.add(each.from);
      }
    }
    return named;
  }

  /** All who refer to the post are among them. */
  #askers(path: string): ReadonlySet<string> {
    const title = this.#blog.facts(path)?.title ?? null;
    const citing =
      title === null ? [] : titleForms(title).flatMap((form) => this.#blog.postsCiting(form));
    return new Set([...this.#blog.postsLeadingTo(path), ...citing]);
  }
}
