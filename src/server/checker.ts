// Findings of open posts while typing, and of whole blogs when asked for.
import { asksForValues } from '../core/post/worksheets.js';
import {
  checkPost,
  checkWorksheet,
  type ReportedFinding,
  type RuleSettings,
} from '../checks/check.js';
import { isKnown } from '../checks/readings.js';
import type { Surroundings } from '../checks/rule.js';
import type { Snapshot } from '../core/post/facts.js';
import type { EvaluationResult } from '../evaluate/result.js';
import type { CheckSummary } from '../protocol/server.js';
import type { Blog } from './blog.js';
import type { Blogs } from './blogs.js';
import type { EarlierPosts } from './earlierPosts.js';
import type { Evaluation } from './evaluation.js';
import { Gathering } from './gathering.js';
import { logError, type Log } from './log.js';
import { Pauses } from './pauses.js';
import type { Settings } from './settings.js';
import { Slices } from './slices.js';
import type { OpenPost, PostStore } from './store.js';
import type { SurroundingsReader } from './surroundings.js';
import { uriKey } from './uri.js';
import type { WorksheetFiles } from './worksheetFiles.js';

interface CheckerChoices {
  readonly store: PostStore;
  readonly blogs: Blogs;
  readonly evaluation: Evaluation;
  readonly worksheets: WorksheetFiles;
  readonly surroundings: SurroundingsReader;
  readonly earlier: EarlierPosts;
  readonly log: Log;
  readonly settings: () => Settings;
  readonly publish: (post: PublishedPost) => void;
  /** The post has no findings on show any more. */
  readonly unpublish: (uri: string) => void;
  /** Values of a post are there, or others than before. */
  readonly onResults: () => void;
}

interface PublishedPost {
  readonly uri: string;
  readonly snapshot: Snapshot;
  readonly findings: readonly ReportedFinding[];
  /** Of an open post. */
  readonly version: number | null;
}

interface CheckAllProgress {
  readonly report: (done: number, total: number) => void;
  readonly isCancelled: () => boolean;
}

/** Typing is not over yet: findings that flicker help nobody. */
const shortestPause = 120;

/** A check takes at most this part of the time between two checks, so that keys rarely meet one. */
const busyShare = 1 / 5;

export class Checker {
  readonly #choices: CheckerChoices;
  readonly #listeners = new Set<(post: PublishedPost) => void>();
  readonly #pauses: Pauses;
  /** How long the last check of an open post took, in milliseconds, by the key of its URI. */
  readonly #durations = new Map<string, number>();
  /** The URIs, by their keys, of posts that are not open and have findings on show. */
  readonly #published = new Map<string, string>();
  #turn = 0;
  /** Posts that were asked for, whatever their folder is. */
  readonly #asked = new Set<string>();
  /** Posts that are not open, one after the other: there may be thousands. */
  readonly #closed = new Gathering((uris) => this.#checkClosed(uris));

  constructor(choices: CheckerChoices) {
    this.#choices = choices;
    this.#pauses = new Pauses(choices.log);
  }

  /** Answers with a function that ends the listening. */
  onDidCheck(listener: (post: PublishedPost) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  schedule(uri: string): void {
    this.#pauses.after(this.#pauseOf(uriKey(uri)), uri, (asked) => this.#checkScheduled(asked));
  }

  #pauseOf(key: string): number {
    return Math.max(shortestPause, (this.#durations.get(key) ?? 0) / busyShare);
  }

  /** The post was closed: what its file says has findings only where the whole blog is watched. */
  closed(uri: string): void {
    // It may have been opened again meanwhile.
    if (this.#choices.store.get(uri)) return;
    this.#asked.delete(uriKey(uri));
    this.#durations.delete(uriKey(uri));
    this.#choices.unpublish(uri);
    this.schedule(uri);
  }

  dispose(): void {
    this.#pauses.dispose();
  }

  /** Whether a post that nobody asked about may be spoken of. */
  speaksOf(uri: string): boolean {
    const { blogs, store } = this.#choices;
    if (blogs.blogOf(uri).isShown || this.#asked.has(uriKey(uri))) return true;
    const post = store.get(uri);
    return post !== undefined && asksForValues(post.snapshot.blocks.blocks);
  }

  /**
   * What the rules would say of states of an open post, whether on show or not: quick fixes must not rest on
   * findings of an older state. What its formulas come to is left out.
   */
  async findingsOf(uri: string): Promise<(state: Snapshot) => readonly ReportedFinding[]> {
    const post = this.#choices.store.get(uri);
    const blog = this.#choices.blogs.blogOf(uri);
    if (post) await this.#lookAround(post);
    return (state) => this.#check({ uri, snapshot: state }, blog, []);
  }

  async checkAsked(uri: string): Promise<CheckSummary | null> {
    const post = this.#choices.store.get(uri);
    if (!post) return null;
    this.#asked.add(uriKey(uri));
    await this.#choices.blogs.loaded();
    const results = (await this.#evaluate(post)) ?? [];
    await this.#lookAround(post);
    const current = this.#choices.store.get(uri) ?? post;
    const own = this.#checkOpen(current, current === post ? results : []);
    return summaryOf([[...own, ...this.#findingsBeside(uri, results)]], []);
  }

  async checkAll({ report, isCancelled }: CheckAllProgress): Promise<CheckSummary> {
    const { blogs, log } = this.#choices;
    await blogs.loaded();
    const posts = blogs.all().flatMap((blog) => blog.index.paths().map((path) => ({ blog, path })));
    const findings: (readonly ReportedFinding[])[] = [];
    const skipped = blogs.all().flatMap(({ unread }) => unread);
    const slices = new Slices();
    for (const [at, { blog, path }] of posts.entries()) {
      if (isCancelled()) break;
      report(at, posts.length);
      try {
        const found = await this.#checkAny(blog, path);
        if (found) findings.push(found);
        else skipped.push(path);
      } catch (error) {
        logError(log, `Checking ${path}`, error);
        skipped.push(path);
      }
      await slices.next();
    }
    return summaryOf(findings, skipped);
  }

  /** Posts that are not open have findings where the settings say so; to be called when either changed. */
  async followScope(): Promise<void> {
    const turn = ++this.#turn;
    const { blogs, settings } = this.#choices;
    if (settings().checkScope !== 'blog') {
      for (const uri of this.#published.values()) this.#unpublish(uri);
      return;
    }
    const slices = new Slices();
    for (const blog of blogs.all()) {
      for (const path of blog.index.paths()) {
        if (turn !== this.#turn) return;
        await this.#checkAny(blog, path);
        await slices.next();
      }
    }
  }

  async #checkScheduled(uri: string): Promise<void> {
    const { store, settings } = this.#choices;
    const post = store.get(uri);
    if (!post) {
      if (settings().checkScope !== 'blog' && !this.#published.has(uriKey(uri))) return;
      await this.#closed.add([uri]);
      return;
    }
    const results = settings().evaluateWhileTyping ? await this.#evaluate(post) : [];
    await this.#lookAround(post);
    // A newer state has been scheduled by its own edit.
    if (results === null || store.get(uri)?.snapshot !== post.snapshot) return;
    const start = performance.now();
    this.#checkOpen(post, results);
    this.#durations.set(uriKey(uri), performance.now() - start);
  }

  async #checkClosed(uris: readonly string[]): Promise<void> {
    const slices = new Slices();
    for (const uri of uris) {
      const blog = this.#choices.blogs.blogOf(uri);
      try {
        await this.#checkAny(blog, blog.pathOf(uri));
      } catch (error) {
        logError(this.#choices.log, `Checking ${uri}`, error);
      }
      await slices.next();
    }
  }

  async #evaluate(post: OpenPost): Promise<readonly EvaluationResult[] | null> {
    const { evaluation, store, onResults } = this.#choices;
    const results = await evaluation.evaluate(post.uri, post.snapshot);
    if (results === null) return store.get(post.uri)?.snapshot === post.snapshot ? [] : null;
    if (results.length > 0) onResults();
    return results;
  }

  async #lookAround({ uri, snapshot }: OpenPost): Promise<void> {
    const { blogs, surroundings } = this.#choices;
    if (this.speaksOf(uri)) await surroundings.read(blogs.blogOf(uri), snapshot);
  }

  async #checkAny(blog: Blog, path: string): Promise<readonly ReportedFinding[] | null> {
    const { blogs, store, evaluation } = this.#choices;
    const uri = blog.uriOf(path);
    const snapshot = await blogs.snapshotOf(blog, path);
    if (!snapshot) {
      if (this.#published.has(uriKey(uri))) this.#unpublish(uri);
      return null;
    }
    const results = (await evaluation.evaluate(uri, snapshot)) ?? [];
    await this.#choices.surroundings.read(blog, snapshot);
    const beside = this.#findingsBeside(uri, results);
    const open = store.get(uri);
    if (open)
      return [...this.#checkOpen(open, open.snapshot === snapshot ? results : []), ...beside];
    evaluation.forget(uri);
    this.#published.set(uriKey(uri), uri);
    return [...this.#publish({ uri, snapshot }, blog, results, null), ...beside];
  }

  /** In the worksheet in a file of its own; they are on show since its post was evaluated. */
  #findingsBeside(uri: string, results: readonly EvaluationResult[]): readonly ReportedFinding[] {
    const worksheet = this.#choices.worksheets.known(uri);
    if (!worksheet) return [];
    return checkWorksheet(results, worksheet.fault, this.#rulesOf(this.#choices.blogs.blogOf(uri)));
  }

  #rulesOf({ config }: Blog): RuleSettings {
    return { ...config.rules, ...this.#choices.settings().validated };
  }

  #unpublish(uri: string): void {
    this.#published.delete(uriKey(uri));
    if (!this.#choices.store.get(uri)) this.#choices.unpublish(uri);
  }

  #checkOpen(post: OpenPost, results: readonly EvaluationResult[]): readonly ReportedFinding[] {
    const blog = this.#choices.blogs.blogOf(post.uri);
    return this.#publish(post, blog, results, post.snapshot.version);
  }

  #around(blog: Blog, path: string): Surroundings {
    const { earlier, surroundings } = this.#choices;
    return {
      ...surroundings.around(blog, path),
      knowsSite: (path) => isKnown(blog.config.assumedOf(path)),
      earlier: earlier.statesOf(blog),
    };
  }

  #publish(
    { uri, snapshot }: OpenPost,
    blog: Blog,
    results: readonly EvaluationResult[],
    version: number | null,
  ): readonly ReportedFinding[] {
    const findings = this.#check({ uri, snapshot }, blog, results);
    const post = { uri, snapshot, findings, version };
    this.#choices.publish(post);
    for (const listener of this.#listeners) listener(post);
    return findings;
  }

  #check(
    { uri, snapshot }: OpenPost,
    blog: Blog,
    results: readonly EvaluationResult[],
  ): readonly ReportedFinding[] {
    if (!this.speaksOf(uri)) return [];
    const context = {
      post: snapshot,
      blog: blog.index,
      results,
      around: this.#around(blog, snapshot.path),
      assumed: blog.config.assumedOf(snapshot.path),
      detected: blog.config.siteOf(snapshot.path).detected,
    };
    return checkPost(context, this.#rulesOf(blog));
  }
}

function summaryOf(
  posts: readonly (readonly ReportedFinding[])[],
  skipped: readonly string[],
): CheckSummary {
  const count = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of posts.flat()) count[severity]++;
  return { posts: posts.length, ...count, skipped };
}
