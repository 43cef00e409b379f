// What a format prints: the findings of one run.
import type { CliHost } from '../host.js';
import type { PlacedFinding, Summary } from '../placedFinding.js';
import type { PostFile } from '../postFile.js';

export interface CheckReport {
  readonly findings: readonly PlacedFinding[];
  readonly posts: readonly PostFile[];
  readonly summary: Summary;
}

/** The text for standard output, in pieces: there may be many findings. */
export type Format = (
  report: CheckReport,
  host: Pick<CliHost, 'language' | 'colors'>,
) => Iterable<string>;
