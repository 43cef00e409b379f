// What Wrap in Environment works on: the display at the caret, or what is selected.
import { offsetInBlock } from '../core/markdown/blockList.js';
import { profileOf } from '../core/numbering/profiles.js';
import type { Snapshot } from '../core/post/facts.js';
import { engineOf } from '../core/site/engines.js';
import type { Site } from '../core/site/site.js';
import { shiftSpan, type Span } from '../core/text/span.js';
import { refused, type Refused } from './change.js';
import { environmentPairs, type EnvironmentPair } from './environmentPairs.js';
import { isNoMath } from './noMath.js';
import { delimiters, formulaAround, type PlacedFormula } from './formulaAt.js';
import { sourceText } from './sourceText.js';

export type WrapTarget =
  /** A display whose environment becomes another. `start` is where the offsets of the pair count from. */
  | { readonly kind: 'environment'; readonly pair: EnvironmentPair; readonly start: number }
  /** A formula whose delimiters give way to an environment; with `keeps`, they stay around it. */
  | { readonly kind: 'delimiters'; readonly placed: PlacedFormula; readonly keeps: boolean }
  /** TeX that gets an environment around it: a part of a formula, or TeX without delimiters. */
  | { readonly kind: 'tex'; readonly span: Span; readonly inFormula: boolean };

/**
 * `inline`: a formula in the text that nobody selected; `mixed`: more than the TeX of one formula;
 * `unbalanced`: a group or an environment is cut in two; `taken-apart`: the site's Markdown would not
 * leave the environment whole.
 */
export type WrapRefusal = 'no-display' | 'inline' | 'mixed' | 'unbalanced' | 'taken-apart';

/** `selection` is empty at a caret. */
export function wrapTarget(post: Snapshot, selection: Span): WrapTarget | Refused<WrapRefusal> {
  const span = trimmed(post, selection);
  const isCaret = span.start === span.end;
  const placed = formulaAround(post, span);
  if (!placed) return isCaret ? refused('no-display') : proseTarget(post, span);
  const isWhole = span.start === placed.span.start && span.end === placed.span.end;
  if (isCaret || isWhole) return formulaTarget(post, placed, isCaret);
  const { open, close } = delimiters(placed);
  const isInside = placed.span.start + open <= span.start && span.end <= placed.span.end - close;
  if (!isInside) return refused('unbalanced');
  return texTarget(post, span, true);
}

function formulaTarget(
  post: Snapshot,
  placed: PlacedFormula,
  isCaret: boolean,
): WrapTarget | Refused<WrapRefusal> {
  const { formula, source, span } = placed;
  const { open, close } = delimiters(placed);
  // Only its `$$` keeps Markdown away from it.
  const keeps = formula.delimiter === '$$' && keepsEnvironments(post.site);
  if (!formula.display && (isCaret || keeps)) return refused('inline');
  const pair = onlyEnvironment(post, source.slice(open, source.length - close));
  if (pair) return { kind: 'environment', pair, start: span.start + open };
  return formula.delimiter === 'environment'
    ? { kind: 'tex', span, inFormula: false }
    : { kind: 'delimiters', placed, keeps };
}

/** Whether the engine leaves alone what stands between `$$`, and no environment without them. */
function keepsEnvironments(site: Site): boolean {
  const { protects } = engineOf(site);
  return (
    protects !== 'all' &&
    protects.some(({ open }) => open === '$$') &&
    !protects.some(({ open }) => open.startsWith('\\begin'))
  );
}

/** The environment that is all of a TeX, where its rows are rows of a display. */
function onlyEnvironment({ site: { math, tags } }: Snapshot, tex: string): EnvironmentPair | null {
  const pair = environmentPairs(tex).pairs.at(-1);
  if (!pair || pair.begin.name !== pair.end.name) return null;
  const around = tex.slice(0, pair.begin.span.start) + tex.slice(pair.end.span.end);
  const isStructure = profileOf(math, tags).environments.get(pair.begin.name)?.structure === true;
  return isStructure && around.trim() === '' ? pair : null;
}

const delimiterOrCode = /\$|\\[([\])]|`|<!--|\r?\n[>\s]*\n/;

function proseTarget(post: Snapshot, span: Span): WrapTarget | Refused<WrapRefusal> {
  const { block, start } = offsetInBlock(post.blocks, span.start);
  const isText = block && ['paragraph', 'quote', 'list'].includes(block.kind);
  const local = shiftSpan(span, -start);
  const taken = block?.formulas ?? [];
  const isFree =
    isText &&
    !isNoMath(post, span.start) &&
    local.end <= block.text.length &&
    !delimiterOrCode.test(block.text.slice(local.start, local.end)) &&
    taken.every((other) => other.span.end <= local.start || local.end <= other.span.start);
  return isFree ? texTarget(post, span, false) : refused('mixed');
}

function texTarget(
  post: Snapshot,
  span: Span,
  inFormula: boolean,
): WrapTarget | Refused<WrapRefusal> {
  const tex = sourceText(post, span);
  return isBalanced(tex) ? { kind: 'tex', span, inFormula } : refused('unbalanced');
}

function isBalanced(tex: string): boolean {
  const { pairs, open, stray } = environmentPairs(tex);
  if (open.length > 0 || stray.length > 0) return false;
  if (pairs.some(({ begin, end }) => begin.name !== end.name)) return false;
  let depth = 0;
  for (const [token] of tex.matchAll(/\\left(?![a-zA-Z])|\\right(?![a-zA-Z])|\\[\s\S]|[{}]/g)) {
    if (token === '{' || token === '\\left') depth++;
    else if (token === '}' || token === '\\right') depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function trimmed(post: Snapshot, selection: Span): Span {
  const text = sourceText(post, selection);
  const start = selection.start + text.length - text.trimStart().length;
  // Beyond its block a selection holds more than one formula can.
  if (text.length < selection.end - selection.start) return { ...selection, start };
  return text.trim() === ''
    ? { start: selection.start, end: selection.start }
    : { start, end: selection.start + text.trimEnd().length };
}
