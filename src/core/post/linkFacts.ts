// Links of a post with their destinations: a link by label means the definition of that label.
import type { Link } from '../markdown/block.js';
import { fromBlocks, type BlockList } from '../markdown/blockList.js';
import { shiftSpan } from '../text/span.js';
import type { LinkFacts } from './facts.js';
import { neighbourOf, neighbourReach } from './neighbourLink.js';

export function linksOf(list: BlockList): readonly LinkFacts[] {
  const definitions = new Map<string, string>();
  for (const block of list.blocks) {
    for (const { label, target } of block.linkDefinitions) {
      const key = normalizeLabel(label);
      if (!definitions.has(key)) definitions.set(key, target);
    }
  }
  return fromBlocks(list, 'links', ({ links, text }, offset) =>
    inOrder(links).flatMap((link) => {
      const target = targetOf(link, definitions);
      // Brackets whose label nobody defines are text.
      return target === null ? [] : [linkFacts(link, target, text, offset)];
    }),
  );
}

function linkFacts(
  { kind, text, byLabel, span, targetSpan }: Link,
  target: string,
  source: string,
  offset: number,
): LinkFacts {
  const before = source.slice(Math.max(0, span.start - neighbourReach), span.start);
  const neighbour = kind === 'link' ? neighbourOf(before, text) : null;
  return {
    kind,
    target,
    text,
    span: shiftSpan(span, offset),
    targetSpan: shiftSpan(targetSpan, offset),
    ...(byLabel ? { byLabel } : {}),
    ...(neighbour === null ? {} : { neighbour }),
  };
}

/** Links by label stand behind the others in a block. */
function inOrder(links: readonly Link[]): readonly Link[] {
  return links.some(({ byLabel }) => byLabel)
    ? [...links].sort((left, right) => left.span.start - right.span.start)
    : links;
}

function targetOf(link: Link, definitions: ReadonlyMap<string, string>): string | null {
  return link.byLabel ? (definitions.get(normalizeLabel(link.target)) ?? null) : link.target;
}

/** As CommonMark compares labels: without regard to case and to how much space there is. */
function normalizeLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}
