// Posts that a thread examines, one after the other: the question, and the answers to it in one message, since
// each message wakes the thread that hears it.
import { examine, type ExaminationSetting } from './examination.js';
import { readTextNow, reasonOf } from './readText.js';
import type { CliMessage } from './texts/message.js';

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
}

/** What `examine` wrote, or why the post is left out. */
export type Answer = { readonly found: string } | { readonly problem: CliMessage };

/** In the order of the posts. */
export function answersTo({ setting, maxSize, posts, position }: Batch): readonly Answer[] {
  return posts.map(({ absolute, path, file }, at) => {
    Atomics.store(position, 0, at);
    const text = readTextNow(absolute, file, maxSize);
    return typeof text === 'string' ? examineText(path, file, text, setting) : { problem: text };
  });
}

export function examineText(
  path: string,
  file: string,
  text: string,
  setting: ExaminationSetting,
): Answer {
  try {
    return { found: examine(path, text, setting) };
  } catch (error) {
    return { problem: { code: 'post.failed', path: file, reason: reasonOf(error) } };
  }
}
