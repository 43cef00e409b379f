// A baseline: the findings that a blog had when it began to check, which count no longer.
import { isRecord } from './findingGuards.js';
import { findingFingerprint, linesOf } from './fingerprint.js';
import type { PlacedFinding } from './placedFinding.js';
import type { TextFile } from './textFiles.js';

/** Findings of one post that are alike. */
export interface BaselineEntry {
  /** From the folder of the baseline. */
  readonly file: string;
  readonly rule: string;
  /** The lines of the finding, for people. */
  readonly text: string;
  readonly fingerprint: string;
  readonly count: number;
}

export type BaselineReading =
  | { readonly entries: readonly BaselineEntry[] }
  | { readonly problem: 'not-json' | 'version' | 'entries' };

export function parseBaseline(text: string): BaselineReading {
  const value = parseJson(text);
  if (value === undefined) return { problem: 'not-json' };
  if (!isRecord(value) || value['version'] !== 1) return { problem: 'version' };
  const { findings } = value;
  return Array.isArray(findings) && findings.every(isEntry)
    ? { entries: findings }
    : { problem: 'entries' };
}

/** One line an entry, in an order of its own, so that a change of the posts changes few lines. */
export function printBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.map((entry) => `\n    ${JSON.stringify(entry)}`);
  const findings = lines.length > 0 ? `[${lines.join(',')}\n  ]` : '[]';
  return `{\n  "version": 1,\n  "findings": ${findings}\n}\n`;
}

/** `nameOf` gives the name of a post from the folder of the baseline. */
export function baselineOf(
  findings: readonly PlacedFinding[],
  posts: readonly TextFile[],
  nameOf: (post: TextFile) => string,
): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  const byFile = new Map(posts.map((post) => [post.file, post]));
  for (const placed of findings) {
    const post = byFile.get(placed.file);
    if (!post) continue;
    const fingerprint = findingFingerprint(placed, post.text);
    const file = nameOf(post);
    const { rule } = placed.finding;
    const key = keyOf({ file, rule, fingerprint });
    const count = (entries.get(key)?.count ?? 0) + 1;
    const text = linesOf(placed, post.text);
    entries.set(key, { file, rule, text, fingerprint, count });
  }
  return [...entries.values()].sort(
    (left, right) =>
      compare(left.file, right.file) ||
      compare(left.rule, right.rule) ||
      compare(left.text, right.text) ||
      compare(left.fingerprint, right.fingerprint),
  );
}

/** What a baseline leaves of findings, and what of it was not met in these posts. */
export function withoutBaseline(
  findings: readonly PlacedFinding[],
  posts: readonly TextFile[],
  nameOf: (post: TextFile) => string,
  entries: readonly BaselineEntry[],
): { readonly left: readonly PlacedFinding[]; readonly unmet: readonly BaselineEntry[] } {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + entry.count);
  }
  const byFile = new Map(posts.map((post) => [post.file, post]));
  const left = findings.filter((placed) => {
    const post = byFile.get(placed.file);
    if (!post) return true;
    const fingerprint = findingFingerprint(placed, post.text);
    const key = keyOf({ file: nameOf(post), rule: placed.finding.rule, fingerprint });
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
  const checked = new Set(posts.map(nameOf));
  const unmet = entries.filter(
    (entry) => checked.has(entry.file) && (counts.get(keyOf(entry)) ?? 0) > 0,
  );
  return { left, unmet };
}

function keyOf({
  file,
  rule,
  fingerprint,
}: Pick<BaselineEntry, 'file' | 'rule' | 'fingerprint'>): string {
  return `${file}\n${rule}\n${fingerprint}`;
}

/** By code units, whatever the language of the machine. */
function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isRecord(value)) return false;
  const { file, rule, text, fingerprint, count } = value;
  return (
    [file, rule, text, fingerprint].every((part) => typeof part === 'string') &&
    Number.isInteger(count) &&
    Number(count) > 0
  );
}
