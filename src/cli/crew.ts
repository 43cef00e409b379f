// Threads that examine posts side by side. A post that ends its thread, or holds it too long, costs that post alone.
import type { WorkerPort } from '../server/worker.js';
import { ready, type Answer, type Batch, type BatchPost } from './batch.js';
import type { ReadingOptions } from './linkedPosts.js';

export interface Threads {
  /** How many may run at a time. */
  readonly count: number;
  readonly start: () => WorkerPort;
  /** In bytes: with less to read a thread costs more than it saves. */
  readonly worth: number;
  /** In milliseconds, how long a post may take: for each, and for each of its megabytes. */
  readonly patience: { readonly post: number; readonly megabyte: number };
}

export interface CrewJob extends BatchPost {
  readonly setting: Batch['setting'];
  /** Jobs of one setting have one key. */
  readonly settingKey: string;
  /** In bytes. */
  readonly size: number;
}

/** A batch is worth its message, and small enough that all threads end at about one time. */
const batchSize = 200_000;
const batchPosts = 32;

/** In the order of the jobs; `undefined` for what is left to do where no thread could be started. */
export async function runCrew(
  jobs: readonly CrewJob[],
  threads: Threads,
  reading: ReadingOptions,
): Promise<readonly (Answer | undefined)[]> {
  const answers: (Answer | undefined)[] = jobs.map(() => undefined);
  const waiting = jobs.map((_, at) => at).reverse();
  const lanes = Array.from({ length: threads.count }, () =>
    runLane(jobs, waiting, answers, threads, reading),
  );
  await Promise.all(lanes);
  return answers;
}

/** One thread, or several one after the other, until no job waits. */
async function runLane(
  jobs: readonly CrewJob[],
  waiting: number[],
  answers: (Answer | undefined)[],
  threads: Threads,
  reading: ReadingOptions,
): Promise<void> {
  let thread: Thread | null = null;
  while (waiting.length > 0) {
    thread ??= new Thread(threads.start());
    if (!(await thread.isReady(threads.patience.post))) break;
    const batch = takeBatch(jobs, waiting);
    const posts = batch.flatMap((at) => jobs[at] ?? []);
    const { given, culprit } = await thread.run(posts, reading, threads.patience);
    given.forEach((answer, at) => (answers[batch[at] ?? -1] = answer));
    const job = culprit === null ? undefined : posts[culprit];
    if (culprit === null || !job) continue;
    answers[batch[culprit] ?? -1] = { problem: { code: 'post.gave-up', path: job.file } };
    // What was found out of the others of the batch went with the thread.
    waiting.push(...batch.filter((_, at) => at !== culprit).reverse());
    thread.end();
    thread = null;
  }
  thread?.end();
}

/** Of one setting; the next to do is the last of `waiting`. */
function takeBatch(jobs: readonly CrewJob[], waiting: number[]): readonly number[] {
  const batch: number[] = [];
  let size = 0;
  let key: string | null = null;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const job = jobs[at];
    if (key !== null && job?.settingKey !== key) {
      waiting.push(at);
      break;
    }
    key = job?.settingKey ?? null;
    size += job?.size ?? 0;
    batch.push(at);
    if (size >= batchSize || batch.length >= batchPosts) break;
  }
  return batch;
}

class Thread {
  readonly #port: WorkerPort;
  #hear: (message: unknown) => void = () => undefined;
  #ended: () => void = () => undefined;
  #state: 'starting' | 'ready' | 'ended' = 'starting';

  constructor(port: WorkerPort) {
    this.#port = port;
    port.onMessage((message) => {
      if (message === ready) this.#state = 'ready';
      this.#hear(message);
    });
    port.onExit(() => {
      this.#state = 'ended';
      this.#ended();
    });
  }

  end(): void {
    this.#port.end();
  }

  async isReady(patience: number): Promise<boolean> {
    if (this.#state === 'starting') {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patience);
        this.#hear = this.#ended = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return this.#state === 'ready';
  }

  /** The answers, or the index of the post with which the thread ended or was waited for in vain. */
  run(
    posts: readonly CrewJob[],
    reading: ReadingOptions,
    patience: Threads['patience'],
  ): Promise<Outcome> {
    const position = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const settle = (outcome: Outcome): void => {
        clearTimeout(timer);
        resolve(outcome);
      };
      const giveUp = (): void => settle({ given: [], culprit: Atomics.load(position, 0) });
      const wait = (): void => {
        const at = Atomics.load(position, 0);
        const onTime = (): void => (Atomics.load(position, 0) === at ? giveUp() : wait());
        timer = setTimeout(onTime, patienceFor(posts[at], patience));
      };
      this.#ended = giveUp;
      this.#hear = (message) => settle({ given: message as readonly Answer[], culprit: null });
      const [first] = posts;
      if (!first || this.#state === 'ended') return giveUp();
      wait();
      const { setting } = first;
      this.#port.post({ setting, reading, posts: posts.map(asked), position } satisfies Batch);
    });
  }
}

interface Outcome {
  readonly given: readonly Answer[];
  /** `null` where all was answered. */
  readonly culprit: number | null;
}

function patienceFor(job: CrewJob | undefined, { post, megabyte }: Threads['patience']): number {
  return post + ((job?.size ?? 0) / 1_000_000) * megabyte;
}

function asked({ file, absolute, path, worksheet }: CrewJob): BatchPost {
  return { file, absolute, path, worksheet };
}
