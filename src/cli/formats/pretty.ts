// For people, in their language: each finding with the line it stands in.
import pico from 'picocolors';
import { textOf } from '../../checks/messages.js';
import type { Severity } from '../../checks/rule.js';
import { splitLines, withoutTerminator, type Lines } from '../../core/text/lines.js';
import type { CliHost } from '../host.js';
import { cliText } from '../messages.js';
import type { Place, PlacedFinding } from '../placedFinding.js';
import { translationsOf } from '../translations.js';
import { textFiles, type TextFile } from '../textFiles.js';
import type { Format } from './report.js';
import { sourceLine, withoutControls } from './sourceLine.js';

export const pretty: Format = function* (report, host) {
  const { findings, posts, summary } = report;
  const paint = pico.createColors(host.colors);
  const linesOf = linesOfFiles(textFiles(posts));
  let file: string | null = null;
  for (const placed of findings) {
    if (placed.file !== file) {
      if (file !== null) yield '\n';
      yield `${paint.underline(withoutControls(placed.file))}\n`;
    }
    file = placed.file;
    for (const line of findingLines(placed, linesOf, host, paint)) yield `${line}\n`;
  }
  if (file !== null) yield '\n';
  const counts = { posts: posts.length, ...summary };
  yield `${cliText({ code: 'check.summary', counts }, host.language)}\n`;
};

type Paint = ReturnType<typeof pico.createColors>;

const indent = ' '.repeat(12);

function findingLines(
  { file, finding, place, related }: PlacedFinding,
  linesOf: (file: string) => Lines,
  { language }: Pick<CliHost, 'language'>,
  paint: Paint,
): readonly string[] {
  const translations = translationsOf(language);
  const color = paintOf(finding.severity, paint);
  const position = `${place.line}:${place.column}`.padEnd(9);
  const severity = cliText({ code: `severity.${finding.severity}` }, language).padEnd(8);
  const message = withoutControls(textOf(finding.message, translations));
  const lines = [
    `  ${position} ${color(severity)} ${message}  ${paint.dim(finding.rule)}`,
    ...excerpt(linesOf(file), place, color, paint),
  ];
  for (const other of related) {
    const { line, column } = other.place;
    const where = other.file === file ? `${line}:${column}` : `${other.file}:${line}`;
    const said = textOf(other.message, translations);
    lines.push(`${indent}${withoutControls(`${where} ${said}`)}`);
    const shown = excerpt(linesOf(other.file), other.place, paint.dim, paint);
    // Of another post no more is known than the line.
    lines.push(...(other.file === file ? shown : shown.slice(0, 1)));
  }
  return lines;
}

/** The first line of a place, with carets under it; nothing where the post is not at hand. */
function excerpt(
  source: Lines,
  { line, column, endLine, endColumn }: Place,
  color: (text: string) => string,
  paint: Paint,
): readonly string[] {
  const found = source[line - 1];
  if (found === undefined) return [];
  const whole = withoutTerminator(found);
  const end = endLine === line ? endColumn - 1 : whole.length;
  const shown = sourceLine(whole, column - 1, end);
  const gutter = String(line);
  const bar = (text: string): string => `${indent}${paint.dim(`${text} |`)}`;
  return [
    `${bar(gutter)} ${shown.text}`.trimEnd(),
    `${bar(' '.repeat(gutter.length))} ${' '.repeat(shown.indent)}${color('^'.repeat(shown.carets))}`,
  ];
}

function paintOf(severity: Severity, paint: Paint): (text: string) => string {
  switch (severity) {
    case 'error':
      return paint.red;
    case 'warning':
      return paint.yellow;
    case 'info':
      return paint.cyan;
    case 'hint':
      return paint.dim;
  }
}

/** Splits a text once, and only where something is to be shown of it. */
function linesOfFiles(files: readonly TextFile[]): (file: string) => Lines {
  const byFile = new Map(files.map((text) => [text.file, text]));
  const split = new Map<string, Lines>();
  return (file) => {
    const text = byFile.get(file)?.text;
    const lines = split.get(file) ?? (text === undefined ? [] : splitLines(text));
    split.set(file, lines);
    return lines;
  };
}
