// The title of a post: of its front matter, else its first heading of level 1.
import type { Block } from '../markdown/block.js';
import type { HeadingFacts } from './facts.js';
import { readFrontMatter, statedTitle } from './frontMatter.js';

export function titleOf(
  first: Block | undefined,
  headings: readonly HeadingFacts[],
): string | null {
  const data = first && readFrontMatter(first);
  const stated = data ? statedTitle(data) : null;
  return stated ?? headings.find(({ level }) => level === 1)?.text ?? null;
}
