// Findings in the worksheets beside posts, as their posts are evaluated; an open worksheet has its post evaluated.
import {
  checkWorksheet,
  faultOfWorksheet,
  type ReportedFinding,
  type RuleSettings,
} from '../checks/check.js';
import { message } from '../checks/messages.js';
import type { EvaluationResult } from '../evaluate/result.js';
import { postsBeside, worksheetBeside } from '../core/post/worksheetFile.js';
import type { Blogs } from './blogs.js';
import type { Checker } from './checker.js';
import type { Evaluation } from './evaluation.js';
import type { Log } from './log.js';
import { Pauses } from './pauses.js';
import type { Settings } from './settings.js';
import type { PostStore } from './store.js';
import { nameOf, uriKey } from './uri.js';
import type { Worksheet, WorksheetFiles } from './worksheetFiles.js';
import type { WorksheetPosts } from './worksheetPosts.js';

interface WorksheetCheckerChoices {
  readonly store: PostStore;
  readonly blogs: Blogs;
  readonly evaluation: Evaluation;
  readonly checker: Checker;
  readonly worksheets: WorksheetFiles;
  readonly posts: WorksheetPosts;
  readonly log: Log;
  readonly settings: () => Settings;
  readonly publish: (worksheet: Worksheet, findings: readonly ReportedFinding[]) => void;
  readonly unpublish: (uri: string) => void;
}

/** In milliseconds: typing is not over yet. */
const pause = 120;

export class WorksheetChecker {
  readonly #choices: WorksheetCheckerChoices;
  readonly #pauses: Pauses;
  /** The URIs, by their keys, of worksheets with findings on show. */
  readonly #published = new Map<string, string>();

  constructor(choices: WorksheetCheckerChoices) {
    this.#choices = choices;
    this.#pauses = new Pauses(choices.log);
    const { worksheets, evaluation, store, posts } = choices;
    worksheets.onDidChange((uri) => {
      this.schedule(uri);
    });
    evaluation.onDidEvaluate((uri, _, results, worksheet) => {
      this.#evaluated(uri, results, worksheet);
    });
    store.onDidChange(({ uri }) => {
      posts.forget(uri);
    });
    store.onDidClose(({ uri }) => {
      posts.forget(uri);
      const worksheet = worksheetBeside(uri);
      if (worksheet !== null) this.schedule(worksheet);
    });
  }

  /** Its post is evaluated again where one of the two is open. */
  schedule(uri: string): void {
    this.#pauses.after(pause, uri, (asked) => this.#check(asked));
  }

  scheduleAll(): void {
    for (const { uri } of this.#choices.worksheets.allOpen()) this.schedule(uri);
  }

  dispose(): void {
    this.#pauses.dispose();
  }

  async #check(uri: string): Promise<void> {
    const { store, checker, worksheets, posts, evaluation, settings, blogs } = this.#choices;
    const open = postsBeside(uri).find((post) => store.get(post));
    if (open !== undefined) return checker.schedule(open);
    const worksheet = worksheets.openAt(uri);
    if (!worksheet) return this.#unpublish(uri);
    await blogs.loaded();
    const post = await posts.of(uri);
    if (post && settings().evaluateWhileTyping) {
      await evaluation.evaluate(post.uri, post.snapshot);
      return;
    }
    const [wanted = ''] = postsBeside(uri);
    if (!post) this.#say(worksheet, 'eval.worksheet.no-post', { post: nameOf(wanted) });
  }

  #say(
    worksheet: Worksheet,
    code: 'eval.worksheet.no-post',
    data: Readonly<Record<string, string>>,
  ): void {
    this.#publish(worksheet, faultOfWorksheet(message(code, data), this.#rules(worksheet.uri)));
  }

  #evaluated(
    post: string,
    results: readonly EvaluationResult[],
    worksheet: Worksheet | null,
  ): void {
    if (worksheet === null) {
      const beside = worksheetBeside(post);
      if (beside !== null) this.#unpublish(beside);
      return;
    }
    const rules = this.#rules(post);
    this.#publish(worksheet, checkWorksheet(results, worksheet.fault, rules));
  }

  #rules(uri: string): RuleSettings {
    const { blogs, settings } = this.#choices;
    return { ...blogs.blogOf(uri).config.rules, ...settings().validated };
  }

  #publish(worksheet: Worksheet, findings: readonly ReportedFinding[]): void {
    this.#published.set(uriKey(worksheet.uri), worksheet.uri);
    this.#choices.publish(worksheet, findings);
  }

  #unpublish(uri: string): void {
    if (this.#published.delete(uriKey(uri))) this.#choices.unpublish(uri);
  }
}
