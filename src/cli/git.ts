// What a command asks git, so that tests can answer.

export interface Git {
  /** The repository that a file lies in, and its path there; `null` where it lies in none. */
  readonly locate: (file: string) => Promise<RepositoryPath | null>;
  /** What the working tree has that a commit, as far as HEAD began from it, had not. */
  readonly changes: (repository: string, since: string) => Promise<GitChanges | GitProblem>;
  /** The file at a path as a commit has it; `null` where it has none, or none that is text. */
  readonly textAt: (repository: string, commit: string, path: string) => Promise<string | null>;
}

export interface RepositoryPath {
  readonly repository: string;
  /** With `/`. */
  readonly path: string;
}

export interface GitChanges {
  /** The commit that the working tree is compared with. */
  readonly from: string;
  /** Of each path that changed; one that only got another name has no change. */
  readonly changed: ReadonlyMap<string, FileChange>;
  /** The paths that git knows: all others are new. */
  readonly tracked: ReadonlySet<string>;
}

export type FileChange = 'whole' | readonly ChangedLines[];

/** Lines as git counts them, from 1 and by `\n`; where `count` is 0, lines were taken out behind `start`. */
export interface ChangedLines {
  readonly start: number;
  readonly count: number;
}

export type GitProblem =
  | { readonly problem: 'missing' | 'no-ref' }
  | { readonly problem: 'failed'; readonly reason: string };
