// `eval --update`: posts with the values that their marks state brought up to date, written to their files.
import { evaluatePost } from '../evaluate/evaluatePost.js';
import { postForEvaluation } from '../evaluate/postInput.js';
import { staleValues } from '../language/staleValues.js';
import { applyFixes } from './applyFixes.js';
import type { CliHost } from './host.js';
import { complain } from './messages.js';
import { isStandardInput, type PostFile } from './postFile.js';
import type { CliMessage } from './texts/message.js';
import { linkedPostsFor, readForEvaluation, type LinkedPosts } from './linkedPosts.js';
import type { PostOptions } from './postOptions.js';
import { readWorksheet } from './worksheetFile.js';
import { writePost } from './writePost.js';

/** Says what became of them. Standard input has no file: it is printed. */
export async function updatePosts(
  host: CliHost,
  posts: readonly PostFile[],
  options: PostOptions,
): Promise<readonly PostFile[]> {
  const updated = await updateValues(posts, linkedPostsFor(host, options));
  complain(host, ...updated.notes);
  for (const post of updated.posts) if (isStandardInput(post)) host.print(post.text);
  return updated.posts;
}

/** The posts as their files now are, and what became of each that has stale values. */
async function updateValues(
  posts: readonly PostFile[],
  linkedPosts: LinkedPosts,
): Promise<{ readonly posts: readonly PostFile[]; readonly notes: readonly CliMessage[] }> {
  const written: PostFile[] = [];
  const notes: CliMessage[] = [];
  for (const post of posts) {
    const { text, count } = await updated(post, linkedPosts);
    const next: PostFile = { ...post, text, stamp: null };
    const fault = count === 0 || isStandardInput(post) ? null : await writePost(next, post.text);
    written.push(count === 0 || fault ? post : next);
    if (fault) notes.push(fault);
    else if (count > 0) notes.push({ code: 'update.done', path: post.file, count: String(count) });
  }
  return { posts: written, notes };
}

async function updated(
  post: PostFile,
  linkedPosts: LinkedPosts,
): Promise<{ text: string; count: number }> {
  const { text } = post;
  const read = readWorksheet(post.worksheet, linkedPosts.options.maxSize);
  if ('fault' in read) return { text, count: 0 };
  const { snapshot, choices } = await readForEvaluation(post, read.text, linkedPosts);
  const results = evaluatePost(postForEvaluation(snapshot, choices));
  return applyFixes(
    text,
    staleValues(snapshot, results).map(({ change }) => change),
  );
}
