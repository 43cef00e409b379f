// `eval --update`: posts with what they state and show of their values brought up to date, written to their files.
import { applyChanges } from '../language/applyChanges.js';
import { staleValues } from '../language/staleValues.js';
import type { WrittenFile } from '../language/inserted/staleInserted.js';
import { blogFolder, writeBlogFile } from './blogFiles.js';
import { evaluateWithData } from './dataFiles.js';
import type { CliHost } from './host.js';
import { insertedUpdates } from './insertedResults.js';
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
  const linkedPosts = linkedPostsFor(host, options);
  const written: PostFile[] = [];
  for (const post of posts) {
    const { notes, post: next } = await updatePost(post, linkedPosts);
    complain(host, ...notes);
    written.push(next);
    if (isStandardInput(next)) host.print(next.text);
  }
  return written;
}

/** The post as its file now is, and what became of it. */
async function updatePost(
  post: PostFile,
  linkedPosts: LinkedPosts,
): Promise<{ readonly post: PostFile; readonly notes: readonly CliMessage[] }> {
  const { text, count, files } = await updated(post, linkedPosts);
  const next: PostFile = { ...post, text, stamp: null };
  if (isStandardInput(post)) return { post: count === 0 ? post : next, notes: [] };
  const pictures = await writePictures(post, files);
  if (count === 0) return { post, notes: pictures };
  const fault = await writePost(next, post.text);
  const note: CliMessage = fault ?? { code: 'update.done', path: post.file, count: String(count) };
  return { post: fault ? post : next, notes: [...pictures, note] };
}

async function writePictures(
  { absolute, blogPath, file: post }: PostFile,
  files: readonly WrittenFile[],
): Promise<readonly CliMessage[]> {
  const notes: CliMessage[] = [];
  for (const file of files) {
    const reason = await writeBlogFile(blogFolder(absolute, blogPath), file);
    const named = { path: post, picture: file.path };
    notes.push(
      reason === null
        ? { code: 'update.picture', ...named }
        : { code: 'update.picture-unwritable', ...named, reason },
    );
  }
  return notes;
}

interface Updated {
  readonly text: string;
  readonly count: number;
  readonly files: readonly WrittenFile[];
}

async function updated(post: PostFile, linkedPosts: LinkedPosts): Promise<Updated> {
  const { text } = post;
  const read = readWorksheet(post.worksheet, linkedPosts.options.maxSize);
  if ('fault' in read) return { text, count: 0, files: [] };
  const { snapshot, choices } = await readForEvaluation(post, read.text, linkedPosts);
  const results = evaluateWithData(snapshot, choices);
  const stale = await insertedUpdates(snapshot, results, post);
  const changes = [
    ...staleValues(snapshot, results).map(({ change }) => change),
    ...stale.flatMap((one) => one.changes),
  ];
  const applied = applyChanges(text, changes);
  const files = stale.flatMap((one) => one.files);
  return { text: applied.text, count: applied.made.length, files };
}
