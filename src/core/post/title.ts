// The title of a post: of its front matter, else its first heading of level 1.
import type { Block } from '../markdown/block.js';
import type { Span } from '../text/span.js';
import type { HeadingFacts } from './facts.js';
import { statedTitle } from './frontMatter.js';

export interface TitleFacts {
  readonly title: string | null;
  /** Where it stands: the line of the front matter, or the heading. */
  readonly titleSpan: Span | null;
}

/** `data` is what the front matter states, in the first block. */
export function titleOf(
  data: Readonly<Record<string, unknown>> | null,
  first: Block | undefined,
  headings: readonly HeadingFacts[],
): TitleFacts {
  const stated = data ? statedTitle(data) : null;
  if (stated !== null) return { title: stated, titleSpan: titleLine(first?.text ?? '') };
  const heading = headings.find(({ level }) => level === 1);
  return { title: heading?.text ?? null, titleSpan: heading?.span ?? null };
}

function titleLine(text: string): Span | null {
  const match = /^title[ \t]*[:=][ \t]*(\S.*)$/m.exec(text);
  if (match === null) return null;
  const [line, value = ''] = match;
  const start = match.index + line.length - value.length;
  return { start, end: start + value.trimEnd().length };
}
