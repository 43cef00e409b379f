// A blog from one text: `%% file: posts/a.md` begins a post; a line of blanks, `^` and `|` marks ranges
// of the line above it, and the cursor, which may stand inside a range.
import type { BlogIndex } from '../../src/core/blog/blogIndex.js';
import { noMacros, type NumberingMacros } from '../../src/core/numbering/macros.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite, type Site } from '../../src/core/site/site.js';
import type { Span } from '../../src/core/text/span.js';
import { indexOf } from './blogIndexOf.js';

export interface MarkedPlace {
  readonly path: string;
  readonly span: Span;
}

export interface BlogFixture {
  readonly posts: ReadonlyMap<string, Snapshot>;
  readonly blog: BlogIndex;
  /** Of `^^^`, in order. */
  readonly ranges: readonly MarkedPlace[];
  /** Of `|`. */
  readonly cursor: { readonly path: string; readonly offset: number } | null;
}

const onlyPost = 'post.md';

export function readFixture(
  fixture: string,
  site: Partial<Site> = {},
  macros: NumberingMacros = noMacros,
): BlogFixture {
  const posts = new Map<string, Snapshot>();
  const ranges: MarkedPlace[] = [];
  let cursor: BlogFixture['cursor'] = null;
  for (const [path, marked] of splitFiles(fixture)) {
    const read = readMarks(marked);
    ranges.push(...read.ranges.map((span) => ({ path, span })));
    if (read.cursor !== null) cursor = { path, offset: read.cursor };
    const post = openSnapshot({
      path,
      version: 1,
      text: read.text,
      site: { ...assumedSite, ...site },
      macros,
    });
    posts.set(path, post);
  }
  return { posts, blog: indexOf(posts), ranges, cursor };
}

/** The post with the cursor, else the first. */
export function cursorPost({ posts, cursor }: BlogFixture): Snapshot {
  const [first] = posts.values();
  const post = cursor ? posts.get(cursor.path) : first;
  if (!post) throw new Error('The fixture has no post.');
  return post;
}

function splitFiles(fixture: string): readonly (readonly [string, string])[] {
  const parts = fixture.split(/^%% file: (.*)\n/m);
  if (parts.length === 1) return [[onlyPost, fixture]];
  const files: (readonly [string, string])[] = [];
  for (let at = 1; at < parts.length; at += 2) files.push([parts[at] ?? '', parts[at + 1] ?? '']);
  return files;
}

/** The text without its lines of marks, and what they mark. */
export function readMarks(marked: string): {
  readonly text: string;
  readonly ranges: readonly Span[];
  readonly cursor: number | null;
} {
  const ranges: Span[] = [];
  let cursor: number | null = null;
  let text = '';
  let lineStart = 0;
  for (const line of marked.split(/(?<=\n)/)) {
    if (!/^ *[\^|][ ^|]*\n?$/.test(line)) {
      lineStart = text.length;
      text += line;
      continue;
    }
    for (const { index, 0: run } of line.matchAll(/\^(?:[\^|]*\^)?/g)) {
      ranges.push({ start: lineStart + index, end: lineStart + index + run.length });
    }
    const bar = line.indexOf('|');
    if (bar >= 0) cursor = lineStart + bar;
  }
  return { text, ranges, cursor };
}
