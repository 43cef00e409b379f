// The formulas and references of a built page, numbered as the site's math engine will number them.
import type { Block } from '../markdown/block.js';
import { mathInText } from '../markdown/inline.js';
import { noMacros, type NumberingMacros } from '../numbering/macros.js';
import { readBlockMath, type BlockMath } from '../post/blockMath.js';
import { numberBlocks } from '../post/snapshot.js';
import type { Site } from '../site/site.js';
import { identityText } from '../text/mapped.js';
import type { BuiltPiece } from './builtPage.js';
import type { PageMath } from './pageItems.js';

type MathBlock = Pick<Block, 'formulas' | 'references'>;

export function builtMath(
  pieces: readonly BuiltPiece[],
  site: Site,
  macros: NumberingMacros = noMacros,
): PageMath {
  const blocks = pieces.map(blockOf);
  const math: BlockMath[] = [];
  let before = macros;
  for (const block of blocks) {
    const read = readBlockMath(block, site, before);
    math.push(read);
    before = read.macrosBehind;
  }
  return { blocks: { blocks }, math, ...numberBlocks(math, site) };
}

/** Rendered formulas have lost their delimiters. */
function blockOf(piece: BuiltPiece): MathBlock {
  if (piece.kind === 'text') return mathInText(piece.text);
  const { tex, display } = piece;
  const span = { start: 0, end: tex.length };
  const delimiter = display ? '\\[' : '\\(';
  return {
    formulas: [{ span, delimiter, display, tex: identityText(tex, 0) }],
    references: [],
  };
}
