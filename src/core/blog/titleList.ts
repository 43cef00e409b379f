// The titles of a blog in order: sorted when they are first asked for, and kept in order from then on.
import { looseTitle } from '../post/looseTitle.js';

export interface TitledPost {
  readonly path: string;
  readonly title: string;
  /** By which titles are ordered, and what is typed is compared with. */
  readonly loose: string;
}

export class TitleList {
  readonly #posts = new Map<string, TitledPost>();
  /** `null` while nobody has asked: a blog that is being read needs no order. */
  #sorted: TitledPost[] | null = null;

  /** Valid until the next change. */
  get sorted(): readonly TitledPost[] {
    return (this.#sorted ??= [...this.#posts.values()].sort(compare));
  }

  /** `null` for a post without a title, or one that is gone. */
  set(path: string, title: string | null): void {
    const before = this.#posts.get(path);
    if ((before?.title ?? null) === title) return;
    if (before) {
      this.#posts.delete(path);
      this.#sorted?.splice(placeOf(this.#sorted, before), 1);
    }
    if (title === null) return;
    const post = { path, title, loose: looseTitle(title) };
    this.#posts.set(path, post);
    this.#sorted?.splice(placeOf(this.#sorted, post), 0, post);
  }
}

/** Where the post stands, or would. */
function placeOf(sorted: readonly TitledPost[], post: TitledPost): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle];
    if (other && compare(other, post) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same order on every machine. */
function compare(left: TitledPost, right: TitledPost): number {
  return compareText(left.loose, right.loose) || compareText(left.path, right.path);
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
