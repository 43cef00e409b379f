// The quick fix of each problem whose message names an edit: it removes its problem and adds no other, wherever it stands.
import { describe, expect, it } from 'vitest';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { EVALUATION_MESSAGES } from '../../src/evaluate/messages.js';
import { postForEvaluation } from '../../src/evaluate/postInput.js';
import type { EvaluationProblem } from '../../src/evaluate/result.js';
import { evaluationFixes } from '../../src/language/evaluationFixes.js';
import { codesWithOffers } from '../../src/language/problemOffers.js';
import { openText } from '../support/changes.js';
import { notMended } from './notMended.js';
import { offered } from './offered.js';

const raw = String.raw;

const given = [
  'x = [1,2,3]',
  'y = [2,3,4]',
  'a = 2',
  'b = 3',
  'c = 4',
  raw`A = \begin{pmatrix}1&2\\3&4\end{pmatrix}`,
  raw`B = \begin{pmatrix}1&2\\2&4\end{pmatrix}`,
  'f(t) = t^2',
  'g(s,t) = st',
  raw`F_\alpha = \sum_k x_k^\alpha`,
];

/** Where a line can stand, behind the lines that are given. */
const places: Readonly<Record<string, (lines: readonly string[]) => string>> = {
  fence: (lines) => ['Text.', '', '```eval', ...lines, '```', ''].join('\n'),
  CRLF: (lines) => ['Text.', '', '```eval', ...lines, '```', ''].join('\r\n'),
  quote: (lines) =>
    ['Text.', '', '> ```eval', ...lines.map((one) => `> ${one}`), '> ```', ''].join('\n'),
  list: (lines) =>
    ['- Text.', '', '  ```eval', ...lines.map((one) => `  ${one}`), '  ```', ''].join('\n'),
  comments: (lines) => lines.map((one) => `<!-- eval: ${one} -->`).join('\n'),
};

function marked(lines: readonly string[]): string {
  const sheet = ['```eval', ...lines.slice(0, -1), '```', ''].join('\n');
  return `${sheet}\nThe value $${lines.at(-1) ?? ''}$<!--= --> here.\n`;
}

function problemsOf(text: string): readonly EvaluationProblem[] {
  return evaluatePost(postForEvaluation(openText(text))).flatMap(({ problems }) => problems);
}

/** The post behind each fix at its first problem, what is left open written. */
function fixed(text: string, code: string, completion: string): readonly string[] {
  const post = openText(text);
  const results = evaluatePost(postForEvaluation(post));
  const problems = results.flatMap((result) => result.problems);
  expect(new Set(problems.map((problem) => problem.code))).toEqual(new Set([code]));
  const place = problems[0]?.span ?? { start: 0, end: 0 };
  return evaluationFixes(post, results, place).map(({ changes, caret }) => {
    const made = changes.reduce(
      (now, { span, text: written }) => now.slice(0, span.start) + written + now.slice(span.end),
      text,
    );
    return caret === null ? made : made.slice(0, caret) + completion + made.slice(caret);
  });
}

function checkOffers(
  write: (lines: readonly string[]) => string,
  [code, lines, expected, completion = '2']: (typeof offered)[number],
): void {
  const all = [...given, ...lines];
  const mended = fixed(write(all), code, completion);
  const wanted = expected.map((line) => {
    if (!line.startsWith('+')) return write([...given, ...lines.slice(0, -1), line]);
    const added = line.slice(1).replace('¦', completion);
    return write([...given, ...lines.slice(0, -1), added, ...lines.slice(-1)]);
  });
  // Where a line goes is the test of `worksheetLine`.
  const isLine = (at: number): boolean => expected[at]?.startsWith('+') === true;
  expect(mended.map((text, at) => (isLine(at) ? '' : text))).toEqual(
    wanted.map((text, at) => (isLine(at) ? '' : text)),
  );
  for (const text of mended) expect(problemsOf(text), text).toEqual([]);
}

describe.each(Object.entries(places))('in %s', (_, write) => {
  it.each(offered.map((one) => [`${one[0]}: ${one[1].join(' ')}`, one] as const))(
    '%s',
    (_name, one) => {
      checkOffers(write, one);
    },
  );
});

describe('in a mark', () => {
  const inMarks = offered.filter(
    ([, lines]) => !/[=>]|^set|^check|;|,|quad/.test(lines.at(-1) ?? ''),
  );
  it.each(inMarks.map((one) => [`${one[0]}: ${one[1].join(' ')}`, one] as const))(
    '%s',
    (_name, one) => {
      checkOffers(marked, one);
    },
  );
});

it('a comment `check` is moved to the end of the display before it', () => {
  const sheet = '```eval\na = 6\n```\n\n';
  const text = `${sheet}$$\na = 6\n$$\n<!-- check -->\n\nText.\n`;
  const moved = `${sheet}$$\na = 6\n$$ <!-- check -->\n\nText.\n`;
  expect(fixed(text, 'check.no-display', '')).toEqual([moved]);
  expect(problemsOf(moved)).toEqual([]);
});

it('the definitions of a display are taken by its label', () => {
  const display = `$$${raw`S(t) = t^2\label{eq:s}`}$$\n\n`;
  const text = `${display}\`\`\`eval\na = S(2)\n\`\`\`\n`;
  const [mended = ''] = fixed(text, 'call.display', '');
  expect(mended).toContain(raw`\eqref{eq:s}`);
  expect(problemsOf(mended)).toEqual([]);
});

it('there is one for every code that has any', () => {
  const codes = new Set(['check.no-display', 'call.display', ...offered.map(([code]) => code)]);
  expect([...codes].sort()).toEqual([...codesWithOffers()].sort());
});

it('every other problem that says what to do is known to name no one edit', () => {
  const withOffers = new Set(codesWithOffers());
  const advising = Object.entries(EVALUATION_MESSAGES).filter(
    ([code, message]) =>
      !withOffers.has(code) &&
      /[;:] (?:write|put|move|use|add|remove|leave|define|declare|correct)\b/.test(message),
  );
  const known = notMended.flatMap(([, codes]) => codes.split(/\s+/));
  const told = advising.map(([code]) => code);
  expect(told.filter((code) => !known.includes(code))).toEqual([]);
  expect(known.filter((code) => !told.includes(code))).toEqual([]);
});
