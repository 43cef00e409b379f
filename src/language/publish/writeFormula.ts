// A formula in its place in Markdown: within a line, or as a display on lines of its own.
import type { Block } from '../../core/markdown/block.js';
import type { Span } from '../../core/text/span.js';

/** `text` is that of the block; comments in it, which will be dropped, are blanks. */
export interface FormulaPlace {
  readonly kind: Block['kind'];
  readonly text: string;
  readonly span: Span;
}

/** `written` is the formula with its delimiters. */
export function inlineFormula(written: string, { text, span }: FormulaPlace): string {
  const touches = text[span.start - 1] === '$' && written.startsWith('$');
  return `${touches ? ' ' : ''}${written.replace(/\s*\n\s*/g, ' ')}`;
}

/** Whether lines of its own can be made there. */
export function holdsDisplays({ kind }: FormulaPlace): boolean {
  return kind !== 'table' && kind !== 'heading' && kind !== 'html';
}

/** Between blank lines: not every engine ends a paragraph before it. */
export function displayFormula(written: string, { kind, text, span }: FormulaPlace): string {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const marks = marksOf(text.slice(lineStart, span.start), kind);
  const next = `\n${marks.ofNextLine}`;
  const before = isFree(text, lineStart, marks) ? '' : next;
  return (
    (marks.areAll ? before : next + next) +
    written.split('\n').join(next) +
    behind(text, span.end, kind, next)
  );
}

interface Marks {
  /** Whether nothing but them stands before the formula on its line. */
  readonly areAll: boolean;
  readonly beginItem: boolean;
  readonly ofNextLine: string;
}

const containerMarks = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/;

/** Of the quotes and lists around the formula. */
function marksOf(before: string, kind: Block['kind']): Marks {
  if (kind !== 'quote' && kind !== 'list') {
    return { areAll: before.trim() === '', beginItem: false, ofNextLine: '' };
  }
  const [found = ''] = containerMarks.exec(before) ?? [];
  const ofNextLine = found.replace(/[^>\s]/g, ' ');
  return {
    areAll: found.length === before.length,
    beginItem: /[^>\s]/.test(found),
    // A line that goes on without its mark.
    ofNextLine: kind === 'quote' && !found.includes('>') ? '> ' : ofNextLine,
  };
}

/** Whether a block may begin there without a blank line before it. */
function isFree(text: string, lineStart: number, marks: Marks): boolean {
  if (!marks.areAll || marks.beginItem || lineStart === 0) return true;
  const previous = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart);
  return previous.replace(/[>\s]/g, '') === '';
}

function behind(text: string, end: number, kind: Block['kind'], next: string): string {
  const lineEnd = text.indexOf('\n', end);
  const rest = text.slice(end, lineEnd < 0 ? undefined : lineEnd);
  if (rest.trim() !== '') return next + next;
  const [following = ''] = lineEnd < 0 ? [] : text.slice(lineEnd + 1).split('\n', 1);
  const beginsItem = kind === 'list' && /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(following);
  return beginsItem || following.replace(/[>\s]/g, '') === '' ? '' : next;
}

/** A pipe would end the cell of a table. */
export function withoutPipes(tex: string): string {
  return tex
    .replace(/\\\|/g, '\\Vert ')
    .replace(/\\([^]?)|\|/g, (whole) => (whole === '|' ? '\\vert ' : whole));
}
