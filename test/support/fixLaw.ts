// The law of quick fixes: each removes its finding, adds none, and leaves the page as it was unless it says otherwise.
import { expect } from 'vitest';
import { checkPost, type ReportedFinding, type RuleSettings } from '../../src/checks/check.js';
import { textOf } from '../../src/checks/messages.js';
import { noSurroundings, type Surroundings } from '../../src/checks/rule.js';
import { BlogIndex } from '../../src/core/blog/blogIndex.js';
import { noMacros, type NumberingMacros } from '../../src/core/numbering/macros.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import type { DetectedSite } from '../../src/core/site/detect/detectedSite.js';
import { applyChanges } from '../../src/language/applyChanges.js';
import { fixAll, sureFixes } from '../../src/language/fixes/fixAll.js';
import type { QuickFix } from '../../src/language/fixes/quickFix.js';
import { postsToRead, quickFixes } from '../../src/language/fixes/quickFixes.js';
import { shownPage } from './shownPage.js';

export type Posts = ReadonlyMap<string, Snapshot>;

export interface LawChoices {
  readonly around?: Partial<Surroundings>;
  readonly detected?: DetectedSite | null;
  readonly settings?: RuleSettings;
  readonly macros?: NumberingMacros;
}

/** What came of how many fixes, by the code of their titles: a law that nothing was held to holds always. */
export type FixCounts = Map<string, number>;

export function checkFixLaw(posts: Posts, choices: LawChoices, counts: FixCounts): void {
  const before = findingsIn(posts, choices);
  for (const [path, findings] of before) {
    const post = posts.get(path);
    if (!post) continue;
    for (const finding of findings) {
      for (const fix of fixesOf(posts, post, finding)) {
        checkFix({ posts, before, path, finding, fix }, choices);
        counts.set(fix.title.code, (counts.get(fix.title.code) ?? 0) + 1);
      }
    }
    checkAllFixed(posts, post, choices);
  }
}

interface Tried {
  readonly posts: Posts;
  readonly before: ReadonlyMap<string, readonly ReportedFinding[]>;
  readonly path: string;
  readonly finding: ReportedFinding;
  readonly fix: QuickFix;
}

function checkFix({ posts, before, path, finding, fix }: Tried, choices: LawChoices): void {
  const changed = new Map(posts);
  for (const { post, changes } of fix.posts) {
    const { text, made } = applyChanges(post.lines.join(''), changes);
    expect(made.length, 'changes that touch one another').toBe(changes.length);
    changed.set(post.path, reopened(post, text, choices));
  }
  const after = findingsIn(changed, choices);
  const told = [textOf(fix.title), textOf(finding.message), changed.get(path)?.lines.join('')].join(
    '\n',
  );
  for (const [at, findings] of after) {
    const had = counted(before.get(at) ?? []);
    const has = counted(findings);
    for (const [rule, count] of has) {
      if (rule !== finding.rule && mayFollow(rule, finding.rule)) continue;
      const allowed = (had.get(rule) ?? 0) - (at === path && rule === finding.rule ? 1 : 0);
      expect(count, `${rule} in ${at}: ${told}`).toBeLessThanOrEqual(allowed);
    }
  }
  if (!fix.keepsPage) return;
  for (const [at, post] of posts) {
    const now = changed.get(at);
    if (now) expect(shownPage(now), told).toBe(shownPage(post));
  }
}

/**
 * What is said after a fix and was not said before, and is true: of an equation that has a label now, that is
 * counted otherwise, or that readers see again.
 */
function mayFollow(rule: string, mended: string): boolean {
  const followers = mended.startsWith('engine.') ? ofFormulas : (following[mended] ?? []);
  return [...ofNumbers, ...followers].some((start) => rule.startsWith(start));
}

const ofNumbers = ['number.hard-coded', 'number.stale'];
const ofFormulas = ['label.', 'reference.', 'number.', 'display.', 'tex.', 'site.numbers-nothing'];
const ofLinks = ['link.missing-label', 'link.missing-heading'];

/** Codes, or how they begin. */
const following: Readonly<Record<string, readonly string[]>> = {
  // Links to posts without a label may be of another kind, and commands in them, too.
  'label.undefined': ['link.missing-label', 'reference.'],
  'link.missing-label': ['reference.'],
  'label.multiple-in-row': ofFormulas,
  'label.duplicate': ofFormulas,
  'link.moved-permalink': ofLinks,
  'link.missing-post': ofLinks,
  // The words of the link may be the title of the other part.
  'series.broken-neighbour': ['title.stale'],
};

function checkAllFixed(posts: Posts, post: Snapshot, choices: LawChoices): void {
  const findingsOf = (state: Snapshot): readonly ReportedFinding[] =>
    findingsIn(new Map([...posts, [post.path, state]]), choices).get(post.path) ?? [];
  const changes = fixAll(post, findingsOf);
  const { text } = applyChanges(post.lines.join(''), changes);
  expect(sureFixes(findingsOf(reopened(post, text, choices)))).toEqual([]);
}

export function fixesOf(
  posts: Posts,
  post: Snapshot,
  finding: ReportedFinding,
): readonly QuickFix[] {
  const context = { post, blog: blogOf(posts), finding };
  const others = new Map(
    postsToRead(context).flatMap((path) => {
      const other = posts.get(path);
      return other ? [[path, other] as const] : [];
    }),
  );
  return quickFixes({ ...context, others });
}

function reopened(
  { path, version, site }: Snapshot,
  text: string,
  { macros = noMacros }: LawChoices,
): Snapshot {
  return openSnapshot({ path, version, text, site, macros });
}

function blogOf(posts: Posts): BlogIndex {
  const blog = new BlogIndex();
  for (const [path, post] of posts) blog.updatePost(path, post.facts);
  blog.isComplete = true;
  return blog;
}

export function findingsIn(
  posts: Posts,
  { around, detected = null, settings = {} }: LawChoices,
): ReadonlyMap<string, readonly ReportedFinding[]> {
  const context = {
    blog: blogOf(posts),
    results: [],
    assumed: { markdown: false, math: false, tags: false },
    around: { ...noSurroundings, knowsSite: () => true, ...around },
    detected,
  };
  return new Map(
    [...posts].map(([path, post]) => [path, checkPost({ ...context, post }, settings)]),
  );
}

function counted(findings: readonly ReportedFinding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
