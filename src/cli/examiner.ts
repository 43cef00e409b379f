// Examines posts by whatever is soonest: what is known of them already, what was kept, threads, this thread.
import { KeptPosts } from '../core/blog/keptPosts.js';
import type { BlogCache } from '../server/host.js';
import { settingName } from '../core/blog/settingName.js';
import { examineText, type Answer, type BatchPost } from './batch.js';
import { runCrew, type CrewJob, type Threads } from './crew.js';
import { readExamination, type Examination } from './examination.js';
import { settingKey, settingOf } from './examinationSetting.js';
import type { PostFile } from './postFile.js';
import { LinkedPosts, type ReadingOptions } from './linkedPosts.js';
import { readTextNow } from './readText.js';
import type { CliMessage } from './texts/message.js';

export interface ExaminedPost extends Examination {
  readonly post: PostFile;
}

export interface Examined {
  readonly posts: readonly ExaminedPost[];
  /** Posts left out. */
  readonly skipped: readonly CliMessage[];
  /** The blogs of posts that were left out, now or before. */
  readonly incomplete: ReadonlySet<string>;
}

interface ExaminerChoices {
  readonly reading: ReadingOptions;
  readonly cache: BlogCache | null;
  readonly threads: Threads | null;
  /** The time, in milliseconds. */
  readonly now: () => number;
}

/** Fewer posts are read sooner than what was kept of their blog. */
const fewPosts = 32;

export class Examiner {
  readonly #choices: ExaminerChoices;
  readonly #known = new WeakMap<PostFile, Examination>();
  /** Those of the known that come from what was kept; `null` where that is not asked any more. */
  #recalled: Set<PostFile> | null = new Set();
  readonly #incomplete = new Set<string>();

  constructor(choices: ExaminerChoices) {
    this.#choices = choices;
  }

  /** In the order of the posts. A post is examined once, however often it is asked for. */
  async examine(posts: readonly PostFile[]): Promise<Examined> {
    const problems = new Map<PostFile, CliMessage>();
    const kept = await this.#readKept(posts);
    const open = posts.filter((post) => !this.#known.has(post) && !this.#recall(post, kept));
    const answers = await this.#answers(open);
    open.forEach((post, at) => {
      const answer = answers[at];
      if (answer && 'found' in answer) this.#keep(post, answer.found, kept);
      if (!answer || 'found' in answer) return;
      problems.set(post, answer.problem);
      this.#incomplete.add(post.blog);
    });
    await this.#writeKept(posts, kept);
    return {
      posts: posts.flatMap((post) => {
        const found = this.#known.get(post);
        return found ? [{ post, ...found }] : [];
      }),
      skipped: posts.flatMap((post) => problems.get(post) ?? []),
      incomplete: this.#incomplete,
    };
  }

  /** Whoever fails on what was kept, since it is none of ours, has it found out anew; whether there was any. */
  forgetKept(): boolean {
    const recalled = this.#recalled ?? new Set();
    for (const post of recalled) this.#known.delete(post);
    this.#recalled = null;
    return recalled.size > 0;
  }

  async #readKept(posts: readonly PostFile[]): Promise<ReadonlyMap<string, KeptPosts>> {
    const { cache, now } = this.#choices;
    const kept = new Map<string, KeptPosts>();
    const unknown = posts.filter((post) => post.stamp !== null && !this.#known.has(post));
    if (!cache || unknown.length < fewPosts) return kept;
    const started = now();
    for (const blog of new Set(unknown.map((post) => post.blog))) {
      const text = this.#recalled ? await cache.read(blog) : null;
      kept.set(blog, new KeptPosts(started, text ?? ''));
    }
    return kept;
  }

  async #writeKept(
    posts: readonly PostFile[],
    kept: ReadonlyMap<string, KeptPosts>,
  ): Promise<void> {
    const whole = new Set(posts.filter(({ wholeBlog }) => wholeBlog).map(({ blog }) => blog));
    for (const [blog, texts] of kept) {
      if (whole.has(blog)) texts.forgetOthers();
      if (texts.isChanged) await this.#choices.cache?.write(blog, texts.lines());
    }
  }

  #recall(post: PostFile, kept: ReadonlyMap<string, KeptPosts>): boolean {
    const { stamp, blog, blogPath } = post;
    const line = stamp && kept.get(blog)?.get(blogPath, stamp, keptKey(post));
    const found = line == null ? null : readExamination(line);
    if (!found) return false;
    this.#known.set(post, found);
    this.#recalled?.add(post);
    return true;
  }

  #keep(post: PostFile, line: string, kept: ReadonlyMap<string, KeptPosts>): void {
    const { stamp, blog, blogPath } = post;
    const found = readExamination(line);
    if (stamp && found?.takesFromPosts === false)
      kept.get(blog)?.put(blogPath, stamp, keptKey(post), line);
    if (found) this.#known.set(post, found);
  }

  async #answers(posts: readonly PostFile[]): Promise<readonly Answer[]> {
    const { reading, threads } = this.#choices;
    const size = posts.reduce((sum, { stamp }) => sum + (stamp?.size ?? 0), 0);
    const count = Math.min(threads?.count ?? 0, Math.floor(size / (threads?.worth ?? 1)));
    const jobs = posts.map(jobOf);
    const answers =
      threads && count > 1
        ? await runCrew(jobs, { ...threads, count }, reading)
        : jobs.map(() => undefined);
    const linkedPosts = new LinkedPosts(reading);
    const all: Answer[] = [];
    for (const [at, post] of posts.entries())
      all.push(answers[at] ?? (await examineHere(post, linkedPosts)));
    return all;
  }
}

async function examineHere(post: PostFile, linkedPosts: LinkedPosts): Promise<Answer> {
  const { absolute, file, stamp } = post;
  const text =
    stamp === null ? post.text : readTextNow(absolute, file, linkedPosts.options.maxSize);
  if (typeof text !== 'string') return { problem: text };
  return examineText(batchPost(post), text, settingOf(post), linkedPosts);
}

function jobOf(post: PostFile): CrewJob {
  const setting = settingOf(post);
  const size = (post.stamp?.size ?? 0) + (post.worksheet?.stamp.size ?? 0);
  return { ...batchPost(post), setting, settingKey: settingKey(post), size };
}

function batchPost({ file, absolute, blogPath: path, worksheet }: PostFile): BatchPost {
  return { file, absolute, path, worksheet };
}

/** What its examination hangs on beside its text. */
function keptKey(post: PostFile): string {
  const { worksheet } = post;
  return worksheet === null
    ? settingKey(post)
    : settingName([settingKey(post), JSON.stringify([worksheet.stamp, worksheet.isFile])]);
}
