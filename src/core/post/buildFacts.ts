// All that a post states, from its blocks and the numbers of its page.
import { positionAt, textLineStarts } from '../text/lines.js';
import { shiftSpan, type Span } from '../text/span.js';
import { fromBlocks } from '../markdown/blockList.js';
import { noMacros, type NumberingMacros } from '../numbering/macros.js';
import { hasReferences, type Site } from '../site/site.js';
import { anchorsOf } from './anchors.js';
import { citationsOf } from './citationFacts.js';
import type { HeadingFacts, PostFacts, Snapshot } from './facts.js';
import { cutOffset } from './cut.js';
import { readFrontMatter } from './frontMatter.js';
import { ignoresOf } from './ignores.js';
import { numbersOf } from './numberFacts.js';
import { linksOf } from './linkFacts.js';
import { mathFacts, type MathFacts } from './mathFacts.js';
import { pageReferencesOf } from './pageReferences.js';
import { publicationOf } from './publication.js';
import { tablesOf } from './tableFacts.js';
import { titleOf } from './title.js';
import { worksheetReferences, type WorksheetReference } from './worksheets.js';

export function buildFacts(snapshot: Omit<Snapshot, 'facts'>): PostFacts {
  const headings = headingsOf(snapshot);
  const { blocks } = snapshot.blocks;
  const [first] = blocks;
  const data = first ? readFrontMatter(first) : null;
  const math = mathFacts(snapshot);
  const pageReferences = pageReferencesOf(snapshot.blocks);
  const links = linksOf(snapshot.blocks);
  return {
    ...titleOf(data, first, headings),
    publication: publicationOf(data),
    ...math,
    redefinesReferences: redefinesReferences(snapshot.math.at(-1)?.macrosBehind ?? noMacros),
    headings,
    anchors: anchorsOf(blocks),
    links,
    pageReferences,
    citations: citationsOf(
      snapshot.blocks,
      pageReferences,
      links.filter(({ kind, byLabel }) => kind === 'link' && byLabel === true),
    ),
    worksheetReferences: worksheetReferencesOf(snapshot),
    numbers: numbersOf(snapshot.blocks),
    cut: cutOffset(snapshot.blocks),
    unnumbered: unnumberedIn(math, snapshot.site),
    tables: tablesOf(snapshot.blocks),
    ignores: ignoresOf(snapshot.blocks),
  };
}

function redefinesReferences({ commands }: NumberingMacros): boolean {
  return commands.has('ref') || commands.has('eqref');
}

function headingsOf({ blocks }: Pick<Snapshot, 'blocks'>): readonly HeadingFacts[] {
  return fromBlocks(blocks, 'headings', (block, offset, index) => {
    const starts = textLineStarts(block.text);
    return block.headings.map(({ level, text, span }) => ({
      level,
      text,
      span: shiftSpan(span, offset),
      line: (blocks.firstLines[index] ?? 0) + positionAt(starts, span.start).line,
    }));
  });
}

function worksheetReferencesOf({
  blocks,
}: Pick<Snapshot, 'blocks'>): readonly WorksheetReference[] {
  return blocks.blocks.flatMap((block, index) => {
    if (block.fences.length === 0 && block.comments.length === 0) return [];
    const offset = blocks.starts[index] ?? 0;
    return worksheetReferences(block).map(({ key, span, keySpan }) => ({
      key,
      span: shiftSpan(span, offset),
      keySpan: shiftSpan(keySpan, offset),
    }));
  });
}

function unnumberedIn({ labels, references }: MathFacts, site: Site): Span | null {
  // Where there are no references, they are errors of their displays.
  if (site.tags !== 'none' || !hasReferences(site.math) || labels.length === 0) return null;
  const dead = new Set(
    labels.filter(({ fault }) => fault === 'row-without-number').map(({ key }) => key),
  );
  return references.find(({ key, number }) => number === null && dead.has(key))?.span ?? null;
}
