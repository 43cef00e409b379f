// Reads `table L(p,\gamma),\ p \in \{0.1,0.5\},\ \gamma \in 1..3`: expressions, and the sets that they run over.
import { spanToSource, type MappedText } from '../../core/text/mapped.js';
import { parseMappedTex } from '../../tex/parse.js';
import type { TexMacros } from '../../tex/tree.js';
import type { ProblemCode } from '../messages.js';
import { readSyntax } from '../read/read.js';
import { refuse } from '../refusal.js';
import type { NameSyntax, Syntax } from '../syntax.js';
import { nameOf } from './domains.js';
import { readDottedRange } from './dottedRange.js';
import { piecesOf, refuseNumberComma } from './pieces.js';
import { sourceOf } from './sources.js';

export interface Table {
  readonly columns: readonly TableColumn[];
  /** The first gives the rows; the second, where there is one, the columns. */
  readonly axes: readonly TableAxis[];
}

export interface TableColumn {
  readonly syntax: Syntax;
  readonly label: string;
}

export interface TableAxis {
  readonly name: NameSyntax;
  readonly label: string;
  readonly set: Syntax;
  /** Of the elements of a set that lists them, as they are written. */
  readonly labels: readonly string[];
}

/** Of what stands behind the word. */
export function readTable(text: MappedText, macros: TexMacros): Table {
  const whole = spanToSource(text, { start: 0, end: text.text.length });
  if (text.text.startsWith('[')) refuse('table.form', whole);
  const { columns, axes } = readOverSets(text, macros, 'table.form');
  if (columns.length === 0 || axes.length === 0) refuse('table.form', whole);
  return { columns, axes };
}

/** Expressions, and at most two sets that they run over; `form` is what is said where it is something else. */
export function readOverSets(text: MappedText, macros: TexMacros, form: ProblemCode): Table {
  const { tree, problems } = parseMappedTex(text, macros);
  const [problem] = problems;
  if (problem !== undefined) refuse(problem.code, problem.span, { detail: problem.detail });
  refuseNumberComma(tree);
  const columns: TableColumn[] = [];
  const axes: TableAxis[] = [];
  for (const piece of piecesOf(tree)) {
    const part = readDottedRange(piece) ?? readSyntax(piece.nodes, piece.span);
    if (part.kind === 'relation') axes.push(axisOf(part, text, form));
    else columns.push({ syntax: part, label: sourceOf(text, piece.span) });
  }
  const third = axes[2];
  if (third !== undefined) refuse(form, third.name.span);
  return { columns, axes };
}

function axisOf(
  relation: Extract<Syntax, { kind: 'relation' }>,
  text: MappedText,
  form: ProblemCode,
): TableAxis {
  const [left, set] = relation.operands;
  const name = left === undefined ? null : nameOf(left);
  const isMembership = relation.relations.every(({ operator }) => operator === '\\in');
  if (name === null || set === undefined || !isMembership || relation.relations.length !== 1)
    return refuse(form, relation.span);
  const items = set.kind === 'set' ? set.items : [];
  const labels = items.map(({ span }) => sourceOf(text, span));
  return { name, label: sourceOf(text, name.span), set, labels };
}
