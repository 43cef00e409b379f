// Quick fixes of formulas that compute: `¦` is the caret; each fix as what it writes.
import { describe, expect, it } from 'vitest';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { postForEvaluation } from '../../src/evaluate/postInput.js';
import { evaluationFixes, type EvaluationFix } from '../../src/language/evaluationFixes.js';
import { openText } from '../support/changes.js';

const raw = String.raw;

interface Fixed {
  readonly fix: EvaluationFix;
  /** The post behind it, with `¦` where the writer goes on. */
  readonly text: string;
}

function fixesAt(marked: string): readonly Fixed[] {
  const at = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const post = openText(text);
  const results = evaluatePost(postForEvaluation(post));
  return evaluationFixes(post, results, { start: at, end: at }).map((fix) => {
    const changed = [...fix.changes]
      .reverse()
      .reduce(
        (made, { span, text: now }) => made.slice(0, span.start) + now + made.slice(span.end),
        text,
      );
    const caret = fix.caret ?? changed.length;
    const shown =
      fix.caret === null ? changed : `${changed.slice(0, caret)}¦${changed.slice(caret)}`;
    return { fix, text: shown };
  });
}

function sheet(...lines: readonly string[]): string {
  return ['# Post', '', '```eval', ...lines, '```', ''].join('\n');
}

function checkFixes(marked: string, expected: readonly string[]): void {
  expect(fixesAt(marked).map(({ text }) => text)).toEqual(expected);
}

describe('a symbol that is not bound', () => {
  it('is bound on a line above, where the caret goes', () => {
    checkFixes(sheet('a = 1', 'a + ¦b'), [sheet('a = 1', 'b = ¦', 'a + b')]);
  });

  it('is bound in the nearest worksheet where a mark asks for it', () => {
    const mark = raw`The value $x_¦1 + \gamma$<!--= --> here.`;
    checkFixes(`${sheet('a = 1')}\n${mark}`, [
      `${sheet('a = 1', 'x_{1} = ¦')}\n${mark.replace('¦', '')}`,
    ]);
  });

  it('is bound in a worksheet of its own where there is none', () => {
    checkFixes('Here $t¦^2$<!--= --> stands.\n\nMore.\n', [
      'Here $t^2$<!--= --> stands.\n\n```eval\nt = ¦\n```\n\nMore.\n',
    ]);
    checkFixes('Here $t¦^2$<!--= --> stands.', [
      'Here $t^2$<!--= --> stands.\n\n```eval\nt = ¦\n```\n',
    ]);
  });

  it('is bound in a comment where the worksheets are comments', () => {
    checkFixes('<!-- eval: a = 1 -->\n\n$a + b¦$<!--= -->', [
      '<!-- eval: a = 1 -->\n<!-- eval: b = ¦ -->\n\n$a + b$<!--= -->',
    ]);
  });

  it('keeps the marks of quotes', () => {
    checkFixes('> ```eval\n> ¦b\n> ```\n', ['> ```eval\n> b = ¦\n> b\n> ```\n']);
  });

  it('keeps the commands of words', () => {
    checkFixes(sheet(raw`L_{\text{total}}¦ + 1`), [
      sheet(raw`L_{\text{total}} = ¦`, raw`L_{\text{total}} + 1`),
    ]);
  });

  it('is a function or a number before parentheses', () => {
    checkFixes(sheet('¦f(1-p)'), [sheet('f(x) = ¦', 'f(1-p)'), sheet('f = ¦', 'f(1-p)')]);
  });

  it('may have a domain where a relation is about it', () => {
    checkFixes(sheet('x = 1', 'x + ¦t > 0'), [
      sheet('x = 1', 't = ¦', 'x + t > 0'),
      sheet('x = 1', raw`t \in \mathbb{R}`, 'x + t > 0'),
    ]);
  });
});

describe('a value', () => {
  it('is stated, in one place or in all', () => {
    const post = raw`$1/3$<!--= 0.¦4 --> and $2/3$<!--= 0.6 -->`;
    checkFixes(post, [
      raw`$1/3$<!--= 0.3 --> and $2/3$<!--= 0.6 -->`,
      raw`$1/3$<!--= 0.3 --> and $2/3$<!--= 0.7 -->`,
    ]);
    checkFixes(raw`$1/¦3$<!--= -->`, [raw`$1/3$<!--= 0.333333 -->`]);
  });

  it('is bound anew where a claim was meant so', () => {
    checkFixes(sheet('a = 2', 'a =¦ 3'), [sheet('a = 2', 'a := 3')]);
    checkFixes(sheet('a = 2', 'a + 1 =¦ 4'), []);
  });

  it('is not offered where nothing computes', () => {
    checkFixes('Text¦ with $x = 1$.', []);
  });
});
