// The contract of the checks: what a rule sees and what it answers.
import type { BlogView } from '../core/blog/blogIndex.js';
import type { PostFacts, Snapshot } from '../core/post/facts.js';
import type { DetectedSite } from '../core/site/detect/detectedSite.js';
import type { SiteLayout } from '../core/site/layout.js';
import type { Site } from '../core/site/site.js';
import type { Span } from '../core/text/span.js';
import type { EvaluationResult, ResultFile } from '../evaluate/result.js';
import type { Message } from './messages.js';
import type { AssumedParts } from './readings.js';

/** From the heaviest on. */
export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/**
 * Some rules look at a post alone, or at what its formulas came to; others need the blog, and of the post no
 * more than the index holds, or the page that was made of the post.
 */
export type Rule = PostRule | ResultRule | BlogRule | PageRule;

interface RuleHead {
  /** Dotted lower-kebab; stable, since writers name it in their settings. */
  readonly code: string;
  /** `off`: it speaks only where the writer asks for it. */
  readonly severity: Severity | 'off';
}

export interface PostRule extends RuleHead {
  readonly sees: 'post';
  check(context: PostContext): readonly Finding[];
}

/** It speaks of the worksheet beside a post as of the post. */
export interface ResultRule extends RuleHead {
  readonly sees: 'results';
  /** Of all results of the post; the findings are those of one file. */
  check(results: readonly EvaluationResult[], file: ResultFile): readonly Finding[];
}

export interface BlogRule extends RuleHead {
  readonly sees: 'blog';
  check(context: BlogContext): readonly Finding[];
}

export interface PageRule extends RuleHead {
  readonly sees: 'page';
  check(context: PageContext): readonly Finding[];
}

export interface PostContext {
  readonly post: Snapshot;
  /** What the formulas of the post, and of the worksheet beside it, came to; empty where they were not evaluated. */
  readonly results: readonly EvaluationResult[];
  readonly assumed: AssumedParts;
  /** What the files around the post tell of its site, where they tell of one. */
  readonly detected?: DetectedSite | null;
}

export interface PageContext {
  readonly post: Snapshot;
  /** The HTML of the page that the site's generator made of it. */
  readonly built: string;
}

export interface BlogContext {
  readonly path: string;
  readonly site: Site;
  readonly facts: PostFacts;
  readonly blog: BlogView;
  readonly around: Surroundings;
}

/** What lies around the posts of a blog; `null` where it is not known. */
export interface Surroundings {
  /** Whether the folder of the blog holds a file at this path that is no post of it. */
  readonly hasFile: (path: string) => boolean | null;
  /** Where the site of the post serves files from. */
  readonly layout: SiteLayout | null;
  /** The day that it is, such as `2026-01-31`. */
  readonly today: string | null;
  /** The addresses of labels of this post that worksheets in files of their own name. */
  readonly labelsInFiles: (path: string) => ReadonlySet<string> | null;
  /** Whether all of the site of the post at this path was read somewhere, so that its numbers are what readers see. */
  readonly knowsSite: (path: string) => boolean;
  /**
   * What posts said before, from the oldest state on: as their editing began, or at the commit they are
   * compared with; then before each command that moved equations.
   */
  readonly earlier: readonly EarlierState[];
}

/** By their paths; `null` for a post of which nobody knows. */
export type EarlierState = (path: string) => PostFacts | null;

/** Nothing is known but the posts. */
export const noSurroundings: Surroundings = {
  hasFile: () => null,
  layout: null,
  today: null,
  labelsInFiles: () => new Set(),
  knowsSite: () => false,
  earlier: [],
};

export interface Finding {
  readonly span: Span;
  readonly message: Message;
  /** Places that belong to it. */
  readonly related?: readonly RelatedPlace[];
  /** Where it weighs less than its rule says. */
  readonly severity?: Severity;
  /** The text at the span serves nothing and may be shown faded. */
  readonly unnecessary?: boolean;
  /** It tells of a change since the earlier state, wherever that was made. */
  readonly ofChange?: boolean;
  /** What would mend it, where that is certain enough to offer. */
  readonly fix?: Fix;
}

/** In the same post, or, by its line (zero-based), in another one. */
export type RelatedPlace =
  | { readonly span: Span; readonly message: Message }
  | { readonly path: string; readonly line: number; readonly message: Message };

export interface Fix {
  readonly span: Span;
  readonly text: string;
  /** What it does, as a menu offers it. */
  readonly title: Message;
  /** Readers see the page as it was, but for where its links lead. */
  readonly keepsPage?: true;
  /** "Did you mean": a writer may take it, and nobody in their place. */
  readonly isGuess?: true;
}
