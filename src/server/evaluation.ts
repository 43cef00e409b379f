// The results of open posts, computed in a worker; what belongs to an older version is dropped.
import type { CancellationToken } from 'vscode-languageserver';
import type { Snapshot } from '../core/post/facts.js';
import {
  mayHoldResults,
  postForEvaluation,
  type EvaluationChoices,
  type PostForEvaluation,
} from '../evaluate/postInput.js';
import type { EvaluationResult } from '../evaluate/result.js';
import {
  linkedPosts,
  linksOfWorksheets,
  readLinkedDisplays,
  type LinkedDisplays,
} from '../evaluate/linkedDisplay.js';
import { uriKey } from './uri.js';
import type { RunningJob, WorkerQueue } from './worker.js';
import type { Worksheet, WorksheetFiles } from './worksheetFiles.js';

interface Evaluated {
  readonly snapshot: Snapshot;
  readonly worksheet: Worksheet | null;
  /** What it takes from other posts, as text. */
  readonly links: string;
  /** Of the post and of the worksheet beside it. */
  readonly results: readonly EvaluationResult[];
}

interface Running {
  readonly snapshot: Snapshot;
  readonly worksheet: Worksheet | null;
  readonly links: string;
  readonly job: RunningJob;
  readonly results: Promise<readonly EvaluationResult[] | null>;
}

/** The posts of a blog, as the worksheets of one of them reach others. */
export interface LinkedPosts {
  readonly uriOf: (uri: string, path: string) => string;
  /** `null` where there is none that can be read. */
  readonly read: (uri: string, path: string) => Promise<Snapshot | null>;
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
  readonly #posts: LinkedPosts;
  /** The version of each post that was asked about last. */
  readonly #latest = new Map<string, Snapshot>();
  /** From which posts, by the keys of their URIs, a post takes displays. */
  readonly #linked = new Map<
    string,
    { readonly post: string; readonly from: ReadonlySet<string> }
  >();
  readonly #done = new Map<string, Evaluated>();
  readonly #running = new Map<string, Running>();

  readonly #listeners = new Set<EvaluationListener>();

  constructor(queue: WorkerQueue, worksheets: WorksheetFiles, posts: LinkedPosts) {
    this.#queue = queue;
    this.#posts = posts;
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
    const text = worksheet?.lines.join('') ?? null;
    const links = linksOfWorksheets(snapshot, text);
    this.#latest.set(uriKey(uri), snapshot);
    if (links.size === 0) {
      this.#linked.delete(uriKey(uri));
      return this.#evaluateWith(uri, snapshot, worksheet, { worksheet: text });
    }
    return this.#readLinked(uri, snapshot, links).then((linked) =>
      // A newer version was asked about while posts were read.
      this.#latest.get(uriKey(uri)) === snapshot && this.#worksheets.known(uri) === worksheet
        ? this.#evaluateWith(uri, snapshot, worksheet, { worksheet: text, linked })
        : null,
    );
  }

  #evaluateWith(
    uri: string,
    snapshot: Snapshot,
    worksheet: Worksheet | null,
    choices: EvaluationChoices,
  ): Promise<readonly EvaluationResult[] | null> {
    const key = uriKey(uri);
    const links = JSON.stringify([...(choices.linked ?? [])]);
    const isCurrent = (one: Running | Evaluated): boolean =>
      one.snapshot === snapshot && one.worksheet === worksheet && one.links === links;
    const done = this.#done.get(key);
    if (done && isCurrent(done)) return Promise.resolve(done.results);
    const running = this.#running.get(key);
    if (running && isCurrent(running)) return running.results;
    running?.job.cancel();
    if (worksheet?.fault || !mayHoldResults(snapshot, choices))
      return Promise.resolve(this.#keep(uri, { snapshot, worksheet, links, results: [] }));
    const job = this.#queue.run(postForEvaluation(snapshot, choices));
    const results = this.#collect(uri, { snapshot, worksheet, links }, job);
    this.#running.set(key, { snapshot, worksheet, links, job, results });
    return results;
  }

  /** What is evaluated with a post. */
  async choicesFor(uri: string, snapshot: Snapshot): Promise<EvaluationChoices> {
    const worksheet = (await this.#worksheets.beside(uri))?.lines.join('') ?? null;
    const links = linksOfWorksheets(snapshot, worksheet);
    return { worksheet, linked: await this.#readLinked(uri, snapshot, links) };
  }

  /** The posts that take displays of this one. */
  taking(uri: string): readonly string[] {
    const key = uriKey(uri);
    return [...this.#linked.values()].flatMap(({ post, from }) => (from.has(key) ? [post] : []));
  }

  #readLinked(
    uri: string,
    snapshot: Snapshot,
    links: ReturnType<typeof linksOfWorksheets>,
  ): Promise<LinkedDisplays> {
    const paths = [...linkedPosts(links)].map((path) => this.#posts.uriOf(uri, path));
    this.#linked.set(uriKey(uri), { post: uri, from: new Set(paths.map(uriKey)) });
    return readLinkedDisplays(snapshot, links, (path) => this.#posts.read(uri, path));
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
    state: Omit<Evaluated, 'results'>,
    job: RunningJob,
  ): Promise<readonly EvaluationResult[] | null> {
    const outcome = await job.answer;
    if (this.#running.get(uriKey(uri))?.job === job) this.#running.delete(uriKey(uri));
    if (!outcome.ok) return null;
    const results = outcome.answer as readonly EvaluationResult[];
    return this.#keep(uri, { ...state, results });
  }

  forget(uri: string): void {
    const key = uriKey(uri);
    this.#running.get(key)?.job.cancel();
    this.#running.delete(key);
    this.#done.delete(key);
    this.#latest.delete(key);
    this.#linked.delete(key);
  }

  #keep(uri: string, evaluated: Evaluated): readonly EvaluationResult[] {
    const { snapshot, worksheet, results } = evaluated;
    this.#done.set(uriKey(uri), evaluated);
    for (const listener of this.#listeners) listener(uri, snapshot, results, worksheet);
    return results;
  }
}
