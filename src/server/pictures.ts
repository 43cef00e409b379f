// Pictures of equations for hovers: typeset in a worker, kept, and capped in size.
import { base64 } from '../render/base64.js';
import type { TypesetAnswer, TypesetJob } from './mathjax.js';
import type { WorkerQueue } from './worker.js';

/** Longer TeX is shown as text. */
const maxTexLength = 20_000;

/** VS Code cuts the text of a hover at 100,000 characters, and the picture is part of it. */
const maxPictureLength = 90_000;

const keptPictures = 200;

/** A picture that is being made, for everyone who asked for it meanwhile. */
interface Running {
  readonly picture: Promise<string | null>;
  readonly cancel: () => void;
  askers: number;
}

export class Pictures {
  readonly #queue: WorkerQueue;
  /** The oldest first. */
  readonly #kept = new Map<string, string | null>();
  readonly #running = new Map<string, Running>();

  constructor(queue: WorkerQueue) {
    this.#queue = queue;
  }

  /** A data URI; `null` where there is no picture, and the TeX itself has to do. */
  async picture(job: TypesetJob, onCancel: (cancel: () => void) => void): Promise<string | null> {
    if (job.tex.length + job.preamble.join().length > maxTexLength) return null;
    const key = JSON.stringify(job);
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const running = this.#running.get(key) ?? this.#begin(key, job);
    running.askers++;
    onCancel(() => {
      running.askers--;
      if (running.askers === 0) running.cancel();
    });
    return running.picture;
  }

  /** The SVG of one formula of many, which is not kept; `null` where there is none. */
  async drawing(job: TypesetJob): Promise<string | null> {
    if (job.tex.length > maxTexLength) return null;
    const outcome = await this.#queue.run(job).answer;
    if (!outcome.ok) return null;
    const answer = outcome.answer as TypesetAnswer;
    return 'error' in answer ? null : answer.svg;
  }

  #begin(key: string, job: TypesetJob): Running {
    const made = this.#queue.run(job);
    const picture = made.answer.then((outcome) => {
      if (this.#running.get(key) === running) this.#running.delete(key);
      if (outcome.ok) return this.#keep(key, dataUri(outcome.answer as TypesetAnswer));
      // What took too long would do so again, and hold up all other pictures.
      return outcome.failure === 'overrun' ? this.#keep(key, null) : null;
    });
    const running: Running = {
      picture,
      cancel: () => {
        if (this.#running.get(key) === running) this.#running.delete(key);
        made.cancel();
      },
      askers: 0,
    };
    this.#running.set(key, running);
    return running;
  }

  #keep(key: string, picture: string | null): string | null {
    this.#kept.set(key, picture);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > keptPictures && oldest !== undefined) this.#kept.delete(oldest);
    return picture;
  }
}

function dataUri(answer: TypesetAnswer): string | null {
  if ('error' in answer) return null;
  const uri = `data:image/svg+xml;base64,${base64(new TextEncoder().encode(answer.svg))}`;
  return uri.length > maxPictureLength ? null : uri;
}
