// Which of the built pages is that of a post: by the address it states, its path, and then its title.
import { groupedBy } from '../groupedBy.js';
import type { PostFacts } from '../post/facts.js';

/** Pages by the last part of their addresses; made once for a site. */
export class Pages {
  readonly #bySlug: ReadonlyMap<string, readonly string[]>;

  constructor(paths: readonly string[]) {
    this.#bySlug = groupedBy(paths, (path) => segmentsOf(path).at(-1) ?? '');
  }

  /** The pages that may be that of the post, the likeliest ones alone; several where paths do not decide. */
  candidates(postPath: string, address: string | null): readonly string[] {
    if (address !== null) {
      const stated = this.#sharing(segmentsOf(address), Infinity);
      if (stated.length > 0) return stated;
    }
    return this.#sharing(segmentsOf(postPath), 1);
  }

  /** Those whose address shares most of its end with these segments, of at least `least` or all of them. */
  #sharing(segments: readonly string[], least: number): readonly string[] {
    const wanted = Math.min(least, segments.length);
    let most = wanted;
    let best: string[] = [];
    for (const path of this.#bySlug.get(segments.at(-1) ?? '') ?? []) {
      const shared = sharedEnd(segments, segmentsOf(path));
      if (shared < most) continue;
      if (shared > most) best = [];
      most = shared;
      best.push(path);
    }
    return best;
  }
}

/** Of several pages those that carry the title of the post. */
export function titledAs({ title }: PostFacts, pageTitle: string | null): boolean {
  return title !== null && pageTitle !== null && pageTitle.includes(title);
}

/** `2024-01-02-a-post.md`, `a-post/index.html` and `/a-post/` are one and the same. */
function segmentsOf(path: string): readonly string[] {
  const segments = decodeAddress(path)
    .replace(/[?#].*$/s, '')
    .replace(/\.(?:md|markdown|html?)$/i, '')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.');
  if (segments.length > 1 && /^_?index$|^readme$/i.test(segments.at(-1) ?? '')) segments.pop();
  return segments.map(slugOf);
}

function slugOf(segment: string): string {
  return segment
    .replace(/^\d{4}-\d{1,2}-\d{1,2}-(?=.)/, '')
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function sharedEnd(left: readonly string[], right: readonly string[]): number {
  let shared = 0;
  while (
    shared < Math.min(left.length, right.length) &&
    left[left.length - 1 - shared] === right[right.length - 1 - shared]
  ) {
    shared++;
  }
  return shared;
}
