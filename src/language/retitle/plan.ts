// Whether a post may have another title, and which others change with it.
import type { BlogView } from '../../core/blog/blogIndex.js';
import { hasSubpart, isSamePart, seriesWith } from '../../core/blog/series.js';
import { looseTitle } from '../../core/post/looseTitle.js';
import { longestTitle, parseTitle } from '../../core/post/titleParts.js';
import { retitlingOf, type Retitling } from './citedWords.js';
import { followUpsOf, type FollowUp } from './followUps.js';

/** What speaks against a title; the post at `path` has it (`taken`), or is that part of its series (`part`). */
export type TitleProblem =
  | { readonly why: 'empty' | 'long' | 'lines' }
  | { readonly why: 'taken' | 'part'; readonly path: string };

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
    isNeeded: isSame(offer.from, to) || isOnePart(offer.from, to),
  }));
  const made = offers.filter((offer) => (chosen ? chosen.includes(offer.path) : offer.isNeeded));
  const retitlings = [{ path, to }, ...made].flatMap((each) => {
    const facts = blog.facts(each.path);
    return (facts && retitlingOf(each.path, facts, each.to)) ?? [];
  });
  return { problem: collisionOf(retitlings, blog), retitlings, offers };
}

function problemOf(title: string): TitleProblem | null {
  if (looseTitle(title) === '') return { why: 'empty' };
  if (/[\p{Cc}\u2028\u2029]/u.test(title)) return { why: 'lines' };
  return title.length > longestTitle ? { why: 'long' } : null;
}

function collisionOf(retitlings: readonly Retitling[], blog: BlogView): TitleProblem | null {
  const moved = new Set(retitlings.map(({ path }) => path));
  for (const { path, from, to } of retitlings) {
    const others = retitlings.filter((each) => each.path !== path);
    const titled = blog.postsTitled(to).find((other) => !moved.has(other));
    const taken = titled ?? others.find((each) => isSame(each.to, to))?.path;
    if (taken !== undefined) return { why: 'taken', path: taken };
    // It was that part before: others that are it too are no matter of the new title.
    if (isOnePart(from, to)) continue;
    const series = seriesWith(path, to, blog).filter((other) => !moved.has(other.path));
    const part =
      series.find(({ title }) => isOnePart(title, to)) ??
      others.find((each) => isOnePart(each.to, to));
    if (part) return { why: 'part', path: part.path };
  }
  return null;
}

function isSame(left: string, right: string): boolean {
  return looseTitle(left) === looseTitle(right);
}

/** Whether both name one part of one series. */
function isOnePart(left: string, right: string): boolean {
  const [one, other] = [parseTitle(left), parseTitle(right)];
  if (!isSame(one.stem, other.stem) || !isSamePart(one, other)) return false;
  return !hasSubpart(one) && !hasSubpart(other);
}
