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

/** Of a page that holds more than `most` of them only the first are read. */
export function builtMath(
  pieces: readonly BuiltPiece[],
  site: Site,
  macros: NumberingMacros = noMacros,
  most = Infinity,
): PageMath {
  const blocks = blocksOf(pieces, most);
  const math: BlockMath[] = [];
  let before = macros;
  for (const block of blocks) {
    const read = readBlockMath(block, site, before);
    math.push(read);
    before = read.macrosBehind;
  }
  return { blocks: { blocks }, math, ...numberBlocks(math, site) };
}

function blocksOf(pieces: readonly BuiltPiece[], most: number): readonly MathBlock[] {
  const blocks: MathBlock[] = [];
  let room = most;
  for (const piece of pieces) {
    if (room <= 0) break;
    const { formulas, references } = blockOf(piece, room);
    blocks.push({ formulas: formulas.slice(0, room), references: references.slice(0, room) });
    room -= formulas.length + references.length;
  }
  return blocks;
}

/** Rendered formulas have lost their delimiters. */
function blockOf(piece: BuiltPiece, room: number): MathBlock {
  if (piece.kind === 'text') return mathOf(piece.text, room);
  const { tex, display } = piece;
  const span = { start: 0, end: tex.length };
  const delimiter = display ? '\\[' : '\\(';
  return {
    formulas: [{ span, delimiter, display, tex: identityText(tex, 0) }],
    references: [],
  };
}

/** In characters; few paragraphs are longer. */
const partLength = 250_000;

/** Of a long text a part that holds too many by itself tells enough: all of them would take much memory. */
function mathOf(text: string, room: number): MathBlock {
  for (let at = 0; text.length > partLength && at < text.length; at += partLength) {
    const part = mathInText(text.slice(at, at + partLength));
    if (part.formulas.length + part.references.length > room) return part;
  }
  return mathInText(text);
}
