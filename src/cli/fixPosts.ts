// `--fix`: posts with the fixes of their findings, written to their files.
import { applyChanges } from '../language/applyChanges.js';
import type { Change } from '../language/change.js';
import { mostRounds, sureFixes } from '../language/fixes/fixAll.js';
import type { Narrowed } from './narrow.js';
import type { PlacedFinding } from './placedFinding.js';
import { isStandardInput, type PostFile } from './postFile.js';
import type { CliMessage } from './texts/message.js';
import { writePost } from './writePost.js';

/** The posts as their files now are, and what became of each that has fixes. */
export async function fixPosts(
  posts: readonly PostFile[],
  findingsOf: (posts: readonly PostFile[]) => Promise<Narrowed>,
): Promise<
  | { readonly posts: readonly PostFile[]; readonly notes: readonly CliMessage[] }
  | { readonly fault: CliMessage }
> {
  let mended = posts;
  const counts = new Map<string, number>();
  for (let round = 0; round < mostRounds; round++) {
    const narrowed = await findingsOf(mended);
    if ('fault' in narrowed) return narrowed;
    const next = fixOnce(mended, narrowed.findings, counts);
    if (next === mended) break;
    mended = next;
  }
  const written: PostFile[] = [];
  const notes: CliMessage[] = [];
  for (const [at, post] of mended.entries()) {
    const before = posts[at] ?? post;
    const fault =
      before === post || isStandardInput(post) ? null : await writePost(post, before.text);
    written.push(fault ? before : post);
    if (fault) notes.push(fault);
    else if (before !== post) {
      const count = String(counts.get(post.file) ?? 0);
      notes.push({ code: 'fix.mended', path: post.file, count });
    }
  }
  return { posts: written, notes };
}

/** The same list where there is nothing to fix. */
function fixOnce(
  posts: readonly PostFile[],
  findings: readonly PlacedFinding[],
  counts: Map<string, number>,
): readonly PostFile[] {
  const fixes = new Map<string, Change[]>();
  for (const { file, finding } of findings) {
    const ofPost = fixes.get(file) ?? [];
    ofPost.push(...sureFixes([finding]));
    if (ofPost.length > 0) fixes.set(file, ofPost);
  }
  if (fixes.size === 0) return posts;
  let changed = false;
  const next = posts.map((post) => {
    // So is the text of a file that is not any more what was examined.
    if (post.text === '') return post;
    const { text, made } = applyChanges(post.text, fixes.get(post.file) ?? []);
    if (text === post.text) return post;
    counts.set(post.file, (counts.get(post.file) ?? 0) + made.length);
    changed = true;
    return { ...post, text, stamp: null };
  });
  return changed ? next : posts;
}
