// Numbers written by hand that mean another equation since some came or went, and what would stand there today.
import { postsNamed } from '../../checks/earlierNumbers.js';
import { postsLinkedByNumber } from '../../checks/linkedNumbers.js';
import { mendedNumber } from '../../checks/mendedNumber.js';
import type { Surroundings } from '../../checks/rule.js';
import { staleNumbers } from '../../checks/staleNumbers.js';
import type { BlogView } from '../../core/blog/blogIndex.js';
import type { Snapshot } from '../../core/post/facts.js';
import type { PostChanges } from '../change.js';

export interface BlogAround {
  readonly blog: BlogView;
  readonly around: Surroundings;
}

/** In one post; `of` is the post whose equations they name, `null` for any. */
export function outdatedNumbers(
  post: Snapshot,
  { blog, around }: BlogAround,
  of: string | null,
): PostChanges {
  const { path, site, facts } = post;
  const stale = staleNumbers({ path, site, facts, blog, around });
  return {
    post,
    changes: stale
      .filter((each) => of === null || each.post === of)
      .map((each) => mendedNumber(each, post)),
  };
}

/** The other posts that name equations of this one by numbers. */
export function postsNumbering(path: string, blog: BlogView): readonly string[] {
  return blog.postsLeadingTo(path).filter((other) => {
    const facts = blog.facts(other);
    if (other === path) return false;
    return postsNamed(other, facts).has(path) || postsLinkedByNumber(other, facts, blog).has(path);
  });
}
