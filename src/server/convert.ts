// Offsets, edits, hovers, hints and findings as the Language Server Protocol has them, and offsets back.
import {
  DiagnosticSeverity,
  DiagnosticTag,
  InlayHintKind,
  MarkupKind,
  type Diagnostic,
  type Hover,
  type InlayHint,
  type Position,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import type { ReportedFinding } from '../checks/check.js';
import { textOf, type Translations } from '../checks/messages.js';
import type { Severity } from '../checks/rule.js';
import type { Snapshot } from '../core/post/facts.js';
import { remembered } from '../core/remembered.js';
import {
  lineStarts,
  offsetAt,
  positionAt,
  withoutTerminator,
  type Lines,
} from '../core/text/lines.js';
import type { Span } from '../core/text/span.js';
import type { Change } from '../language/change.js';
import type { InlayHint as Hint } from '../language/inlayHints.js';

/** Line starts are made once for a version of a text. */
const starts = remembered((lines: Lines) => lineStarts(lines));

export function toRange(lines: Lines, span: Span): Range {
  return { start: toPosition(lines, span.start), end: toPosition(lines, span.end) };
}

export function toPosition(lines: Lines, offset: number): Position {
  const { line, column } = positionAt(starts(lines), offset);
  return { line, character: column };
}

/** Positions beyond a line's end mean its end, as the protocol says. */
export function toOffset(lines: Lines, { line, character }: Position): number {
  const last = lines.length - 1;
  if (line > last) return offsetAt(starts(lines), { line: lines.length, column: 0 });
  const length = withoutTerminator(lines[line] ?? '').length;
  return offsetAt(starts(lines), { line, column: Math.min(character, length) });
}

export function toSpan(lines: Lines, { start, end }: Range): Span {
  return { start: toOffset(lines, start), end: toOffset(lines, end) };
}

/** What is written into a text, as clients make it. */
export function toTextEdits(lines: Lines, changes: readonly Change[]): TextEdit[] {
  return changes.map(({ span, text }) => ({ range: toRange(lines, span), newText: text }));
}

export function isSameRange(one: Range, other: Range): boolean {
  return isSamePosition(one.start, other.start) && isSamePosition(one.end, other.end);
}

function isSamePosition(one: Position, other: Position): boolean {
  return one.line === other.line && one.character === other.character;
}

export function toHover(
  lines: Lines,
  { span, markdown }: { readonly span: Span; readonly markdown: string },
): Hover {
  return { contents: { kind: MarkupKind.Markdown, value: markdown }, range: toRange(lines, span) };
}

export function toInlayHint(lines: Lines, { kind, offset, text }: Hint): InlayHint {
  return {
    position: toPosition(lines, offset),
    label: text,
    paddingLeft: true,
    ...(kind === 'value' ? { kind: InlayHintKind.Type } : {}),
  };
}

export interface DiagnosticContext {
  /** Of the post. */
  readonly uri: string;
  /** Of another post of its blog. */
  readonly uriOf: (path: string) => string;
  /** The folder with a page for each rule; `null` where there is none. */
  readonly docs: string | null;
  readonly translations: Translations;
}

export function toDiagnostic(
  { lines }: Pick<Snapshot, 'lines'>,
  finding: ReportedFinding,
  { uri, uriOf, docs, translations }: DiagnosticContext,
): Diagnostic {
  return {
    range: toRange(lines, finding.span),
    severity: severities[finding.severity],
    code: finding.rule,
    source: 'Postulate',
    message: textOf(finding.message, translations),
    ...(docs === null ? {} : { codeDescription: { href: `${docs}/${finding.rule}.md` } }),
    relatedInformation: finding.related.map((place) => ({
      location:
        'span' in place
          ? { uri, range: toRange(lines, place.span) }
          : { uri: uriOf(place.path), range: lineRange(place.line) },
      message: textOf(place.message, translations),
    })),
    ...(finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

/** The start of a line whose text is not at hand. */
function lineRange(line: number): Range {
  return { start: { line, character: 0 }, end: { line, character: 0 } };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
