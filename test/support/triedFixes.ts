// The quick fixes of posts, and what becomes of the posts by each. Needs no test runner: scripts ask it too.
import { checkPost, type ReportedFinding, type RuleSettings } from '../../src/checks/check.js';
import { textOf } from '../../src/checks/messages.js';
import { noSurroundings, type Surroundings } from '../../src/checks/rule.js';
import { noMacros, type NumberingMacros } from '../../src/core/numbering/macros.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import type { DetectedSite } from '../../src/core/site/detect/detectedSite.js';
import { applyChanges } from '../../src/language/applyChanges.js';
import { inOrder, type Change } from '../../src/language/change.js';
import type { QuickFix } from '../../src/language/fixes/quickFix.js';
import { postsToRead, quickFixes } from '../../src/language/fixes/quickFixes.js';
import { indexOf } from './blogIndexOf.js';

export type Posts = ReadonlyMap<string, Snapshot>;

export interface LawChoices {
  readonly around?: Partial<Surroundings>;
  readonly detected?: DetectedSite | null;
  readonly settings?: RuleSettings;
  readonly macros?: NumberingMacros;
}

export type Findings = ReadonlyMap<string, readonly ReportedFinding[]>;

export interface TriedFix {
  /** The post that the finding is in. */
  readonly path: string;
  readonly finding: ReportedFinding;
  readonly fix: QuickFix;
  /** All posts as they are then. */
  readonly after: Posts;
  /** What was done, for who reads that it was wrong. */
  readonly told: string;
}

export function triedFixes(
  posts: Posts,
  findings: Findings,
  choices: LawChoices,
): readonly TriedFix[] {
  return [...findings].flatMap(([path, found]) => {
    const post = posts.get(path);
    if (!post) return [];
    return found.flatMap((finding) =>
      fixesOf(posts, post, finding).map((fix): TriedFix => {
        const after = withFix(posts, fix, choices);
        const before = post.lines.join('');
        const told = [
          textOf(fix.title),
          textOf(finding.message),
          before,
          after.get(path)?.lines.join(''),
        ];
        return { path, finding, fix, after, told: told.join('\n----\n') };
      }),
    );
  });
}

export function withFix(posts: Posts, fix: QuickFix, choices: LawChoices): Posts {
  const changed = new Map(posts);
  for (const { post, changes } of fix.posts) {
    changed.set(post.path, reopened(post, withChanges(post.lines.join(''), changes), choices));
  }
  return changed;
}

/** All of them, as an editor makes them: one may begin where another ends. */
function withChanges(text: string, changes: readonly Change[]): string {
  const ordered = inOrder(changes);
  if (ordered.some(({ span }, at) => span.start < (ordered[at - 1]?.span.end ?? 0))) {
    throw new Error('Changes of a fix overlap.');
  }
  return ordered.reduceRight((before, change) => applyChanges(before, [change]).text, text);
}

export function fixesOf(
  posts: Posts,
  post: Snapshot,
  finding: ReportedFinding,
): readonly QuickFix[] {
  const context = { post, blog: indexOf(posts), finding };
  const others = new Map(
    postsToRead(context).flatMap((path) => {
      const other = posts.get(path);
      return other ? [[path, other] as const] : [];
    }),
  );
  return quickFixes({ ...context, others });
}

export function reopened(
  { path, version, site }: Snapshot,
  text: string,
  { macros = noMacros }: LawChoices,
): Snapshot {
  return openSnapshot({ path, version, text, site, macros });
}

export function findingsIn(
  posts: Posts,
  { around, detected = null, settings = {} }: LawChoices,
): Findings {
  const context = {
    blog: indexOf(posts),
    results: [],
    assumed: { markdown: false, math: false, tags: false },
    around: { ...noSurroundings, knowsSite: () => true, ...around },
    detected,
  };
  return new Map(
    [...posts].map(([path, post]) => [path, checkPost({ ...context, post }, settings)]),
  );
}
