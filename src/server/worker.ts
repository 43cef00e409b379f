// Jobs for a worker that may hang: one at a time, each with a deadline at which the worker is ended.

/** A worker as its host gives it: a thread in Node. */
export interface WorkerPort {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Also where it could not be started. */
  onExit(listener: () => void): void;
  end(): void;
}

interface WorkerChoices {
  readonly start: () => WorkerPort;
  /** In milliseconds, of one job; the first of a worker has longer. */
  readonly deadline: number;
  readonly onOverrun: () => void;
  /** In milliseconds, of a job whose answer nobody waits for any more. */
  readonly grace: number;
}

export type WorkerFailure = 'overrun' | 'ended' | 'cancelled';

export type WorkerAnswer =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly failure: WorkerFailure };

/** A worker that has just been started has its code to load first. */
const startFactor = 4;

interface Job {
  readonly message: unknown;
  readonly resolve: (answer: WorkerAnswer) => void;
  cancelled: boolean;
}

export interface RunningJob {
  readonly answer: Promise<WorkerAnswer>;
  /** A job that waits is dropped; one that runs has a little time to end, its answer for nobody. */
  cancel(): void;
}

export class WorkerQueue {
  readonly #choices: WorkerChoices;
  readonly #waiting: Job[] = [];
  #port: WorkerPort | null = null;
  #current: Job | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(choices: WorkerChoices) {
    this.#choices = choices;
  }

  run(message: unknown): RunningJob {
    let job!: Job;
    const answer = new Promise<WorkerAnswer>((resolve) => {
      job = { message, resolve, cancelled: false };
    });
    this.#waiting.push(job);
    this.#next();
    return { answer, cancel: () => this.#cancel(job) };
  }

  /** Ends the worker; the next job starts another. */
  end(): void {
    this.#stop('ended');
    for (const job of this.#waiting.splice(0)) job.resolve({ ok: false, failure: 'ended' });
  }

  #cancel(job: Job): void {
    job.cancelled = true;
    job.resolve({ ok: false, failure: 'cancelled' });
    if (job !== this.#current) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#endCurrent(), this.#choices.grace);
  }

  #next(): void {
    if (this.#current) return;
    let job = this.#waiting.shift();
    while (job?.cancelled) job = this.#waiting.shift();
    if (!job) return;
    this.#current = job;
    const { deadline, onOverrun } = this.#choices;
    const wait = this.#port ? deadline : deadline * startFactor;
    this.#timer = setTimeout(() => {
      onOverrun();
      this.#endCurrent();
    }, wait);
    (this.#port ??= this.#start()).post(job.message);
  }

  #endCurrent(): void {
    this.#stop('overrun');
    this.#next();
  }

  #start(): WorkerPort {
    const port = this.#choices.start();
    port.onMessage((answer) => {
      if (port !== this.#port) return;
      this.#settle({ ok: true, answer });
      this.#next();
    });
    port.onExit(() => {
      if (port !== this.#port) return;
      this.#port = null;
      this.#settle({ ok: false, failure: 'ended' });
      this.#next();
    });
    return port;
  }

  #stop(failure: WorkerFailure): void {
    const port = this.#port;
    this.#port = null;
    port?.end();
    this.#settle({ ok: false, failure });
  }

  #settle(answer: WorkerAnswer): void {
    clearTimeout(this.#timer);
    this.#current?.resolve(answer);
    this.#current = null;
  }
}
