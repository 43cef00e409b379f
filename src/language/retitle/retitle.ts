// Retitle Post: other titles for one or several posts, where they state them and wherever a post cites them.
import type { BlogView } from '../../core/blog/blogIndex.js';
import type { Snapshot } from '../../core/post/facts.js';
import { titleForms } from '../../core/post/titleParts.js';
import { holds, type Span } from '../../core/text/span.js';
import { inOrder, refused, type PostChanges, type Refused } from '../change.js';
import type { Retitling } from './citedWords.js';
import { mayMention, mentionsIn, type WhyLeft } from './mentions.js';
import { titleChanges } from './titleChanges.js';
import { writeMentions } from './writeMentions.js';

/** A citation that the writer has to look at. */
export interface LeftMention {
  readonly post: Snapshot;
  readonly span: Span;
  readonly cited: string;
  readonly why: WhyLeft;
}

export type RetitleAnswer =
  | {
      readonly kind: 'retitled';
      readonly posts: readonly PostChanges[];
      readonly left: readonly LeftMention[];
    }
  /** The title of the post at this path cannot be written so that it is read again. */
  | Refused<'unwritable'>;

/** The posts whose newest state is needed: those with the titles, and those that may cite one. */
export function postsToRetitle(
  retitlings: readonly Retitling[],
  blog: BlogView,
): readonly string[] {
  const found = new Set(retitlings.map(({ path }) => path));
  for (const { path, from } of retitlings) {
    const citing = titleForms(from).flatMap((form) => blog.postsCiting(form));
    for (const at of [...citing, ...blog.postsLeadingTo(path)]) {
      const facts = blog.facts(at);
      if (facts && mayMention(at, facts, retitlings, blog)) found.add(at);
    }
  }
  return [...found].sort();
}

export function retitle(
  retitlings: readonly Retitling[],
  posts: readonly Snapshot[],
  blog: BlogView,
): RetitleAnswer {
  const changed: PostChanges[] = [];
  const left: LeftMention[] = [];
  for (const post of posts) {
    const own = retitlings.find(({ path }) => path === post.path);
    const titled = own ? titleChanges(post, own.to) : [];
    if (titled === null) return refused('unwritable', post.path);
    const mentions = mentionsIn(post, retitlings, blog).filter(
      ({ span }) => !titled.some((change) => holds(change.span, span)),
    );
    const written = writeMentions(post, mentions);
    const changes = inOrder([...titled, ...written.values()]);
    if (changes.length > 0) changed.push({ post, changes });
    for (const mention of mentions) {
      if (written.has(mention)) continue;
      const { span, cited, why } = mention;
      left.push({ post, span, cited, why: why ?? 'unreadable' });
    }
  }
  return { kind: 'retitled', posts: changed, left };
}
