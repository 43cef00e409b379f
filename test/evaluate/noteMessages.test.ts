// Every note is said where its example is computed.
import { describe, expect, it } from 'vitest';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import type { NoteCode } from '../../src/evaluate/notes.js';
import { postForQuestion } from '../../src/evaluate/question.js';
import type { EvaluationResult } from '../../src/evaluate/result.js';
import { formulaInQuestion } from '../../src/language/formulaInQuestion.js';
import { data, notes } from './noteExamples.js';
import { evaluateAll, evaluateText, postOf } from '../support/worksheets.js';

const raw = String.raw;

/** What stands behind the worksheet. */
const behind: Partial<Record<NoteCode, string>> = {
  'claim.defined-before': raw`$$a = 7 \label{eq:a}$$`,
  'check.comment-first': raw`$$a^2 \ge 0$$ <!-- check: a \in \mathbb{R} -->`,
  'check.other-section': '\n# Another\n\n$$a = 7$$\n',
};

/** As what says the note asks. */
function resultsOf(code: NoteCode, post: string): readonly EvaluationResult[] {
  if (code === 'curve.no-domain') return curveOf('f(t) = t^2');
  return code === 'check.other-section' ? evaluateAll(post) : evaluateText(post);
}

/** As a hover asks for it. */
function curveOf(formula: string): readonly EvaluationResult[] {
  const text = `$${formula}$\n`;
  const snapshot = openSnapshot({ path: 'post.md', version: 0, text, site: assumedSite });
  const asked = formulaInQuestion(snapshot, { start: 1, end: 1 });
  if (asked === null) return [];
  const question = { about: 'curve', formula: asked, at: 1, given: [] } as const;
  return evaluatePost(postForQuestion(snapshot, question));
}

describe('notes', () => {
  for (const code of Object.keys(notes) as NoteCode[]) {
    it(code, () => {
      const lines = code === 'norm.of-only-vector' ? 'x = [1,2]\nl_2' : `${data}\n${notes[code]}`;
      const post = postOf(lines) + (behind[code] ?? '');
      const results = resultsOf(code, post);
      const found = results.flatMap((result) => result.notes);
      expect(found.map((each) => each.code)).toContain(code);
    });
  }
});
