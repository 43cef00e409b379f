// The law of quick fixes: each removes its finding, adds none, and leaves the page as it was unless it says otherwise.
import { expect } from 'vitest';
import type { ReportedFinding } from '../../src/checks/check.js';
import { textOf } from '../../src/checks/messages.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import { applyChanges } from '../../src/language/applyChanges.js';
import { fixAll, sureFixes } from '../../src/language/fixes/fixAll.js';
import { findingsAdded } from './followingFindings.js';
import { shownPage } from './shownPage.js';
import {
  findingsIn,
  reopened,
  triedFixes,
  type Findings,
  type LawChoices,
  type Posts,
  type TriedFix,
} from './triedFixes.js';

/** What came of how many fixes, by the code of their titles: a law that nothing was held to holds always. */
export type FixCounts = Map<string, number>;

export function checkFixLaw(posts: Posts, choices: LawChoices, counts: FixCounts): void {
  const before = findingsIn(posts, choices);
  for (const tried of triedFixes(posts, before, choices)) {
    checkFix(posts, before, tried, choices);
    const { code } = tried.fix.title;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  for (const post of posts.values()) checkAllFixed(posts, post, choices);
}

function checkFix(posts: Posts, before: Findings, tried: TriedFix, choices: LawChoices): void {
  const { fix, after, told } = tried;
  const added = findingsAdded(posts, before, findingsIn(after, choices), tried);
  expect(
    added.map(({ rule, message }) => `${rule}: ${textOf(message)}`),
    told,
  ).toEqual([]);
  if (!fix.keepsPage) return;
  for (const [at, post] of posts) {
    const now = after.get(at);
    if (now) expect(shownPage(now), told).toBe(shownPage(post));
  }
}

function checkAllFixed(posts: Posts, post: Snapshot, choices: LawChoices): void {
  const findingsOf = (state: Snapshot): readonly ReportedFinding[] =>
    findingsIn(new Map([...posts, [post.path, state]]), choices).get(post.path) ?? [];
  const changes = fixAll(post, findingsOf);
  const { text } = applyChanges(post.lines.join(''), changes);
  expect(sureFixes(findingsOf(reopened(post, text, choices)))).toEqual([]);
}
