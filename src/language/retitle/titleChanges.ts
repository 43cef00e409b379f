// The changes that give a post another title: in its front matter, in its heading, or in both where both state it.
import { readFrontMatter, statedTitle } from '../../core/post/frontMatter.js';
import type { PostFacts, Snapshot } from '../../core/post/facts.js';
import { looseTitle } from '../../core/post/looseTitle.js';
import { titleSource } from '../../core/post/titleSource.js';
import type { Change } from '../change.js';
import { changedPost } from '../changedPost.js';
import { asMarkdown } from './asMarkdown.js';

/** `null` where the title cannot be written in its place, so that it is read as it was meant. */
export function titleChanges(post: Snapshot, to: string): readonly Change[] | null {
  const { title } = post.facts;
  const [first] = post.blocks.blocks;
  if (title === null || !first) return null;
  const data = readFrontMatter(first);
  if (data === null || statedTitle(data) === null) {
    return checked(post, headingChange(post, title, to), to);
  }
  const source = titleSource(first);
  // What front matter states is no Markdown, its heading is.
  const heading = headingChange(post, title, asMarkdown(to, title));
  for (const text of source?.waysToWrite(to) ?? []) {
    const changes = source && checked(post, [{ span: source.span, text }, ...heading], to);
    if (changes) return changes;
  }
  return null;
}

function headingChange({ facts }: Snapshot, title: string, text: string): readonly Change[] {
  const heading = facts.headings.find(({ level }) => level === 1);
  const isTitle = heading && looseTitle(heading.text) === looseTitle(title);
  return isTitle ? [{ span: heading.span, text }] : [];
}

function checked(post: Snapshot, changes: readonly Change[], to: string): readonly Change[] | null {
  const after = changedPost(post, changes).snapshot;
  const isMeant = after.facts.title === to && otherwise(after) === otherwise(post);
  return isMeant && headingsOf(after.facts) === headingsOf(post.facts) ? changes : null;
}

/** All else that front matter states. */
function otherwise({ blocks }: Snapshot): string {
  const [first] = blocks.blocks;
  return JSON.stringify({ ...(first && readFrontMatter(first)), title: null });
}

function headingsOf({ headings }: PostFacts): string {
  return headings.map(({ level }) => level).join(' ');
}
