// `\begin{name}` and `\end{name}`: their names are edited as one, and completed.
import { blockAtOffset } from '../core/markdown/blockList.js';
import type { Environment } from '../core/numbering/environments.js';
import { profileOf } from '../core/numbering/profiles.js';
import type { Snapshot } from '../core/post/facts.js';
import { shiftSpan, type Span } from '../core/text/span.js';

/** The two names of the environment whose `\begin` or `\end` holds the place; `null` where they differ. */
export function environmentNames(post: Snapshot, offset: number): readonly [Span, Span] | null {
  const index = blockAtOffset(post.blocks, offset);
  const block = post.blocks.blocks[index];
  const start = post.blocks.starts[index] ?? 0;
  const formula = block?.formulas.find(({ span }) => holds(span, offset - start));
  if (!block || !formula) return null;
  const { pairs } = pairsOf(block.text.slice(formula.span.start, formula.span.end));
  const at = offset - start - formula.span.start;
  const pair = pairs.find(({ begin, end }) => holds(begin.span, at) || holds(end.span, at));
  if (pair?.begin.name !== pair?.end.name || !pair) return null;
  const shift = start + formula.span.start;
  return [shiftSpan(pair.begin.span, shift), shiftSpan(pair.end.span, shift)];
}

/** What may stand in `\begin{…}` at a place: structures in the prose, inner environments in a formula. */
export function environmentsAt(post: Snapshot, offset: number): readonly string[] {
  const { math, tags } = post.site;
  const inFormula = isInFormula(post, offset);
  return Array.from(profileOf(math, tags).environments)
    .filter(([, environment]) => inFormula !== standsAlone(environment))
    .map(([name]) => name)
    .sort((left, right) => rank(left) - rank(right));
}

/** The environment that was begun last and is still open at a place of its block. */
export function openEnvironment(post: Snapshot, offset: number): string | null {
  const index = blockAtOffset(post.blocks, offset);
  const text = post.blocks.blocks[index]?.text ?? '';
  const before = text.slice(0, offset - (post.blocks.starts[index] ?? 0));
  return pairsOf(before).open.at(-1)?.name ?? null;
}

/** Most used first; all others behind them, in the order of the table. */
const usual = [
  ...['equation', 'align', 'equation*', 'align*', 'gather', 'multline', 'gather*', 'multline*'],
  ...['aligned', 'cases', 'pmatrix', 'bmatrix', 'matrix', 'array', 'split', 'gathered'],
];

function rank(name: string): number {
  const at = usual.indexOf(name);
  return at < 0 ? usual.length : at;
}

function standsAlone({ shape, structure }: Environment): boolean {
  return structure && (shape === 'single' || shape === 'rows');
}

function isInFormula(post: Snapshot, offset: number): boolean {
  const index = blockAtOffset(post.blocks, offset);
  const at = offset - (post.blocks.starts[index] ?? 0);
  const block = post.blocks.blocks[index];
  if (!block) return false;
  // The brace of a half-typed `\begin{` keeps the formula around it from its end.
  return (
    block.formulas.some(({ span }) => span.start < at && at < span.end) ||
    block.unclosed.some(({ lacks, span }) => (lacks === 'end' ? span.start < at : span.start > at))
  );
}

interface Name {
  readonly name: string;
  readonly span: Span;
}

interface Pair {
  readonly begin: Name;
  readonly end: Name;
}

const token = /\\(begin|end)\s*\{([^{}\r\n]*)\}|\\[\s\S]|%[^\r\n]*/g;

/** By nesting alone, whatever the names are; escapes and comments of TeX are passed over. */
function pairsOf(text: string): {
  readonly pairs: readonly Pair[];
  readonly open: readonly Name[];
} {
  const pairs: Pair[] = [];
  const open: Name[] = [];
  for (const { 0: whole, 1: command, 2: name, index } of text.matchAll(token)) {
    if (command === undefined || name === undefined) continue;
    const end = index + whole.length - 1;
    const found = { name, span: { start: end - name.length, end } };
    if (command === 'begin') open.push(found);
    else {
      const begin = open.pop();
      if (begin) pairs.push({ begin, end: found });
    }
  }
  return { pairs, open };
}

/** A cursor just behind the last character is still in it. */
function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
