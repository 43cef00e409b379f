// The findings of lines that changed since a commit.
import { lineStarts, positionAt } from '../core/text/lines.js';
import type { ChangedLines, FileChange, Git, GitChanges, GitProblem } from './git.js';
import type { PlacedFinding } from './placedFinding.js';
import { isStandardInput } from './postFile.js';
import type { TextFile } from './textFiles.js';
import type { CliMessage } from './texts/message.js';

/**
 * All findings of standard input and of posts that git does not know; of others, those that a change
 * touches or that tell of one.
 */
export async function changedSince(
  git: Git,
  ref: string,
  findings: readonly PlacedFinding[],
  posts: readonly TextFile[],
): Promise<{ readonly findings: readonly PlacedFinding[] } | { readonly fault: CliMessage }> {
  const repositories = new Map<string, GitChanges>();
  const touches = new Map<string, (finding: PlacedFinding) => boolean>();
  for (const post of posts.filter((one) => !isStandardInput(one))) {
    const place = await git.locate(post.absolute);
    if (place === null) return { fault: { code: 'git.no-repository', path: post.file } };
    const { repository, path } = place;
    let changes = repositories.get(repository);
    if (changes === undefined) {
      const read = await git.changes(repository, ref);
      if ('problem' in read) return { fault: faultOf(read, ref) };
      repositories.set(repository, (changes = read));
    }
    touches.set(post.file, touching(post, changeOf(changes, path)));
  }
  return {
    findings: findings.filter(
      (placed) => placed.finding.ofChange === true || (touches.get(placed.file)?.(placed) ?? true),
    ),
  };
}

function faultOf(problem: GitProblem, ref: string): CliMessage {
  switch (problem.problem) {
    case 'missing':
      return { code: 'git.missing' };
    case 'no-ref':
      return { code: 'git.no-ref', ref };
    case 'failed':
      return { code: 'git.failed', reason: problem.reason };
  }
}

function changeOf({ changed, tracked }: GitChanges, path: string): FileChange {
  return tracked.has(path) ? (changed.get(path) ?? []) : 'whole';
}

function touching(post: TextFile, change: FileChange): (placed: PlacedFinding) => boolean {
  if (change === 'whole') return () => true;
  if (change.length === 0) return () => false;
  // Git ends lines with `\n` alone.
  const starts = lineStarts(post.text.split(/(?<=\n)/));
  return ({ finding: { span } }) => {
    const first = positionAt(starts, span.start).line + 1;
    const last = positionAt(starts, Math.max(span.end - 1, span.start)).line + 1;
    return overlaps(change, first, last);
  };
}

/** The changes are in order; a gap where lines were taken out touches what is on both sides of it. */
function overlaps(changes: readonly ChangedLines[], first: number, last: number): boolean {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(changes[middle]) < first) low = middle + 1;
    else high = middle;
  }
  const next = changes[low];
  if (next === undefined) return false;
  return next.count > 0 ? next.start <= last : next.start < last;
}

/** The last line that a change may touch. */
function endOf(change: ChangedLines | undefined): number {
  if (change === undefined) return 0;
  return change.count > 0 ? change.start + change.count - 1 : change.start;
}
