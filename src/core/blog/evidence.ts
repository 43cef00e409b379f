// Whether a folder is a blog at all: a code repository's README is not to be spoken of unasked.

export interface BlogEvidence {
  /** A `postulate.json` lies above the posts. */
  readonly hasConfig: boolean;
  /** The files of a folder above the posts, or among them, are those of a site. */
  readonly hasSite: boolean;
  /** A post defines a label of an equation. */
  readonly definesLabels: boolean;
}

export function isShown(evidence: BlogEvidence): boolean {
  return evidence.hasConfig || evidence.hasSite || evidence.definesLabels;
}
