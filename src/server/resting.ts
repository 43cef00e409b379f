// Answers about the whole of a long post wait until typing rests: each would hold up the keys behind it.
import type { CancellationToken } from 'vscode-languageserver';
import type { PostStore } from './store.js';
import { uriKey } from './uri.js';

/** Such an answer takes at most this part of the time between two of its kind. */
const busyShare = 1 / 5;

/** In milliseconds; shorter ones are not worth the waiting. */
const shortestRest = 25;

export class Resting {
  /** When each open post was last edited, by the key of its URI. */
  readonly #edited = new Map<string, number>();
  /** How long the last answer of a kind took, in milliseconds. */
  readonly #durations = new Map<string, number>();

  constructor(store: PostStore) {
    store.onDidChange(({ uri }, change) => {
      if (change) this.#edited.set(uriKey(uri), performance.now());
    });
    store.onDidClose(({ uri }) => this.#edited.delete(uriKey(uri)));
  }

  /** Answers as soon as typing rests for as long as such answers need; `null` where nobody waits for it any more. */
  async answer<Answer>(
    { kind, uri, token }: { kind: string; uri: string; token: CancellationToken },
    compute: () => Answer | Promise<Answer>,
  ): Promise<Answer | null> {
    const key = `${kind} ${uriKey(uri)}`;
    const rest = (this.#durations.get(key) ?? 0) / busyShare;
    while (rest >= shortestRest && !token.isCancellationRequested) {
      const left = (this.#edited.get(uriKey(uri)) ?? 0) + rest - performance.now();
      if (left <= 0) break;
      await new Promise<void>((resolve) => setTimeout(resolve, left));
    }
    if (token.isCancellationRequested) return null;
    const start = performance.now();
    const answer = compute();
    // What is awaited holds nobody up.
    this.#durations.set(key, performance.now() - start);
    return answer;
  }
}
