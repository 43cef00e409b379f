// Posts that a thread examines, one after the other: the question, and an answer for each post.
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

/** Answers in the order of the posts, each as soon as there is one. */
export function answerBatch(
  { setting, maxSize, posts }: Batch,
  answer: (answer: Answer) => void,
): void {
  for (const { absolute, path, file } of posts) {
    const text = readTextNow(absolute, file, maxSize);
    answer(typeof text === 'string' ? examineText(path, file, text, setting) : { problem: text });
  }
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
