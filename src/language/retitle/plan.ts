// Whether a post may have another title, and which others change with it.
import type { BlogView } from '../../core/blog/blogIndex.js';
import { looseTitle } from '../../core/post/looseTitle.js';
import { longestTitle } from '../../core/post/titleParts.js';
import { retitlingOf, type Retitling } from './citedWords.js';
import { followUpsOf, type FollowUp } from './followUps.js';

/** What speaks against a title; `taken`: the post at `path` has it. */
export type TitleProblem =
  { readonly why: 'empty' | 'long' | 'lines' } | { readonly why: 'taken'; readonly path: string };

export interface RetitlePlan {
  readonly problem: TitleProblem | null;
  readonly retitlings: readonly Retitling[];
  readonly offers: readonly (FollowUp & { readonly isNeeded: boolean })[];
}

/** `chosen` are the posts whose follow-ups are made, `null` for those that are needed; the title is trimmed. */
export function planRetitling(
  path: string,
  to: string,
  blog: BlogView,
  chosen: readonly string[] | null,
): RetitlePlan {
  const problem = problemOf(to);
  if (problem) return { problem, retitlings: [], offers: [] };
  const offers = followUpsOf(path, to, blog).map((offer) => ({
    ...offer,
    isNeeded: looseTitle(offer.from) === looseTitle(to),
  }));
  const made = offers.filter((offer) => (chosen ? chosen.includes(offer.path) : offer.isNeeded));
  const retitlings = [{ path, to }, ...made].flatMap((each) => {
    const facts = blog.facts(each.path);
    return (facts && retitlingOf(each.path, facts, each.to)) ?? [];
  });
  const taken = takenBy(retitlings, blog);
  return { problem: taken === null ? null : { why: 'taken', path: taken }, retitlings, offers };
}

function problemOf(title: string): TitleProblem | null {
  if (looseTitle(title) === '') return { why: 'empty' };
  if (/[\p{Cc}\u2028\u2029]/u.test(title)) return { why: 'lines' };
  return title.length > longestTitle ? { why: 'long' } : null;
}

/** A post that would have one title with another. */
function takenBy(retitlings: readonly Retitling[], blog: BlogView): string | null {
  const moved = new Set(retitlings.map(({ path }) => path));
  for (const { path, to } of retitlings) {
    const same = retitlings.find((each) => each.path !== path && isSame(each.to, to));
    const other = blog.postsTitled(to).find((titled) => !moved.has(titled)) ?? same?.path;
    if (other !== undefined) return other;
  }
  return null;
}

function isSame(left: string, right: string): boolean {
  return looseTitle(left) === looseTitle(right);
}
