// A post as another place takes it: one Markdown text in which every number is written out, and what was left behind.
import type { BlogView } from '../../core/blog/blogIndex.js';
import { noMacros } from '../../core/numbering/macros.js';
import type { Snapshot } from '../../core/post/facts.js';
import { shiftSpan } from '../../core/text/span.js';
import type { Change } from '../change.js';
import { numbersByName } from '../countingLabel.js';
import { asMarkdown } from '../retitle/asMarkdown.js';
import { applyFirst } from './applyFirst.js';
import { MacroExpander } from './expandMacros.js';
import { publishBlock, type BlockSetting } from './publishBlock.js';
import { publishLink } from './publishLink.js';
import type { PublishedPost, PublishProblem, PublishTarget } from './target.js';

export function publishPost(post: Snapshot, blog: BlogView, target: PublishTarget): PublishedPost {
  const changes: Change[] = [];
  const problems: PublishProblem[] = [];
  const setting = settingOf(post, target);
  for (const [position, block] of post.blocks.blocks.entries()) {
    const offset = post.blocks.starts[position] ?? 0;
    if (block.kind === 'frontMatter') {
      const span = shiftSpan({ start: 0, end: block.text.length }, offset);
      changes.push({ span, text: headOf(post, span.end) });
    }
    for (const { change, problem } of publishBlock(position, setting)) {
      if (change) changes.push({ ...change, span: shiftSpan(change.span, offset) });
      if (problem) problems.push({ ...problem, span: shiftSpan(problem.span, offset) });
    }
  }
  for (const link of post.facts.links) {
    const { changes: ofLink, problem } = publishLink(link, post, blog, target);
    changes.push(...ofLink);
    if (problem) problems.push(problem);
  }
  return {
    text: `${applyFirst(post.lines.join(''), changes).replace(/\r\n?/g, '\n').trim()}\n`,
    problems: problems.sort((left, right) => left.span.start - right.span.start),
  };
}

function settingOf(post: Snapshot, target: PublishTarget): BlockSetting {
  const numbers = numbersByName(post.facts.labels);
  return {
    post,
    target,
    expander: new MacroExpander(post.math[0]?.macrosBefore ?? noMacros),
    numberOf: (key) => numbers.get(key) ?? null,
  };
}

/** The title that the front matter states, which is no heading of the text, and no Markdown. */
function headOf({ facts: { title, titleSpan } }: Snapshot, end: number): string {
  if (title === null || titleSpan === null || titleSpan.start >= end) return '';
  return `# ${asMarkdown(title.replace(/\s+/g, ' ').trim(), '')}\n\n`;
}
