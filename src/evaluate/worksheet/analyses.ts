// Reads `analyse S`, `analyse \operatorname{Focal}(p;2)`: what of, and as what.
import { sliceMapped, spanToSource, type MappedText } from '../../core/text/mapped.js';
import type { Span } from '../../core/text/span.js';
import { parseMappedTex } from '../../tex/parse.js';
import type { TexMacros } from '../../tex/tree.js';
import { readSyntax } from '../read/read.js';
import { refuse } from '../refusal.js';
import type { Syntax } from '../syntax.js';
import type { LeftSide } from './forms.js';

/** What an analysis may be asked to take a formula for; without it that is found. */
export type AnalysedAs = 'measure' | 'loss';

export interface Analysis {
  readonly subject: Syntax;
  /** As it is written. */
  readonly label: string;
  readonly wanted: AnalysedAs | null;
}

const HEAD = /^analyse(?:\[\s*([a-z]+)\s*\])?\s+/;

/** A line, cut behind what stands before the formula. */
interface AnalysisLine {
  readonly wanted: AnalysedAs | null;
  readonly rest: MappedText;
}

export function analysisHead(text: MappedText): AnalysisLine {
  const head = HEAD.exec(text.text);
  const [whole = '', word] = head ?? [];
  const span = spanToSource(text, { start: 0, end: text.text.length });
  if (head === null || whole.length === text.text.length) refuse('analyse.form', span);
  const isKnown = word === undefined || word === 'measure' || word === 'loss';
  if (!isKnown) refuse('analyse.form', span);
  return { wanted: word ?? null, rest: sliceMapped(text, whole.length, text.text.length) };
}

export function readAnalysis({ wanted, rest }: AnalysisLine, macros: TexMacros): Analysis {
  const { tree, problems } = parseMappedTex(rest, macros);
  const [problem] = problems;
  if (problem !== undefined) refuse(problem.code, problem.span, { detail: problem.detail });
  const span = spanToSource(rest, { start: 0, end: rest.text.length });
  const subject = readSyntax(tree, span);
  if (subject.kind === 'relation') refuse('analyse.form', span);
  return { subject, label: rest.text.trim(), wanted };
}

/** What a display gives to analyse: a function that it defines, or its last side. */
export interface DisplayedSubject {
  readonly syntax: Syntax;
  readonly label: string;
  readonly isFunction: boolean;
}

export function subjectsIn(
  stated: Syntax,
  left: LeftSide | null,
  sourceOf: (span: Span) => string,
): readonly DisplayedSubject[] {
  if (stated.kind !== 'relation')
    return [{ syntax: stated, label: sourceOf(stated.span), isFunction: false }];
  const [first] = stated.operands;
  const last = stated.operands.at(-1);
  if (last === undefined || first === undefined) return [];
  if (left?.kind !== 'function')
    return [{ syntax: last, label: sourceOf(last.span), isFunction: false }];
  const [label = ''] = sourceOf(first.span).split(/\\left\(|\(/);
  const syntax: Syntax = { kind: 'name', name: left.name, span: first.span };
  return [{ syntax, label, isFunction: true }];
}
