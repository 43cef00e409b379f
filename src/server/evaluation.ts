// The results of open posts, computed in a worker; what belongs to an older version is dropped.
import type { Snapshot } from '../core/post/facts.js';
import {
  mayHoldResults,
  postForEvaluation,
  type EvaluationChoices,
  type PostForEvaluation,
} from '../evaluate/postInput.js';
import type { EvaluationResult } from '../evaluate/result.js';
import { uriKey } from './uri.js';
import type { RunningJob, WorkerQueue } from './worker.js';
import type { Worksheet, WorksheetFiles } from './worksheetFiles.js';

interface Evaluated {
  readonly snapshot: Snapshot;
  readonly worksheet: Worksheet | null;
  /** Of the post and of the worksheet beside it. */
  readonly results: readonly EvaluationResult[];
}

interface Running {
  readonly snapshot: Snapshot;
  readonly worksheet: Worksheet | null;
  readonly job: RunningJob;
  readonly results: Promise<readonly EvaluationResult[] | null>;
}

type EvaluationListener = (
  uri: string,
  snapshot: Snapshot,
  results: readonly EvaluationResult[],
  worksheet: Worksheet | null,
) => void;

export class Evaluation {
  readonly #queue: WorkerQueue;
  readonly #worksheets: WorksheetFiles;
  readonly #done = new Map<string, Evaluated>();
  readonly #running = new Map<string, Running>();

  readonly #listeners = new Set<EvaluationListener>();

  constructor(queue: WorkerQueue, worksheets: WorksheetFiles) {
    this.#queue = queue;
    this.#worksheets = worksheets;
  }

  /** Answers with a function that ends the listening. */
  onDidEvaluate(listener: EvaluationListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Of this very snapshot; empty while they are being computed. */
  resultsOf(uri: string, snapshot: Snapshot): readonly EvaluationResult[] {
    const done = this.#done.get(uriKey(uri));
    const isCurrent = done?.snapshot === snapshot && done.worksheet === this.#worksheets.known(uri);
    return isCurrent ? done.results : [];
  }

  /** `null` where a newer version has taken its place, or the worker was ended. */
  evaluate(uri: string, snapshot: Snapshot): Promise<readonly EvaluationResult[] | null> {
    const worksheet = this.#worksheets.known(uri);
    if (worksheet === undefined)
      return this.#worksheets.beside(uri).then(() => this.evaluate(uri, snapshot));
    const key = uriKey(uri);
    const isCurrent = (one: Running | Evaluated): boolean =>
      one.snapshot === snapshot && one.worksheet === worksheet;
    const done = this.#done.get(key);
    if (done && isCurrent(done)) return Promise.resolve(done.results);
    const running = this.#running.get(key);
    if (running && isCurrent(running)) return running.results;
    running?.job.cancel();
    const choices = choicesOf(worksheet);
    if (worksheet?.fault || !mayHoldResults(snapshot, choices))
      return Promise.resolve(this.#keep(uri, { snapshot, worksheet, results: [] }));
    const job = this.#queue.run(postForEvaluation(snapshot, choices));
    const results = this.#collect(uri, snapshot, worksheet, job);
    this.#running.set(key, { snapshot, worksheet, job, results });
    return results;
  }

  /** What is evaluated with a post. */
  async choicesFor(uri: string): Promise<EvaluationChoices> {
    return choicesOf(await this.#worksheets.beside(uri));
  }

  /** Results for a question about a post, which are not those of the post. */
  async ask(question: PostForEvaluation): Promise<readonly EvaluationResult[] | null> {
    const outcome = await this.#queue.run(question).answer;
    return outcome.ok ? (outcome.answer as readonly EvaluationResult[]) : null;
  }

  async #collect(
    uri: string,
    snapshot: Snapshot,
    worksheet: Worksheet | null,
    job: RunningJob,
  ): Promise<readonly EvaluationResult[] | null> {
    const outcome = await job.answer;
    if (this.#running.get(uriKey(uri))?.job === job) this.#running.delete(uriKey(uri));
    if (!outcome.ok) return null;
    const results = outcome.answer as readonly EvaluationResult[];
    return this.#keep(uri, { snapshot, worksheet, results });
  }

  forget(uri: string): void {
    const key = uriKey(uri);
    this.#running.get(key)?.job.cancel();
    this.#running.delete(key);
    this.#done.delete(key);
  }

  #keep(uri: string, evaluated: Evaluated): readonly EvaluationResult[] {
    const { snapshot, worksheet, results } = evaluated;
    this.#done.set(uriKey(uri), evaluated);
    for (const listener of this.#listeners) listener(uri, snapshot, results, worksheet);
    return results;
  }
}

function choicesOf(worksheet: Worksheet | null): EvaluationChoices {
  return { worksheet: worksheet?.lines.join('') ?? null };
}
