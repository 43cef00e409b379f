// What Retitle Post makes of a blog.
import type { Snapshot } from '../../src/core/post/facts.js';
import { changedPost } from '../../src/language/changedPost.js';
import { planRetitling } from '../../src/language/retitle/plan.js';
import { postsToRetitle, retitle, type RetitleAnswer } from '../../src/language/retitle/retitle.js';
import { indexOf } from './blogIndexOf.js';

/** The posts by their paths, the first one to be retitled; `followUps` as the plan takes them. */
export function retitleIn(
  posts: ReadonlyMap<string, Snapshot>,
  path: string,
  to: string,
  followUps: readonly string[] | null = null,
): RetitleAnswer {
  const blog = indexOf(posts);
  const { problem, retitlings } = planRetitling(path, to, blog, followUps);
  if (problem) throw new Error(`The title is not taken: ${JSON.stringify(problem)}`);
  const needed = postsToRetitle(retitlings, blog).flatMap((at) => posts.get(at) ?? []);
  return retitle(retitlings, needed, blog);
}

/** The blog afterwards. */
export function applyRetitling(
  posts: ReadonlyMap<string, Snapshot>,
  answer: RetitleAnswer,
): ReadonlyMap<string, Snapshot> {
  if (answer.kind === 'refused') throw new Error(`Refused: ${answer.why} ${answer.subject}`);
  const after = new Map(posts);
  for (const { post, changes } of answer.posts) {
    after.set(post.path, changedPost(post, changes).snapshot);
  }
  return after;
}
