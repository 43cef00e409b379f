// The results of open posts, computed in a worker; what belongs to an older version is dropped.
import type { CancellationToken } from 'vscode-languageserver';
import type { Snapshot } from '../core/post/facts.js';
import { insertedResultsOf } from '../core/post/insertedResults.js';
import type { DataFiles } from '../evaluate/data/dataFile.js';
import {
  filesNamed,
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
import type { InsertedPictures } from '../language/inserted/pictureFiles.js';
import {
  insertedFaults,
  staleInserted,
  type StaleInserted,
} from '../language/inserted/staleInserted.js';
import type { DataFinder } from './dataFiles.js';
import type { PictureFinder } from './pictureFinder.js';
import { uriKey } from './uri.js';
import type { RunningJob, WorkerQueue } from './worker.js';
import type { Worksheet, WorksheetFiles } from './worksheetFiles.js';

interface Evaluated {
  readonly snapshot: Snapshot;
  readonly worksheet: Worksheet | null;
  /** What it takes from other posts, as text. */
  readonly links: string;
  readonly pictures: InsertedPictures;
  /** Of the post and of the worksheet beside it. */
  readonly results: readonly EvaluationResult[];
}

interface Running {
  readonly snapshot: Snapshot;
  readonly worksheet: Worksheet | null;
  readonly links: string;
  readonly pictures: InsertedPictures;
  readonly job: RunningJob;
  readonly results: Promise<readonly EvaluationResult[] | null>;
}

/** The posts of a blog, as the worksheets of one of them reach others. */
export interface LinkedPosts {
  readonly uriOf: (uri: string, path: string) => string;
  /** `null` where there is none that can be read. */
  readonly read: (uri: string, path: string) => Promise<Snapshot | null>;
}

/** What the worksheets of a post take from elsewhere. */
export interface Beside {
  readonly posts: LinkedPosts;
  readonly data: DataFinder;
  readonly pictures: Pick<PictureFinder, 'read'>;
}

/** What a post is evaluated with, and held against. */
interface Others {
  readonly choices: EvaluationChoices;
  readonly pictures: InsertedPictures;
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
  readonly #data: DataFinder;
  readonly #pictures: Beside['pictures'];
  /** The version of each post that was asked about last. */
  readonly #latest = new Map<string, Snapshot>();
  /** From which posts and files, by the keys of their URIs, a post takes something. */
  readonly #taken = new Map<
    string,
    { readonly post: string; readonly from: ReadonlySet<string> }
  >();
  readonly #done = new Map<string, Evaluated>();
  readonly #running = new Map<string, Running>();

  readonly #listeners = new Set<EvaluationListener>();

  constructor(queue: WorkerQueue, worksheets: WorksheetFiles, { posts, data, pictures }: Beside) {
    this.#queue = queue;
    this.#posts = posts;
    this.#data = data;
    this.#pictures = pictures;
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
    this.#latest.set(uriKey(uri), snapshot);
    const isAlone =
      linksOfWorksheets(snapshot, text).size === 0 &&
      filesNamed(snapshot, text).size === 0 &&
      insertedResultsOf(snapshot).length === 0;
    if (isAlone) {
      this.#taken.delete(uriKey(uri));
      const choices = { worksheet: text };
      return this.#evaluateWith(uri, snapshot, worksheet, { choices, pictures: new Map() });
    }
    return this.#withOthers(uri, snapshot, text).then((others) =>
      // A newer version was asked about while files were read.
      this.#latest.get(uriKey(uri)) === snapshot && this.#worksheets.known(uri) === worksheet
        ? this.#evaluateWith(uri, snapshot, worksheet, others)
        : null,
    );
  }

  #evaluateWith(
    uri: string,
    snapshot: Snapshot,
    worksheet: Worksheet | null,
    { choices, pictures }: Others,
  ): Promise<readonly EvaluationResult[] | null> {
    const key = uriKey(uri);
    const links = JSON.stringify([
      [...(choices.linked ?? [])],
      stampsOf(choices.data),
      [...pictures],
    ]);
    const state = { snapshot, worksheet, links, pictures };
    const isCurrent = (one: Running | Evaluated): boolean =>
      one.snapshot === snapshot && one.worksheet === worksheet && one.links === links;
    const done = this.#done.get(key);
    if (done && isCurrent(done)) return Promise.resolve(done.results);
    const running = this.#running.get(key);
    if (running && isCurrent(running)) return running.results;
    running?.job.cancel();
    if (worksheet?.fault || !mayHoldResults(snapshot, choices))
      return Promise.resolve(this.#keep(uri, state, []));
    const job = this.#queue.run(postForEvaluation(snapshot, choices));
    const results = this.#collect(uri, state, job);
    this.#running.set(key, { ...state, job, results });
    return results;
  }

  /** What is evaluated with a post. */
  async choicesFor(uri: string, snapshot: Snapshot): Promise<EvaluationChoices> {
    const worksheet = (await this.#worksheets.beside(uri))?.lines.join('') ?? null;
    return (await this.#withOthers(uri, snapshot, worksheet)).choices;
  }

  /** Of this very snapshot, as far as it was evaluated. */
  staleInserted(uri: string, snapshot: Snapshot): readonly StaleInserted[] {
    const done = this.#done.get(uriKey(uri));
    if (done?.snapshot !== snapshot || done.worksheet?.fault) return [];
    return staleInserted(snapshot, done.results, done.pictures);
  }

  /** The posts that take displays of this one, or read it as data. */
  taking(uri: string): readonly string[] {
    const key = uriKey(uri);
    return [...this.#taken.values()].flatMap(({ post, from }) => (from.has(key) ? [post] : []));
  }

  async #withOthers(uri: string, snapshot: Snapshot, worksheet: string | null): Promise<Others> {
    const links = linksOfWorksheets(snapshot, worksheet);
    const posts = [...linkedPosts(links)].map((path) => this.#posts.uriOf(uri, path));
    const data = await this.#data.find(uri, filesNamed(snapshot, worksheet));
    const { pictures, uris } = await this.#pictures.read(uri, snapshot);
    const from = new Set([...posts, ...data.uris, ...uris].map(uriKey));
    this.#taken.set(uriKey(uri), { post: uri, from });
    const linked = await this.#readLinked(uri, snapshot, links);
    return { choices: { worksheet, linked, data: data.files }, pictures };
  }

  #readLinked(
    uri: string,
    snapshot: Snapshot,
    links: ReturnType<typeof linksOfWorksheets>,
  ): Promise<LinkedDisplays> {
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
    return this.#keep(uri, state, outcome.answer as readonly EvaluationResult[]);
  }

  forget(uri: string): void {
    const key = uriKey(uri);
    this.#running.get(key)?.job.cancel();
    this.#running.delete(key);
    this.#done.delete(key);
    this.#latest.delete(key);
    this.#taken.delete(key);
  }

  /** With what is wrong with the tables and pictures that were inserted from the results. */
  #keep(
    uri: string,
    state: Omit<Evaluated, 'results'>,
    computed: readonly EvaluationResult[],
  ): readonly EvaluationResult[] {
    const { snapshot, worksheet, pictures } = state;
    const stale = worksheet?.fault ? [] : staleInserted(snapshot, computed, pictures);
    const results = [...computed, ...insertedFaults(stale)];
    this.#done.set(uriKey(uri), { ...state, results });
    for (const listener of this.#listeners) listener(uri, snapshot, results, worksheet);
    return results;
  }
}

/** What they are told apart by, without their bytes. */
function stampsOf(data: DataFiles = new Map()): readonly unknown[] {
  return [...data].map(([name, file]) =>
    file.kind === 'found' ? [name, file.location, file.stamp, file.limit] : [name, file.code],
  );
}
