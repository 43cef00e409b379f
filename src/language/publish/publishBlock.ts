// What is changed of one block for publishing: its formulas, references, comments, worksheets and marks of the site.
import type { Block, Formula } from '../../core/markdown/block.js';
import { numberDisplay } from '../../core/numbering/numberDisplays.js';
import type { NumberedDisplay } from '../../core/numbering/display.js';
import type { Snapshot } from '../../core/post/facts.js';
import { isWorksheetFence } from '../../core/post/worksheets.js';
import type { Span } from '../../core/text/span.js';
import type { Change } from '../change.js';
import { applyChanges } from './applyChanges.js';
import type { MacroExpander } from './expandMacros.js';
import { publishFormula, referenceText } from './publishFormula.js';
import type { PublishProblem, PublishTarget } from './target.js';
import { displayFormula, holdsDisplays, inlineFormula, type FormulaPlace } from './writeFormula.js';

export interface BlockSetting {
  readonly post: Snapshot;
  readonly target: PublishTarget;
  readonly expander: MacroExpander;
  readonly numberOf: (key: string) => string | null;
}

/** Places count from the block's start. */
export interface PublishedPart {
  readonly change: Change | null;
  readonly problem: PublishProblem | null;
}

export function publishBlock(position: number, setting: BlockSetting): readonly PublishedPart[] {
  const { post, target } = setting;
  const block = post.blocks.blocks[position];
  if (!block) return [];
  const dropped = [
    ...block.comments.map(({ span }) => span),
    ...block.fences.filter(isWorksheetFence).map(({ span }) => span),
  ];
  const text = blanked(block.text, dropped);
  const numbers = numbersOf(post, position);
  return [
    ...dropped.map((span) => dropping(block.text, span)),
    ...block.formulas.flatMap((formula, index) => {
      const place = { kind: block.kind, text, span: formula.span };
      const numbered = numbers.formulas.get(index) ?? null;
      return formulaParts(formula, numbered, { ...place, source: block.text }, setting);
    }),
    ...block.references.map(({ command, key, span }, at) => {
      const number = numbers.references[at] ?? null;
      return { change: { span, text: referenceText(command, number) }, problem: lost(number, key, span) };
    }),
    ...proseProblems(block, text, target),
  ];
}

interface BlockNumbers {
  /** By the index of the formula in its block. */
  readonly formulas: ReadonlyMap<number, NumberedDisplay>;
  /** Of the references in prose. */
  readonly references: readonly (string | null)[];
}

function numbersOf(post: Snapshot, position: number): BlockNumbers {
  const formulas = new Map<number, NumberedDisplay>();
  const references: (string | null)[] = [];
  const first = post.firstEntries[position] ?? 0;
  for (const [at, entry] of (post.math[position]?.entries ?? []).entries()) {
    const numbered = numberDisplay(post.numbers, first + at, entry.display);
    if (entry.kind === 'formula') formulas.set(entry.index, numbered);
    else references.push(numbered.references[0] ?? null);
  }
  return { formulas, references };
}

function formulaParts(
  { tex, delimiter, display, span }: Formula,
  numbered: NumberedDisplay | null,
  { source, ...place }: FormulaPlace & { readonly source: string },
  { post, target, expander, numberOf }: BlockSetting,
): readonly PublishedPart[] {
  const expanded = expander.expand(tex.text);
  const formula = { tex: expanded.tex, delimiter, isDisplay: display, numbered, numberOf };
  const { kind, text, fault } = publishFormula(formula, post.site, target);
  const parts: PublishedPart[] = [];
  const problem = (code: PublishProblem['code'], subject: string): void => {
    parts.push({ change: null, problem: { code, subject, span } });
  };
  if (!expanded.isWhole) problem('macro', '');
  if (fault) problem(fault.code, fault.subject);
  if (numbered?.references.includes(null)) problem('reference', '');
  const isLone = kind === 'display' && holdsDisplays(place);
  if (kind === 'display' && !isLone && text.includes('\\tag')) problem('table', '');
  const written = isLone ? displayFormula(text, place) : inTheLine(kind, text, place);
  // Blanks would indent what goes on in a paragraph of its own.
  const end = isLone ? span.end + (/^[ \t]*/.exec(source.slice(span.end))?.[0].length ?? 0) : span.end;
  const change = { span: { start: span.start, end }, text: text === '' ? '' : written };
  parts.push({ change, problem: null });
  return parts;
}

function inTheLine(kind: 'display' | 'inline' | 'text', text: string, place: FormulaPlace): string {
  if (kind === 'text') return text;
  return inlineFormula(kind === 'display' ? `\\displaystyle ${text}` : text, place);
}

function lost(number: string | null, key: string, span: Span): PublishProblem | null {
  return number === null ? { code: 'reference', subject: key, span } : null;
}

/** With its line, where nothing else stands there. */
function dropping(text: string, { start, end }: Span): PublishedPart {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const isAlone =
    text.slice(lineStart, start).trim() === '' &&
    text.slice(end, lineEnd < 0 ? undefined : lineEnd).trim() === '';
  const span = isAlone ? { start: lineStart, end: lineEnd < 0 ? text.length : lineEnd + 1 } : { start, end };
  return { change: { span, text: '' }, problem: null };
}

/** Raw marks of generators say only that nothing is to be done. */
const rawTag = /\{%-?\s*(?:end)?raw\s*-?%\}/g;
const templateTag = /\{%[^%\n]*%\}|\{\{[<%][^\n]*?[>%]\}\}|^[ \t]*\{:[^}\n]*\}[ \t]*$/gm;

function proseProblems(
  { kind, text: source, formulas, fences, latexReferences, unclosed }: Block,
  text: string,
  { keepsHtml }: PublishTarget,
): readonly PublishedPart[] {
  if (kind === 'code' || kind === 'frontMatter' || kind === 'blank') return [];
  const prose = blanked(text, [...formulas.map(({ span }) => span), ...fences.map(({ span }) => span)])
    .replace(/(`+)(?!`)[^]*?[^`]\1(?!`)/g, (code) => ' '.repeat(code.length));
  const problem = (code: PublishProblem['code'], subject: string, span: Span): PublishedPart => ({
    change: null,
    problem: { code, subject, span },
  });
  return [
    ...[...prose.matchAll(rawTag)].map(
      ({ 0: tag, index }): PublishedPart => ({
        change: { span: { start: index, end: index + tag.length }, text: '' },
        problem: null,
      }),
    ),
    ...[...prose.replace(rawTag, (tag) => ' '.repeat(tag.length)).matchAll(templateTag)].map(
      ({ 0: tag, index }) =>
        problem('template', tag.trim(), { start: index, end: index + tag.length }),
    ),
    ...latexReferences.map(({ command, keys, span }) =>
      problem('reference', `\\${command.replace(/^\\/, '')}{${keys}}`, span),
    ),
    ...unclosed.map(({ subject, span }) => problem('unclosed', subject, span)),
    ...[...prose.matchAll(/(?<![\\$])\$(?!\$)/g)].slice(0, 1).map(({ index }) =>
      problem('dollar', '', { start: index, end: index + 1 }),
    ),
    ...(kind === 'html' && !keepsHtml && prose.trim() !== ''
      ? [problem('html', source.trim().split('\n', 1).join(''), { start: 0, end: source.trimEnd().length })]
      : []),
  ];
}

/** With blanks in the places of some of it, so that all places stay. */
function blanked(text: string, spans: readonly Span[]): string {
  const changes = spans.map((span) => ({
    span,
    text: text.slice(span.start, span.end).replace(/[^\n]/g, ' '),
  }));
  return applyChanges(text, changes);
}
