// Posts before and after fixes of which an engine can tell whether they are right. Needs no test runner.
import fc from 'fast-check';
import { textOf } from '../../src/checks/messages.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import type { Site } from '../../src/core/site/site.js';
import { rewrites } from '../../src/language/fixes/rewrites.js';
import { indexOf } from './blogIndexOf.js';
import { fixableBlog } from './fixablePosts.js';
import { findingsIn, triedFixes, withFix, type LawChoices, type Posts } from './triedFixes.js';

export interface FixedPost {
  /** The fix says that readers see the page as it was; else it is about what the Markdown engine leaves. */
  readonly isKept: boolean;
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** The rule that was mended, or that nothing was wrong, and the code of what was done. */
  readonly code: string;
  readonly told: string;
}

/** Of blogs made at random for such a site. */
export function fixedPosts(site: Site, numRuns: number, seed: number): readonly FixedPost[] {
  return fc.sample(fixableBlog([site]), { numRuns, seed }).flatMap(({ posts, choices }) => {
    const mended = triedFixes(posts, findingsIn(posts, choices), choices).map((tried) => ({
      ...tried,
      rule: tried.finding.rule,
    }));
    const all = [...mended, ...rewritten(posts, choices)];
    return all
      .filter(({ fix, rule }) => fix.keepsPage || rule.startsWith('engine.'))
      .flatMap(({ fix: { title, posts: changed, keepsPage: isKept }, rule, after, told }) =>
        changed.flatMap(({ post: { path } }): readonly FixedPost[] => {
          const [before, now] = [posts.get(path), after.get(path)];
          return before && now
            ? [{ isKept, before, after: now, code: `${rule} ${title.code}`, told }]
            : [];
        }),
      );
  });
}

/** What may be written otherwise though nothing is wrong. */
function rewritten(posts: Posts, choices: LawChoices) {
  const blog = indexOf(posts);
  return [...posts.values()].flatMap((post) => {
    const places = [...post.facts.numbers, ...post.facts.citations].map(({ span }) => span.start);
    return places
      .flatMap((start) => rewrites({ post, blog }, { start, end: start }))
      .map((fix) => {
        const after = withFix(posts, fix, choices);
        const told = [textOf(fix.title), post.lines.join(''), after.get(post.path)?.lines.join('')];
        return { fix, after, rule: 'rewrite', told: told.join('\n----\n') };
      });
  });
}

/** What a Markdown engine is given: generators read the front matter, and make links of their tags. */
export function bodyOf({ blocks, lines }: Snapshot): string {
  const [first] = blocks.blocks;
  const front = first?.kind === 'frontMatter' ? first.text.length : 0;
  return lines
    .join('')
    .slice(front)
    .replace(/\{(?:\{<|%)[^{}]*(?:>\}|%)\}/g, 'TAG');
}
