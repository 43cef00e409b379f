// The results of open posts, computed in a worker; what belongs to an older version is dropped.
import type { CancellationToken } from 'vscode-languageserver';
import type { Snapshot } from '../core/post/facts.js';
import {
  mayHoldResults,
  postForEvaluation,
  type PostForEvaluation,
} from '../evaluate/postInput.js';
import type { EvaluationResult } from '../evaluate/result.js';
import { uriKey } from './uri.js';
import type { RunningJob, WorkerQueue } from './worker.js';

interface Evaluated {
  readonly snapshot: Snapshot;
  readonly results: readonly EvaluationResult[];
}

interface Running {
  readonly snapshot: Snapshot;
  readonly job: RunningJob;
  readonly results: Promise<readonly EvaluationResult[] | null>;
}

type EvaluationListener = (
  uri: string,
  snapshot: Snapshot,
  results: readonly EvaluationResult[],
) => void;

export class Evaluation {
  readonly #queue: WorkerQueue;
  readonly #done = new Map<string, Evaluated>();
  readonly #running = new Map<string, Running>();

  readonly #listeners = new Set<EvaluationListener>();

  constructor(queue: WorkerQueue) {
    this.#queue = queue;
  }

  /** Answers with a function that ends the listening. */
  onDidEvaluate(listener: EvaluationListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Of this very snapshot; empty while they are being computed. */
  resultsOf(uri: string, snapshot: Snapshot): readonly EvaluationResult[] {
    const done = this.#done.get(uriKey(uri));
    return done?.snapshot === snapshot ? done.results : [];
  }

  /** `null` where a newer version has taken its place, or the worker was ended. */
  evaluate(uri: string, snapshot: Snapshot): Promise<readonly EvaluationResult[] | null> {
    const key = uriKey(uri);
    const done = this.#done.get(key);
    if (done?.snapshot === snapshot) return Promise.resolve(done.results);
    const running = this.#running.get(key);
    if (running?.snapshot === snapshot) return running.results;
    running?.job.cancel();
    if (!mayHoldResults(snapshot)) return Promise.resolve(this.#keep(uri, snapshot, []));
    const job = this.#queue.run(postForEvaluation(snapshot));
    const results = this.#collect(uri, snapshot, job);
    this.#running.set(key, { snapshot, job, results });
    return results;
  }

  /** Results for a question about a post, which are not those of the post; `null` where it was ended. */
  async ask(
    question: PostForEvaluation,
    token?: CancellationToken,
  ): Promise<readonly EvaluationResult[] | null> {
    const job = this.#queue.run(question);
    const listening = token?.onCancellationRequested(() => {
      job.cancel();
    });
    const outcome = await job.answer;
    listening?.dispose();
    return outcome.ok ? (outcome.answer as readonly EvaluationResult[]) : null;
  }

  async #collect(
    uri: string,
    snapshot: Snapshot,
    job: RunningJob,
  ): Promise<readonly EvaluationResult[] | null> {
    const outcome = await job.answer;
    if (this.#running.get(uriKey(uri))?.job === job) this.#running.delete(uriKey(uri));
    if (!outcome.ok) return null;
    return this.#keep(uri, snapshot, outcome.answer as readonly EvaluationResult[]);
  }

  forget(uri: string): void {
    const key = uriKey(uri);
    this.#running.get(key)?.job.cancel();
    this.#running.delete(key);
    this.#done.delete(key);
  }

  #keep(
    uri: string,
    snapshot: Snapshot,
    results: readonly EvaluationResult[],
  ): readonly EvaluationResult[] {
    this.#done.set(uriKey(uri), { snapshot, results });
    for (const listener of this.#listeners) listener(uri, snapshot, results);
    return results;
  }
}
