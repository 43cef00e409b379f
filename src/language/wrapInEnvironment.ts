// Wrap in Environment: what can be picked, and what it writes.
import type { Environment } from '../core/numbering/environments.js';
import { profileOf } from '../core/numbering/profiles.js';
import type { Snapshot } from '../core/post/facts.js';
import { shiftSpan, type Span } from '../core/text/span.js';
import { tailOf } from '../core/text/tail.js';
import { refused, type Change, type ChangeAnswer, type Refused } from './change.js';
import { environmentsFor, standsAlone } from './environmentNames.js';
import { delimiters } from './formulaAt.js';
import { lineBreak } from './lineBreak.js';
import { changesOneFormula } from './oneFormulaChanges.js';
import { hasRows } from './texRows.js';
import { lineAround, sourceText } from './sourceText.js';
import { wrapTarget, type WrapRefusal, type WrapTarget } from './wrapTarget.js';

export interface WrapChoices {
  readonly kind: 'choices';
  /** The one that fits first. */
  readonly names: readonly string[];
}

export function wrapChoices(post: Snapshot, selection: Span): WrapChoices | Refused<WrapRefusal> {
  const target = wrapTarget(post, selection);
  if (target.kind === 'refused') return target;
  const inFormula = target.kind === 'tex' && target.inFormula;
  const own = target.kind === 'environment' ? target.pair.begin.name : null;
  const fits = (environment: Environment): boolean =>
    inFormula !== standsAlone(environment) && !environment.args.includes('r');
  const names = environmentsFor(post, fits).filter((name) => name !== own);
  const first = proposal(hasRows(texOfTarget(post, target)), inFormula, own);
  const rank = (name: string): number => (name === first ? 0 : 1);
  return { kind: 'choices', names: [...names].sort((one, other) => rank(one) - rank(other)) };
}

/** A starred environment is proposed for a starred one. */
function proposal(withRows: boolean, inFormula: boolean, own: string | null): string {
  if (inFormula) return withRows ? 'aligned' : 'cases';
  return (withRows ? 'align' : 'equation') + (own?.endsWith('*') ? '*' : '');
}

/** Nothing else of the post changes. */
export function wrapInEnvironment(
  post: Snapshot,
  selection: Span,
  name: string,
): ChangeAnswer<WrapRefusal> {
  const target = wrapTarget(post, selection);
  if (target.kind === 'refused') return target;
  const changes = changesOf(post, target, name);
  const isRead = changesOneFormula(post, changes, `\\begin{${name}}`);
  return isRead ? { kind: 'changes', changes } : refused('taken-apart', name);
}

function changesOf(post: Snapshot, target: WrapTarget, name: string): readonly Change[] {
  switch (target.kind) {
    case 'environment':
      return renamed(post, target, name);
    case 'delimiters':
      return replaced(post, target, name);
    case 'tex':
      return surrounded(post, target, name);
  }
}

type Target<Kind extends WrapTarget['kind']> = Extract<WrapTarget, { readonly kind: Kind }>;

function texOfTarget(post: Snapshot, target: WrapTarget): string {
  switch (target.kind) {
    case 'environment': {
      const { pair, start } = target;
      const body = { start: pair.begin.span.end, end: pair.end.span.start };
      return sourceText(post, shiftSpan(body, start));
    }
    case 'delimiters': {
      const { open, close } = delimiters(target.placed);
      return target.placed.source.slice(open, -close);
    }
    case 'tex':
      return sourceText(post, target.span);
  }
}

/** The arguments of the old environment go with it. */
function renamed(
  post: Snapshot,
  { pair: { begin, end }, start }: Target<'environment'>,
  name: string,
): readonly Change[] {
  const { math, tags } = post.site;
  const args = profileOf(math, tags).environments.get(begin.name)?.args ?? '';
  const behind = sourceText(post, shiftSpan({ start: begin.span.end, end: end.span.start }, start));
  const pattern = args === '' ? null : args.includes('r') ? /^\s*\{[^{}]*\}/ : /^\[[^\]]*\]/;
  const argument = pattern?.exec(behind)?.[0].length ?? 0;
  const opening = { start: begin.nameSpan.start, end: begin.span.end + argument };
  return [
    { span: shiftSpan(opening, start), text: `${name}}` },
    { span: shiftSpan(end.nameSpan, start), text: name },
  ];
}

function replaced(
  post: Snapshot,
  { placed, keeps }: Target<'delimiters'>,
  name: string,
): readonly Change[] {
  const { open, close } = delimiters(placed);
  const { span, source } = placed;
  const body = source.slice(open, -close);
  const kept = keeps ? [source.slice(0, open), source.slice(-close)] : ['', ''];
  const leading = /^[ \t]*/.exec(body)?.[0].length ?? 0;
  const trailing = tailOf(body, /[ \t]/).length;
  const gap = lineBreak(post, span.start);
  // Delimiters alone on their lines leave their lines to the environment.
  const isOpen = /^[\r\n]/.test(body.slice(leading));
  const isClosed = tailOf(body, /[>\s]/).includes('\n');
  return [
    {
      span: { start: span.start, end: span.start + open + (isOpen ? 0 : leading) },
      text: `${kept[0] ?? ''}\\begin{${name}}${isOpen ? '' : gap}`,
    },
    {
      span: { start: span.end - close - (isClosed ? 0 : trailing), end: span.end },
      text: `${isClosed ? '' : gap}\\end{${name}}${kept[1] ?? ''}`,
    },
  ];
}

function surrounded(
  post: Snapshot,
  { span, inFormula }: Target<'tex'>,
  name: string,
): readonly Change[] {
  const gap = inFormula && !isWholeLines(post, span) ? ' ' : lineBreak(post, span.start);
  return [
    { span: { start: span.start, end: span.start }, text: `\\begin{${name}}${gap}` },
    { span: { start: span.end, end: span.end }, text: `${gap}\\end{${name}}` },
  ];
}

function isWholeLines(post: Snapshot, span: Span): boolean {
  const { before, behind } = lineAround(post, span);
  return before.trim() === '' && behind.trim() === '';
}
