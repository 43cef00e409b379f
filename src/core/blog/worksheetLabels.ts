// The labels that worksheets in files of their own name: those of their posts, and by links those of others.
import { referencesIn } from '../post/worksheets.js';
import { identityText } from '../text/mapped.js';
import { addressOfFragment, labelAddress, resolveLink } from './links.js';

/** What a worksheet writes in `\eqref`. */
export function keysNamed(worksheet: string): readonly string[] {
  return referencesIn(identityText(worksheet, 0)).map(({ key }) => key);
}

/** Of one blog. */
export class WorksheetLabels {
  /** The addresses of labels, by the paths of their posts. */
  readonly #addresses = new Map<string, Set<string>>();
  #isWhole = true;

  /** `post` is the path of the post beside the worksheet; `keys` is `null` where that cannot be read. */
  add(post: string, keys: readonly string[] | null): void {
    if (keys === null) this.#isWhole = false;
    for (const key of keys ?? []) {
      if (!key.includes('#')) this.#name(post, labelAddress(key));
      const link = key.includes('#') ? resolveLink(post, key) : null;
      // What leaves the blog names nothing.
      if (link) this.#name(link.path, addressOfFragment(link.fragment));
    }
  }

  /** `null` where it is not known. */
  of(path: string): ReadonlySet<string> | null {
    return this.#isWhole ? (this.#addresses.get(path) ?? new Set()) : null;
  }

  #name(path: string, address: string): void {
    const known = this.#addresses.get(path);
    if (known) known.add(address);
    else this.#addresses.set(path, new Set([address]));
  }
}
