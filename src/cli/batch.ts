// Posts that a thread examines, one after the other: the question, and the answers to it in one message, since
// each message wakes the thread that hears it.
import { examine, type ExaminationSetting } from './examination.js';
import { LinkedPosts, type ReadingOptions } from './linkedPosts.js';
import { readTextNow, reasonOf } from './readText.js';
import type { CliMessage } from './texts/message.js';
import { readWorksheet, type WorksheetFile } from './worksheetFile.js';

/** What a thread says once its code is loaded. */
export const ready = 'ready';

/** Posts of one setting. */
export interface Batch {
  readonly setting: ExaminationSetting;
  readonly reading: ReadingOptions;
  readonly posts: readonly BatchPost[];
  /** One number that both threads see: the index of the post that is being examined. */
  readonly position: Int32Array;
}

export interface BatchPost {
  /** As messages name it. */
  readonly file: string;
  readonly absolute: string;
  /** In its blog. */
  readonly path: string;
  readonly worksheet: WorksheetFile | null;
}

/** What `examine` wrote, or why the post is left out. */
export type Answer = { readonly found: string } | { readonly problem: CliMessage };

/** In the order of the posts. */
export async function answersTo({
  setting,
  reading,
  posts,
  position,
}: Batch): Promise<readonly Answer[]> {
  const linkedPosts = new LinkedPosts(reading);
  const answers: Answer[] = [];
  for (const [at, post] of posts.entries()) {
    Atomics.store(position, 0, at);
    const text = readTextNow(post.absolute, post.file, reading.maxSize);
    answers.push(
      typeof text === 'string'
        ? await examineText(post, text, setting, linkedPosts)
        : { problem: text },
    );
  }
  return answers;
}

export async function examineText(
  { path, absolute, file, worksheet }: BatchPost,
  text: string,
  setting: ExaminationSetting,
  linkedPosts: LinkedPosts,
): Promise<Answer> {
  try {
    const beside = readWorksheet(worksheet, linkedPosts.options.maxSize);
    return { found: await examine({ path, absolute, text }, beside, setting, linkedPosts) };
  } catch (error) {
    return { problem: { code: 'post.failed', path: file, reason: reasonOf(error) } };
  }
}
