// `postulate eval`: the values and claims of posts.
import stringWidth from 'string-width';
import { lineStarts, positionAt, splitLines, type Lines } from '../core/text/lines.js';
import type { Snapshot } from '../core/post/facts.js';
import type { Span } from '../core/text/span.js';
import { describeResult } from '../evaluate/describe.js';
import { toJsonValue, type JsonValue } from '../evaluate/format.js';
import { evaluationText, notesText } from '../evaluate/messages.js';
import type { EvaluationChoices } from '../evaluate/postInput.js';
import type {
  EvaluatedAnalysis,
  EvaluationProblem,
  EvaluationResult,
  ResultFile,
  Value,
} from '../evaluate/result.js';
import { analysisTable } from '../evaluate/describeAnalysis.js';
import { VERDICT_SIGNS } from '../evaluate/verdict.js';
import { alignedTable } from './alignedTable.js';
import { evaluateWithData } from './dataFiles.js';
import type { CliLanguage } from './host.js';
import { withInsertedFaults } from './insertedResults.js';
import { listCommand } from './listCommand.js';
import { complain } from './messages.js';
import type { PostFile } from './postFile.js';
import { translationsOf } from './translations.js';
import { linkedPostsFor, readForEvaluation } from './linkedPosts.js';
import { readWorksheet } from './worksheetFile.js';

export const evaluate = listCommand('eval', async (posts, host, options) => {
  const { language } = host;
  const linkedPosts = linkedPostsFor(host, options);
  const evaluated: EvaluatedFile[] = [];
  for (const post of posts) {
    const worksheet = readWorksheet(post.worksheet, options.maxSize);
    if (!('fault' in worksheet)) {
      const { snapshot, choices } = await readForEvaluation(post, worksheet.text, linkedPosts);
      const all = { ...choices, checkAll: options.all ?? false };
      evaluated.push(await evaluateFile(post, snapshot, all));
      continue;
    }
    const path = post.worksheet?.file ?? post.file;
    complain(host, { code: 'worksheet', path, message: worksheet.fault });
  }
  return {
    code: evaluated.some(({ results }) => results.some(isFailure)) ? 1 : 0,
    json: () => evaluated.map(toJson),
    text: () => evaluated.flatMap((file) => toText(file, language)),
  };
});

/** A failure that is only information does not count. */
function isFailure({ verdict, informative }: EvaluationResult): boolean {
  return verdict === 'fails' && !informative;
}

interface EvaluatedFile {
  readonly file: string;
  readonly results: readonly EvaluationResult[];
  readonly placeOf: (file: ResultFile, span: Span) => Place;
}

/** Lines and columns count from 1, columns in UTF-16 units. */
interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

async function evaluateFile(
  post: PostFile,
  snapshot: Snapshot,
  choices: EvaluationChoices,
): Promise<EvaluatedFile> {
  const { file, worksheet } = post;
  const places = {
    post: placesIn(file, snapshot.lines),
    worksheet: placesIn(worksheet?.file ?? file, splitLines(choices.worksheet ?? '')),
  };
  const computed = evaluateWithData(snapshot, choices);
  const results = await withInsertedFaults(snapshot, computed, post);
  return { file, results, placeOf: (which, span) => places[which](span) };
}

function placesIn(file: string, lines: Lines): (span: Span) => Place {
  const starts = lineStarts(lines);
  return ({ start, end }) => {
    const first = positionAt(starts, start);
    const last = positionAt(starts, end);
    // A range over several lines ends with its first.
    const lineEnd = (starts[first.line + 1] ?? end) - (starts[first.line] ?? 0);
    const endColumn = last.line === first.line ? last.column : lineEnd;
    return { file, line: first.line + 1, column: first.column + 1, endColumn: endColumn + 1 };
  };
}

function toJson({ file, results, placeOf }: EvaluatedFile): unknown {
  return { file, results: results.map((result) => jsonResult(result, placeOf)) };
}

function jsonResult(
  result: EvaluationResult,
  placeOf: EvaluatedFile['placeOf'],
): Record<string, unknown> {
  const { span, kind, source, value, expected, verdict, notes, problems } = result;
  const { file, line, column } = placeOf(result.file, span);
  return {
    file,
    line,
    column,
    kind,
    source,
    value: jsonValue(value),
    expected: jsonValue(expected),
    verdict,
    message: notesText(notes) || null,
    counterexample: jsonCounterexample(result),
    ...(result.analysis === null ? {} : { analysis: jsonAnalysis(result.analysis) }),
    problems: problems.map((problem) => {
      const message = evaluationText(problem.code, problem.data);
      return { message, ...placeOf(problem.file, problem.span) };
    }),
  };
}

/** Findings in words beside their names, which stay the same. */
function jsonAnalysis({ taken, direction, same, rows }: EvaluatedAnalysis): unknown {
  return {
    taken,
    direction,
    same,
    rows: rows.map(({ name, verdict, finding, paste }) => ({
      name,
      verdict,
      message: evaluationText(finding.code, finding.data),
      counterexample: paste,
    })),
  };
}

/** The values of the symbols by their names. */
function jsonCounterexample({ counterexample }: EvaluationResult): Record<string, unknown> | null {
  if (counterexample === null) return null;
  return Object.fromEntries(
    counterexample.bindings.map(({ name, value }) => [name, toJsonValue(value)]),
  );
}

function jsonValue(value: Value | null): JsonValue | null {
  return value === null ? null : toJsonValue(value);
}

function toText({ results, placeOf }: EvaluatedFile, language: CliLanguage): readonly string[] {
  return results
    .filter(isNews)
    .flatMap((result) => textLines(result, placeOf, language))
    .map((line) => `${line}\n`);
}

/** That a display which nobody asked about cannot be checked is none. */
function isNews({ quiet, verdict, kind }: EvaluationResult): boolean {
  return !quiet || (kind !== 'value' && verdict !== 'unknown');
}

function textLines(
  result: EvaluationResult,
  placeOf: EvaluatedFile['placeOf'],
  language: CliLanguage,
): readonly string[] {
  const { problems, source, span } = result;
  const shown = source.replace(/\s+/g, ' ');
  const at = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;
  if (problems.length === 0)
    return [
      `${at(placeOf(result.file, span))}  ${describe(result, shown, language)}`,
      ...tableLines(result, language),
    ];
  return problems.map(
    (problem) =>
      `${at(placeOf(problem.file, problem.span))}  ${shown}  ! ${problemText(problem, language)}`,
  );
}

function tableLines(
  { table, analysis, source }: EvaluationResult,
  language: CliLanguage,
): readonly string[] {
  if (table !== null) return alignedTable(table);
  if (analysis === null) return [];
  const translations = translationsOf(language);
  const { rows } = analysisTable(analysis, source, ({ code, data }) =>
    evaluationText(code, data, translations),
  );
  const width = Math.max(0, ...rows.map(({ heading }) => stringWidth(heading)));
  return rows.map(({ heading, cells }) => {
    const blanks = ' '.repeat(width - stringWidth(heading));
    return `  ${heading}${blanks}  ${cells.join('  ')}`;
  });
}

function describe(result: EvaluationResult, source: string, language: CliLanguage): string {
  const { verdict, kind, notes } = result;
  const { value, expected } = describeResult(result, translationsOf(language));
  const remarks = notesText(notes, translationsOf(language));
  const behind = remarks === '' ? '' : `  (${remarks})`;
  if (kind === 'table' && verdict === null) return `${source}${behind}`;
  if ((kind === 'plot' && verdict === null) || kind === 'analysis')
    return `${source}  ${value}${behind}`;
  if (verdict === null) return `${source} = ${value}${behind}`;
  if (value === '') return `${VERDICT_SIGNS[verdict]} ${source}${behind}`;
  const both = expected === '' ? value : `${value}, ${expected}`;
  const sides = kind === 'value' ? `${source} = ${value}  ${expected}` : `${source}  ${both}`;
  return `${VERDICT_SIGNS[verdict]} ${sides}${behind}`;
}

function problemText({ code, data }: EvaluationProblem, language: CliLanguage): string {
  return evaluationText(code, data, translationsOf(language));
}
