// A formula as a place takes it that knows no labels and counts nothing: numbers stand in it as they were counted.
import { closingBrace } from '../../core/numbering/texInput.js';
import type { Display, NumberedDisplay } from '../../core/numbering/display.js';
import { parseDisplay } from '../../core/numbering/parseDisplay.js';
import { profileOf } from '../../core/numbering/profiles.js';
import type { Delimiter } from '../../core/markdown/block.js';
import type { Site } from '../../core/site/site.js';
import type { Span } from '../../core/text/span.js';
import { isLetter } from '../../core/text/texReader.js';
import { wordTable } from '../../core/text/wordTable.js';
import type { Change } from '../change.js';
import { applyFirst } from './applyFirst.js';
import type { PublishTarget } from './target.js';
import { isWithin, textStretches } from './textStretches.js';

export interface NumberedFormula {
  /** Without macros and comments. */
  readonly tex: string;
  readonly delimiter: Delimiter;
  readonly isDisplay: boolean;
  /** `null` where the formula has nothing to do with numbers. */
  readonly numbered: NumberedDisplay | null;
  /** What a label shows that a `\\tag` refers to. */
  readonly numberOf: (key: string) => string | null;
}

export interface PublishedFormula {
  readonly kind: 'display' | 'inline' | 'text';
  /** Without delimiters. */
  readonly text: string;
  readonly fault: { readonly code: 'formula' | 'environment'; readonly subject: string } | null;
}

export function publishFormula(
  formula: NumberedFormula,
  site: Site,
  { numbers }: Pick<PublishTarget, 'numbers'>,
): PublishedFormula {
  const { tex, delimiter, isDisplay, numbered } = formula;
  const display = parseDisplay(tex, delimiter, site.math, undefined, site.tags);
  const alone = isDisplay ? null : referenceAlone(tex, display, numbered);
  if (alone !== null) return { kind: 'text', text: alone, fault: null };
  const isKnown = numbered !== null && isSame(display, numbered);
  const changes = [
    ...referenceChanges(tex, display, numbered),
    ...markChanges(tex),
    ...(isKnown ? numberChanges(formula, display, numbered, numbers) : []),
  ];
  const { text, kept } = starred(applyFirst(tex, changes).trim(), site);
  const hasRows = display.rows.some(({ numbering }) => numbering.kind !== 'none');
  return {
    kind: isDisplay || hasRows ? 'display' : 'inline',
    text: dollarFree(withoutEquation(text)),
    fault: faultOf(numbered, isKnown, kept),
  };
}

/** As readers see it: `(3)`, or `3`. */
export function referenceText(command: 'ref' | 'eqref', number: string | null): string {
  return command === 'eqref' ? `(${number ?? '???'})` : (number ?? '???');
}

function faultOf(
  numbered: NumberedDisplay | null,
  isKnown: boolean,
  kept: string | null,
): PublishedFormula['fault'] {
  if (numbered?.error) return { code: 'formula', subject: numbered.error.subject };
  if (numbered !== null && !isKnown) return { code: 'formula', subject: '' };
  return kept === null ? null : { code: 'environment', subject: kept };
}

/** Most references stand in dollars of their own: they are words of the text. */
function referenceAlone(
  tex: string,
  { references }: Display,
  numbered: NumberedDisplay | null,
): string | null {
  const [reference, ...others] = references;
  if (!reference || others.length > 0) return null;
  const isAlone = tex.slice(reference.span.start, reference.span.end) === tex.trim();
  return isAlone ? referenceText(reference.command, numbered?.references[0] ?? null) : null;
}

function isSame(display: Display, numbered: NumberedDisplay): boolean {
  return (
    display.rows.length === numbered.rows.length &&
    display.references.length === numbered.references.length
  );
}

function referenceChanges(
  tex: string,
  { references }: Display,
  numbered: NumberedDisplay | null,
): readonly Change[] {
  const inText = textStretches(tex);
  return references.map(({ command, span }, at) => {
    const text = referenceText(command, numbered?.references[at] ?? null);
    return { span, text: isWithin(inText, span.start) ? text : `\\text{${text}}` };
  });
}

const mark = /\\(?:(label|tag)(?![a-zA-Z])\s*\*?\s*(\{)?|(?:notag|nonumber)(?![a-zA-Z]))/g;

/** Labels, tags and what takes numbers away; those beside each other go as one, and leave no blanks behind. */
function markChanges(tex: string): readonly Change[] {
  const runs: Span[] = [];
  for (const { 0: head, 2: brace, index } of tex.matchAll(mark)) {
    const open = index + head.length;
    const close = brace === undefined ? -1 : closingBrace(tex, open, tex.length);
    const end = close < 0 ? open : close + 1;
    const last = runs.at(-1);
    if (last === undefined || /[^ \t]/.test(tex.slice(last.end, index))) {
      runs.push({ start: index, end });
    } else {
      // One may stand within another.
      runs[runs.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    }
  }
  return runs.map(({ start, end }) => ({
    span: { start: isFree(tex, end) ? blanksBefore(tex, start) : start, end },
    // A control word before it and a letter behind it stay apart.
    text: isLetter(tex.charCodeAt(end)) ? ' ' : '',
  }));
}

/** Whether what stands there needs no blank before it. */
function isFree(tex: string, at: number): boolean {
  return /^(?:\s|$|\\\\|\\end(?![a-zA-Z]))/.test(tex.slice(at, at + 5));
}

/** Where the blanks before a place begin; one behind a backslash is a command with it. */
function blanksBefore(tex: string, at: number): number {
  let start = at;
  while (/[ \t]/.test(tex.charAt(start - 1))) start--;
  let slashes = start;
  while (tex.charAt(slashes - 1) === '\\') slashes--;
  return start < at && (start - slashes) % 2 === 1 ? start + 1 : start;
}

function numberChanges(
  { tex, numberOf }: NumberedFormula,
  { rows }: Display,
  numbered: NumberedDisplay,
  style: PublishTarget['numbers'],
): readonly Change[] {
  return rows.flatMap(({ span, numbering }, at): readonly Change[] => {
    const { number = null, shown = null } = numbered.rows[at] ?? {};
    if (shown === null || numbering.kind === 'parent') return [];
    const end = span.start + tex.slice(span.start, span.end).trimEnd().length;
    const written = writtenNumber(number, shown, style).replace(
      /\\(ref|eqref)\s*\{([^{}]*)\}/g,
      (_, command: 'ref' | 'eqref', key: string) => referenceText(command, numberOf(key)),
    );
    return [{ span: { start: end, end }, text: written }];
  });
}

function writtenNumber(
  number: string | null,
  shown: string,
  style: PublishTarget['numbers'],
): string {
  if (style === 'text') return ` \\qquad\\text{${shown}}`;
  return shown === `(${number ?? ''})` ? ` \\tag{${number ?? ''}}` : ` \\tag*{${shown}}`;
}

/** MathJax lets no `\tag` stand in the starred forms of these. */
const taggable = wordTable<string>({
  flalign: 'align*',
  xalignat: 'alignat*',
  xxalignat: 'alignat*',
});

/** Environments that number nothing themselves, and the first that has no such form. */
function starred(tex: string, site: Site): { readonly text: string; readonly kept: string | null } {
  const { environments } = profileOf(site.math, site.tags);
  let kept: string | null = null;
  const text = tex.replace(/\\(begin|end)\{([^{}]*)\}/g, (whole, verb: string, name: string) => {
    const environment = environments.get(name);
    // A `subequations` shows nothing itself.
    if (environment?.divides) return '';
    if (!environment?.automatic) return whole;
    const form = taggable[name] ?? `${name}*`;
    if (environments.has(form)) return `\\${verb}{${form}}`;
    kept ??= name;
    return whole;
  });
  return { text, kept };
}

/** Between the delimiters of a display `equation*` says nothing, and not every engine knows it. */
function withoutEquation(tex: string): string {
  const [, body] = /^\\begin\{equation\*\}([^]*)\\end\{equation\*\}$/.exec(tex) ?? [];
  return body === undefined || body.includes('equation*}') ? tex : body.trim();
}

/** A dollar in the text of a formula would end the formula. */
function dollarFree(tex: string): string {
  const changes = textStretches(tex).map(({ start, end }): Change => {
    const text = tex
      .slice(start, end)
      .replace(/(?<!\\)\$((?:[^$\\]|\\[^])*)\$/g, (_, inside: string) => `\\(${inside}\\)`);
    return { span: { start, end }, text };
  });
  return applyFirst(tex, changes);
}
