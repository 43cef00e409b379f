// Posts that a thread examines, one after the other: the question, and the answers to it in one message, since
// each message wakes the thread that hears it.
import { examine, type ExaminationSetting } from './examination.js';
import { readTextNow, reasonOf } from './readText.js';
import type { CliMessage } from './texts/message.js';
import { readWorksheet, type WorksheetFile } from './worksheetFile.js';

/** What a thread says once its code is loaded. */
export const ready = 'ready';

/** Posts of one setting. */
export interface Batch {
  readonly setting: ExaminationSetting;
  /** In megabytes. */
  readonly maxSize: number;
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
export function answersTo({ setting, maxSize, posts, position }: Batch): readonly Answer[] {
  return posts.map((post, at) => {
    Atomics.store(position, 0, at);
    const text = readTextNow(post.absolute, post.file, maxSize);
    return typeof text === 'string' ? examineText(post, text, setting, maxSize) : { problem: text };
  });
}

export function examineText(
  { path, absolute, file, worksheet }: BatchPost,
  text: string,
  setting: ExaminationSetting,
  maxSize: number,
): Answer {
  try {
    const beside = readWorksheet(worksheet, maxSize);
    return { found: examine({ path, absolute, text }, beside, setting, maxSize) };
  } catch (error) {
    return { problem: { code: 'post.failed', path: file, reason: reasonOf(error) } };
  }
}
