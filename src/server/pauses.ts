// Work on a text that waits until its writer has paused: what is asked for again meanwhile starts the wait anew.
import { logError, type Log } from './log.js';
import { uriKey } from './uri.js';

export class Pauses {
  readonly #log: Log;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(log: Log) {
    this.#log = log;
  }

  /** `pause` is in milliseconds. */
  after(pause: number, uri: string, check: (uri: string) => Promise<void>): void {
    const key = uriKey(uri);
    clearTimeout(this.#timers.get(key));
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      check(uri).catch((error: unknown) => {
        logError(this.#log, `Checking ${uri}`, error);
      });
    }, pause);
    this.#timers.set(key, timer);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
