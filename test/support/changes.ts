// What a command makes of a post.
import { openSnapshot } from '../../src/core/post/snapshot.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import { assumedSite, type Site } from '../../src/core/site/site.js';
import type { Span } from '../../src/core/text/span.js';
import type { Change } from '../../src/language/change.js';
import { cursorPost, readFixture } from './blogFixture.js';

export interface MarkedPost {
  readonly post: Snapshot;
  /** What `^^^` marks, else the cursor. */
  readonly selection: Span;
}

export function readMarkedPost(fixture: string, site: Partial<Site> = {}): MarkedPost {
  const read = readFixture(fixture, site);
  const offset = read.cursor?.offset ?? 0;
  const first = read.ranges[0]?.span ?? { start: offset, end: offset };
  const last = read.ranges.at(-1)?.span ?? first;
  return { post: cursorPost(read), selection: { start: first.start, end: last.end } };
}

export function openText(text: string, site: Partial<Site> = {}): Snapshot {
  return openSnapshot({ path: 'post.md', version: 1, text, site: { ...assumedSite, ...site } });
}

/** The changes stand in order and do not overlap. */
export function applyChanges(text: string, changes: readonly Change[]): string {
  let result = '';
  let at = 0;
  for (const { span, text: written } of changes) {
    if (span.start < at) throw new Error('Changes overlap.');
    result += text.slice(at, span.start) + written;
    at = span.end;
  }
  return result + text.slice(at);
}
