// Pictures of equations for hovers: typeset in a worker, kept, and capped in size.
import type { TypesetAnswer, TypesetJob } from './mathjax.js';
import type { WorkerQueue } from './worker.js';

/** Longer TeX is shown as text. */
const maxTexLength = 20_000;

/** VS Code cuts the text of a hover at 100,000 characters, and the picture is part of it. */
const maxPictureLength = 90_000;

const keptPictures = 200;

export class Pictures {
  readonly #queue: WorkerQueue;
  /** The oldest first. */
  readonly #kept = new Map<string, string | null>();

  constructor(queue: WorkerQueue) {
    this.#queue = queue;
  }

  /** A data URI; `null` where there is no picture, and the TeX itself has to do. */
  async picture(job: TypesetJob, onCancel: (cancel: () => void) => void): Promise<string | null> {
    if (job.tex.length + job.preamble.join().length > maxTexLength) return null;
    const key = JSON.stringify(job);
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const running = this.#queue.run(job);
    onCancel(() => running.cancel());
    const outcome = await running.answer;
    if (!outcome.ok) return null;
    const picture = dataUri(outcome.answer as TypesetAnswer);
    this.#keep(key, picture);
    return picture;
  }

  #keep(key: string, picture: string | null): void {
    this.#kept.set(key, picture);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > keptPictures && oldest !== undefined) this.#kept.delete(oldest);
  }
}

function dataUri(answer: TypesetAnswer): string | null {
  if ('error' in answer) return null;
  const uri = `data:image/svg+xml;base64,${base64(answer.svg)}`;
  return uri.length > maxPictureLength ? null : uri;
}

function base64(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
