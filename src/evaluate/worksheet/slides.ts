// Reads `slide \gamma \in [0,1]`, and `slide \gamma = 0.5 \in [0,1]` where it is said at what the slider begins.
import { sliceMapped, spanToSource, type MappedText } from '../../core/text/mapped.js';
import { parseMappedTex } from '../../tex/parse.js';
import type { TexMacros } from '../../tex/tree.js';
import { readSyntax } from '../read/read.js';
import { refuse } from '../refusal.js';
import type { NameSyntax, RelationSyntax, Syntax } from '../syntax.js';
import { nameOf } from './domains.js';
import { leftSideOf, type LeftSide } from './forms.js';
import { piecesOf, refuseNumberComma } from './pieces.js';
import { sourceOf } from './sources.js';
import { readDottedRange } from './dottedRange.js';

export interface Slide {
  readonly name: NameSyntax;
  readonly side: LeftSide;
  /** The name as it is written. */
  readonly label: string;
  readonly set: Syntax;
  readonly setLabel: string;
  /** Where it begins; `null` for the middle. */
  readonly start: Syntax | null;
  /** The whole line: what a slider is known by from one version of the post to the next. */
  readonly line: string;
  /** Where a reader has moved it; `null` for where it begins. */
  readonly movedTo: number | null;
}

/** Of the whole line. */
export function readSlide(text: MappedText, macros: TexMacros, movedTo: number | null): Slide {
  const whole = spanToSource(text, { start: 0, end: text.text.length });
  const rest = sliceMapped(text, 'slide'.length, text.text.length);
  const { tree, problems } = parseMappedTex(rest, macros);
  const [problem] = problems;
  if (problem !== undefined) refuse(problem.code, problem.span, { detail: problem.detail });
  refuseNumberComma(tree);
  const [piece, second] = piecesOf(tree);
  if (piece === undefined) refuse('slide.form', whole);
  if (second !== undefined) refuse('slide.form', second.span);
  const syntax = readDottedRange(piece) ?? readSyntax(piece.nodes, piece.span);
  const { left, start, set } = partsOf(syntax) ?? refuse('slide.form', syntax.span);
  const name = nameOf(left) ?? refuse('slide.form', left.span);
  const side = leftSideOf(left) ?? refuse('slide.form', left.span);
  const label = sourceOf(text, name.span);
  const setLabel = sourceOf(text, set.span).trim();
  return { name, side, label, set, setLabel, start, line: text.text, movedTo };
}

interface Parts {
  readonly left: Syntax;
  readonly start: Syntax | null;
  readonly set: Syntax;
}

function partsOf(syntax: Syntax): Parts | null {
  if (syntax.kind !== 'relation') return null;
  const [left, middle, right] = syntax.operands;
  if (left === undefined || middle === undefined) return null;
  switch (operatorsOf(syntax)) {
    case '\\in':
      // A range of whole numbers leaves what stands before it together.
      return left.kind === 'relation'
        ? beginning(left, middle)
        : { left, start: null, set: middle };
    case '= \\in':
      return right === undefined ? null : { left, start: middle, set: right };
    default:
      return null;
  }
}

function beginning(relation: RelationSyntax, set: Syntax): Parts | null {
  const [left, start] = relation.operands;
  if (operatorsOf(relation) !== '=' || left === undefined || start === undefined) return null;
  return { left, start, set };
}

function operatorsOf({ relations }: RelationSyntax): string {
  return relations.map(({ operator }) => operator).join(' ');
}
