// The findings that the options of a check ask for: neither known before nor of lines that did not change.
import { applyBaseline } from './baselineFile.js';
import type { CheckOptions } from './checkOptions.js';
import type { CliHost } from './host.js';
import type { PlacedFinding } from './placedFinding.js';
import type { PostFile } from './postFile.js';
import { changedSince } from './since.js';
import { textFiles } from './textFiles.js';
import type { CliMessage } from './texts/message.js';

export type Narrowed =
  | { readonly findings: readonly PlacedFinding[]; readonly notes: readonly CliMessage[] }
  | { readonly fault: CliMessage };

export async function narrow(
  { cwd, git }: Pick<CliHost, 'cwd' | 'git'>,
  { baseline, since }: Pick<CheckOptions, 'baseline' | 'since'>,
  found: readonly PlacedFinding[],
  posts: readonly PostFile[],
): Promise<Narrowed> {
  const files = textFiles(posts);
  const known =
    baseline === undefined
      ? { findings: found, notes: [] }
      : await applyBaseline(cwd, baseline, found, files);
  if ('fault' in known || since === undefined) return known;
  const changed = await changedSince(git, since, known.findings, files);
  return 'fault' in changed ? changed : { ...changed, notes: known.notes };
}
