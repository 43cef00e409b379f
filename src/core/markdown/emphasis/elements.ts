// What emphasis makes elements of in a text, by the rule of the engine: they cut it.
import { elementMarks } from './commonmark.js';
import { hyperdownEmphasis } from './hyperdown.js';
import { kramdownEmphasis } from './kramdown.js';
import { scopeOf, type Emphasis } from './scope.js';
import type { InlineToken } from '../inlineToken.js';
import type { EmphasisRule, EngineRules } from '../../site/engine.js';

/** Beyond it, in runs times characters, other rules than CommonMark's take too long. */
const mostWork = 4_000_000;

/** The offsets of the characters that become tags; of end tags, where those of XML end an element. */
export function elementsOf(
  text: string,
  tokens: readonly InlineToken[],
  { emphasis, tags }: EngineRules,
): ReadonlySet<number> {
  const marks = new Set<number>();
  const count = tokens.filter(({ kind }) => kind === 'delimiters').length;
  const hasTags = tags === 'xml' && tokens.some(({ kind }) => kind === 'html');
  if (count === 0 && !hasTags) return marks;
  const rule = emphasisRules[emphasis];
  const isFast = rule === null || count * text.length > mostWork;
  for (const { from, to, inside } of scopesOf(text, tokens)) {
    if (!isFast) rule(scopeOf(text, from, to, inside), marks);
    else for (const at of elementMarks(text, inside.filter(isRun))) marks.add(at);
  }
  return marks;
}

function isRun({ kind }: InlineToken): boolean {
  return kind === 'delimiters';
}

interface Scope {
  readonly from: number;
  readonly to: number;
  readonly inside: InlineToken[];
}

/** Delimiters pair inside the label of a link, inside a cell, and outside of labels. */
function scopesOf(text: string, tokens: readonly InlineToken[]): readonly Scope[] {
  const labels: Scope[] = [];
  const cells: Scope[] = [];
  let cell: InlineToken[] = [];
  let from = 0;
  let label: Scope | null = null;
  let behindLink = 0;
  for (const token of tokens) {
    if (label !== null && token.start < label.to) label.inside.push(token);
    if (token.kind === 'link') {
      label = { from: token.labelStart, to: token.labelEnd, inside: [] };
      labels.push(label);
    }
    if (token.kind === 'cellEnd') {
      cells.push({ from, to: token.start, inside: cell });
      from = token.end;
      cell = [];
    } else if (token.start >= behindLink) cell.push(token);
    if (token.kind === 'link') behindLink = Math.max(behindLink, token.end);
  }
  return [...labels, ...cells, { from, to: text.length, inside: cell }];
}

/** `null`: CommonMark's. */
const emphasisRules: Readonly<Record<EmphasisRule, Emphasis | null>> = {
  commonmark: null,
  goldmark: null,
  kramdown: kramdownEmphasis,
  hyperdown: hyperdownEmphasis,
};
