// `\begin{name}` and `\end{name}`: their names are edited as one, and completed.
import { offsetInBlock } from '../core/markdown/blockList.js';
import type { Environment } from '../core/numbering/environments.js';
import { profileOf } from '../core/numbering/profiles.js';
import type { Snapshot } from '../core/post/facts.js';
import { reaches, shiftSpan, type Span } from '../core/text/span.js';
import { environmentPairs } from './environmentPairs.js';
import { formulaAround } from './formulaAt.js';

/** The two names of the environment whose `\begin` or `\end` holds the place; `null` where they differ. */
export function environmentNames(post: Snapshot, offset: number): readonly [Span, Span] | null {
  const placed = formulaAround(post, { start: offset, end: offset });
  if (!placed) return null;
  const { start } = placed.span;
  const { pairs } = environmentPairs(placed.source);
  const pair = pairs.find(
    ({ begin, end }) =>
      reaches(begin.nameSpan, offset - start) || reaches(end.nameSpan, offset - start),
  );
  if (pair?.begin.name !== pair?.end.name || !pair) return null;
  return [shiftSpan(pair.begin.nameSpan, start), shiftSpan(pair.end.nameSpan, start)];
}

/** What may stand in `\begin{…}` at a place: structures in the prose, inner environments in a formula. */
export function environmentsAt(post: Snapshot, offset: number): readonly string[] {
  const inFormula = isInFormula(post, offset);
  return environmentsFor(post, (environment) => inFormula !== standsAlone(environment));
}

/** Those of the site that pass the test, the most used first. */
export function environmentsFor(
  { site: { math, tags } }: Snapshot,
  passes: (environment: Environment) => boolean,
): readonly string[] {
  return Array.from(profileOf(math, tags).environments)
    .filter(([, environment]) => passes(environment))
    .map(([name]) => name)
    .sort((left, right) => rank(left) - rank(right));
}

/** The environment that was begun last and is still open at a place of its block. */
export function openEnvironment(post: Snapshot, offset: number): string | null {
  const { block, at } = offsetInBlock(post.blocks, offset);
  return environmentPairs(block?.text.slice(0, at) ?? '').open.at(-1)?.name ?? null;
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

/** A display of its own, not a part of one. */
export function standsAlone({ shape, structure }: Environment): boolean {
  return structure && (shape === 'single' || shape === 'rows');
}

export function isInFormula(post: Snapshot, offset: number): boolean {
  const { block, at } = offsetInBlock(post.blocks, offset);
  if (!block) return false;
  // The brace of a half-typed `\begin{` keeps the formula around it from its end.
  return (
    block.formulas.some(({ span }) => span.start < at && at < span.end) ||
    block.unclosed.some(({ lacks, span }) => (lacks === 'end' ? span.start < at : span.start > at))
  );
}
