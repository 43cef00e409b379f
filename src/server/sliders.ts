// Sliders that readers of previews have moved: for the previews alone, posts are evaluated with them once more.
import type { Snapshot } from '../core/post/facts.js';
import {
  postForEvaluation,
  type EvaluationChoices,
  type PostForEvaluation,
} from '../evaluate/postInput.js';
import type { EvaluationResult } from '../evaluate/result.js';

interface SliderParts {
  readonly choicesFor: (uri: string, snapshot: Snapshot) => Promise<EvaluationChoices>;
  /** `null` where it was ended. */
  readonly evaluate: (post: PostForEvaluation) => Promise<readonly EvaluationResult[] | null>;
  /** Results for the previews of a post. */
  readonly show: (evaluated: EvaluatedPost) => void;
}

export interface EvaluatedPost {
  readonly uri: string;
  readonly snapshot: Snapshot;
  readonly results: readonly EvaluationResult[];
}

/** A post with sliders. */
interface SlidPost {
  /** With all sliders where they begin. */
  readonly start: EvaluatedPost;
  readonly moved: ReadonlyMap<string, number>;
  /** Worked out with the first move. */
  input: Promise<PostForEvaluation> | null;
}

export class Sliders {
  readonly #parts: SliderParts;
  /** By the keys of their URIs. */
  readonly #posts = new Map<string, SlidPost>();
  readonly #running = new Set<string>();

  constructor(parts: SliderParts) {
    this.#parts = parts;
  }

  /** The post was evaluated with all sliders where they begin: those that were moved stay where they are. */
  evaluated(key: string, start: EvaluatedPost): Promise<void> {
    const moved = this.#posts.get(key)?.moved ?? new Map<string, number>();
    const known = [...moved].filter(([line, value]) => isValueOf(start, line, value));
    if (start.results.some(({ slider }) => slider !== null))
      this.#posts.set(key, { start, moved: new Map(known), input: null });
    else this.#posts.delete(key);
    if (known.length > 0) return this.#evaluate(key);
    this.#parts.show(start);
    return Promise.resolve();
  }

  /** Answers when nothing is left to be computed. */
  move(key: string, line: string, value: number): Promise<void> {
    const post = this.#posts.get(key);
    if (!post || !isValueOf(post.start, line, value)) return Promise.resolve();
    const moved = new Map([...post.moved, [line, value]]);
    this.#posts.set(key, { ...post, moved });
    return this.#evaluate(key);
  }

  /** No preview shows the post any more. */
  reset(key: string): void {
    const post = this.#posts.get(key);
    if (!post || post.moved.size === 0) return;
    this.#posts.set(key, { ...post, moved: new Map() });
    this.#parts.show(post.start);
  }

  forget(key: string): void {
    this.#posts.delete(key);
  }

  /** One evaluation at a time: of what is moved meanwhile, the last alone counts. */
  async #evaluate(key: string): Promise<void> {
    if (this.#running.has(key)) return;
    this.#running.add(key);
    try {
      for (;;) {
        const post = this.#posts.get(key);
        if (!post || post.moved.size === 0) return;
        const results = await this.#resultsOf(post);
        const now = this.#posts.get(key);
        // What was edited or closed meanwhile is not shown as it was.
        const isCurrent = now !== undefined && now.start === post.start && now.moved.size > 0;
        if (isCurrent && results === null) this.#giveUp(key, now);
        else if (isCurrent && results !== null) this.#parts.show({ ...post.start, results });
        if (now === post) return;
      }
    } finally {
      this.#running.delete(key);
    }
  }

  async #resultsOf(post: SlidPost): Promise<readonly EvaluationResult[] | null> {
    const { uri, snapshot } = post.start;
    post.input ??= this.#parts
      .choicesFor(uri, snapshot)
      .then((choices) => postForEvaluation(snapshot, choices));
    return this.#parts.evaluate({ ...(await post.input), moved: post.moved });
  }

  /** Rather where they begin than beside values of another place. */
  #giveUp(key: string, post: SlidPost): void {
    this.#posts.set(key, { ...post, moved: new Map() });
    this.#parts.show(post.start);
  }
}

function isValueOf({ results }: EvaluatedPost, line: string, value: number): boolean {
  return results.some(
    ({ slider, file }) => file === 'post' && slider?.line === line && slider.values.includes(value),
  );
}
