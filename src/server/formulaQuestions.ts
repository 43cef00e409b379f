// What is asked about the formula at the caret: its value, its steps, the value that stands there already.
import type { CancellationToken } from 'vscode-languageserver';
import { shiftSpan } from '../core/text/span.js';
import type { Snapshot } from '../core/post/facts.js';
import type { Translations } from '../checks/messages.js';
import { describeResult } from '../evaluate/describe.js';
import { evaluationText, notesText } from '../evaluate/messages.js';
import {
  postForQuestion,
  resultsOfQuestion,
  type Question,
  type QuestionResults,
} from '../evaluate/question.js';
import { resultsIn, type EvaluationProblem, type EvaluationResult } from '../evaluate/result.js';
import { sourceText } from '../language/sourceText.js';
import { copiedValue, resultsAt } from '../language/valueAt.js';
import {
  isFormulaAtRequest,
  isQuestionRequest,
  serverRequests,
  type FormulaAtRequest,
  type QuestionAnswer,
  type QuestionRequest,
} from '../protocol/server.js';
import { answerRequest } from './answered.js';
import { askFormula } from './askFormula.js';
import { toOffset } from './convert.js';
import { evaluatedLine } from './evaluatedLine.js';
import type { Server } from './serverParts.js';
import { text } from './texts.js';
import { fullText } from './valueHover.js';

/** What the commands ask about. */
type About = Exclude<Question['about'], 'curve'>;

export function registerFormulaQuestions(server: Server): void {
  const { evaluateAt, checkAt, pythonAt, valueAt } = serverRequests;
  const ask = (method: string, doing: string, about: About): void =>
    answerRequest(server, method, doing, isQuestionRequest, (request, token) =>
      answerTo(server, about, request, token),
    );
  ask(evaluateAt, 'Evaluating a formula', 'value');
  ask(checkAt, 'Checking a derivation', 'steps');
  ask(pythonAt, 'Writing a program', 'python');
  answerRequest(server, valueAt, 'A value', isFormulaAtRequest, (request) =>
    copiedAt(server, request),
  );
}

function answerTo(
  server: Server,
  about: About,
  request: QuestionRequest,
  token: CancellationToken,
): Promise<QuestionAnswer> {
  const { uri, given } = request;
  return askFormula(server, request, token, {
    elsewhere: () => ({ kind: 'none' }),
    postFor: ({ post, formula, at }, choices) =>
      postForQuestion(post, { about, formula, at, given }, choices),
    answer: ({ post, formula, at }, results, translations) => {
      const found = resultsOfQuestion({ about, formula, at, given }, results);
      return answerOf({ uri, post }, { about, given }, found, translations);
    },
  });
}

function answerOf(
  { uri, post }: { readonly uri: string; readonly post: Snapshot },
  { about, given }: Pick<Question, 'given'> & { readonly about: About },
  { asked, fault }: QuestionResults,
  translations: Translations,
): QuestionAnswer {
  const unanswered = unansweredFor(post, given, { asked, fault }, WANTED[about], translations);
  if (unanswered !== null) return unanswered;
  if (about === 'steps') {
    const lines = asked.map((result) =>
      evaluatedLine({ uri, lines: post.lines }, result, translations),
    );
    return lines.length === 0 ? { kind: 'none' } : { kind: 'steps', lines };
  }
  if (about === 'python') {
    const program = programAnswer(asked, translations);
    if (program !== null) return program;
  }
  const value = asked.find(({ kind, problems }) => kind === 'value' && problems.length === 0);
  if (value !== undefined) return valueAnswer(value, asked, translations);
  const problem = asked.flatMap(({ problems }) => problems)[0];
  if (problem === undefined) return { kind: 'none' };
  return { kind: 'problem', message: problemText(problem, translations) };
}

/** What has to be asked for first: a line in place of one that cannot be used, or one that is missing. */
export function unansweredFor(
  post: Snapshot,
  given: readonly string[],
  { asked, fault }: QuestionResults,
  wanted: 'value' | 'domain',
  translations: Translations,
): Extract<QuestionAnswer, { kind: 'fault' | 'unbound' }> | null {
  if (fault) {
    const message = problemText(fault.result.problems[0], translations);
    return { kind: 'fault', line: fault.line, message };
  }
  const missing = asked.flatMap(({ problems }) => problems).find(({ code }) => UNBOUND.has(code));
  if (missing === undefined) return null;
  const name = missingName(post, missing);
  const isGiven = given.some((line) => line.trimStart().startsWith(name));
  const wants = missing.code === 'name.unbound-size' ? 'size' : wanted;
  return isGiven ? null : { kind: 'unbound', name, wants };
}

const WANTED = { value: 'value', steps: 'domain', python: 'value' } as const;

/** What a line of a worksheet would mend. */
const UNBOUND: ReadonlySet<string> = new Set([
  'name.unbound',
  'name.unbound-i',
  'name.unbound-vector',
  'name.unbound-size',
  'call.unbound',
  'call.unknown-word',
  'set.unbound',
  'check.undeclared',
]);

/** As it is written, where the message drops what makes a word of it. */
function missingName(post: Snapshot, { file, span, data }: EvaluationProblem): string {
  const source = span.start < 0 || file !== 'post' ? '' : sourceText(post, span);
  const name = data['name'] ?? '';
  return /^\\(?:operatorname|text|mathrm)\b|_\{?\\(?:text|mathrm)/.test(source) ? source : name;
}

/** `null` where the formula has no value. */
function programAnswer(
  asked: readonly EvaluationResult[],
  translations: Translations,
): QuestionAnswer | null {
  const python = asked.flatMap((result) => result.python ?? [])[0];
  if (python === undefined) return null;
  if (python.ok) return { kind: 'program', text: python.text };
  return { kind: 'problem', message: evaluationText(python.problem, {}, translations) };
}

function valueAnswer(
  value: EvaluationResult,
  asked: readonly EvaluationResult[],
  translations: Translations,
): QuestionAnswer {
  const failed = asked.find(({ verdict }) => verdict === 'fails');
  const shown = fullText(value) ?? describeResult(value).value;
  const notes = notesText(value.notes, translations);
  return {
    kind: 'value',
    source: value.source,
    text: failed ? `${shown}; ${claimText(failed, translations)}` : shown,
    copied: copiedValue(value) ?? '',
    reading: [...value.reading, ...(notes === '' ? [] : [notes])],
  };
}

function claimText(result: EvaluationResult, translations: Translations): string {
  const { value, expected, failedRelation: relation } = describeResult(result);
  return text('claimFails', { value, expected, relation }, translations);
}

function problemText(problem: EvaluationProblem | undefined, translations: Translations): string {
  return problem === undefined ? '' : evaluationText(problem.code, problem.data, translations);
}

async function copiedAt(
  { store, evaluation }: Server,
  request: FormulaAtRequest,
): Promise<string | null> {
  const post = store.get(request.uri)?.snapshot;
  if (!post) return null;
  const offset = toOffset(post.lines, request.position);
  const results = (await evaluation.evaluate(request.uri, post)) ?? [];
  const found = resultsAt(resultsIn('post', results), shiftSpan({ start: 0, end: 0 }, offset));
  return found.map(copiedValue).find((copied) => copied !== null) ?? null;
}
