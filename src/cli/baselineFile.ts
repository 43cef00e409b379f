// Reads and writes the file of a baseline.
import path from 'node:path';
import { bytesOf } from '../core/post/size.js';
import {
  baselineOf,
  parseBaseline,
  printBaseline,
  withoutBaseline,
  type BaselineEntry,
} from './baseline.js';
import { relativePath } from './configs.js';
import type { PlacedFinding } from './placedFinding.js';
import type { TextFile } from './textFiles.js';
import { readFileBytes } from './readBytes.js';
import { reasonOf } from './readText.js';
import { replaceFile } from './replaceFile.js';
import type { CliMessage } from './texts/message.js';

/** The findings that a file of the baseline does not hold; `notes` say what of it is out of date. */
export async function applyBaseline(
  cwd: string,
  name: string,
  findings: readonly PlacedFinding[],
  posts: readonly TextFile[],
): Promise<
  | { readonly findings: readonly PlacedFinding[]; readonly notes: readonly CliMessage[] }
  | { readonly fault: CliMessage }
> {
  const file = path.resolve(cwd, name);
  const text = await readBaseline(file, name);
  if (typeof text !== 'string') return { fault: text };
  const read = parseBaseline(text);
  if ('problem' in read) return { fault: { code: `baseline.${read.problem}`, path: name } };
  const { left, unmet } = withoutBaseline(findings, posts, namesFrom(file), read.entries);
  return { findings: left, notes: unmetNotes(unmet, name) };
}

/** What went wrong; `null` where it is written. */
export async function writeBaseline(
  cwd: string,
  name: string,
  findings: readonly PlacedFinding[],
  posts: readonly TextFile[],
): Promise<CliMessage | null> {
  const file = path.resolve(cwd, name);
  const text = printBaseline(baselineOf(findings, posts, namesFrom(file)));
  const reason = await replaceFile(file, new TextEncoder().encode(text));
  return reason === null ? null : { code: 'baseline.unwritable', path: name, reason };
}

/** In megabytes: that of a hundred thousand findings has a quarter of them. */
const maxBaselineSize = 100;

async function readBaseline(file: string, name: string): Promise<string | CliMessage> {
  try {
    const read = await readFileBytes(file, bytesOf(maxBaselineSize));
    if ('bytes' in read) return new TextDecoder().decode(read.bytes);
    return { code: 'baseline.too-large', path: name, limit: String(maxBaselineSize) };
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing
      ? { code: 'baseline.missing', path: name }
      : { code: 'path.unreadable', path: name, reason: reasonOf(error) };
  }
}

function namesFrom(baseline: string): (post: TextFile) => string {
  const folder = path.dirname(baseline);
  return ({ absolute }) => relativePath(folder, absolute);
}

/** One a post: it may have many. */
function unmetNotes(unmet: readonly BaselineEntry[], baseline: string): readonly CliMessage[] {
  const rules = new Map<string, Set<string>>();
  for (const { file, rule } of unmet) {
    const ofPost = rules.get(file) ?? new Set();
    rules.set(file, ofPost.add(rule));
  }
  return [...rules].map(([file, ofPost]) => ({
    code: 'baseline.unmet',
    path: file,
    rules: [...ofPost].join(', '),
    baseline,
  }));
}
