// What posts said at the commit that they are compared with, for the rules that look back.
import type { PostFacts } from '../core/post/facts.js';
import { linkNumber } from '../core/post/linkNumber.js';
import { openSnapshot } from '../core/post/snapshot.js';
import type { Git, GitChanges } from './git.js';
import type { ExaminedPost } from './examiner.js';
import { isStandardInput, type PostFile } from './postFile.js';

/** By the absolute paths of their files. */
export type EarlierPosts = ReadonlyMap<string, PostFacts>;

/** Of posts that git knows and that changed since; where git does not answer, nothing is known. */
export async function readEarlierPosts(
  git: Git,
  since: string,
  posts: readonly ExaminedPost[],
): Promise<EarlierPosts> {
  // Only numbers written by hand are compared with what was before.
  if (!posts.some(({ facts }) => namesByNumber(facts))) return new Map();
  const repositories = new Map<string, GitChanges | null>();
  const earlier = new Map<string, PostFacts>();
  for (const { post } of posts) {
    const place = isStandardInput(post) ? null : await git.locate(post.absolute);
    if (place === null) continue;
    const { repository, path } = place;
    let changes = repositories.get(repository);
    if (changes === undefined) {
      const read = await git.changes(repository, since);
      repositories.set(repository, (changes = 'problem' in read ? null : read));
    }
    if (!changes?.changed.has(path)) continue;
    const text = await git.textAt(repository, changes.from, path);
    if (text !== null) earlier.set(post.absolute, factsOf(post, text));
  }
  return earlier;
}

function namesByNumber({ numbers, links }: PostFacts): boolean {
  return numbers.length > 0 || links.some((link) => linkNumber(link) !== null);
}

function factsOf({ blogPath: path, site, macros }: PostFile, text: string): PostFacts {
  return openSnapshot({ path, version: 0, text, site: site.site, macros }).facts;
}
