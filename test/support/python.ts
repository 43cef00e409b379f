// Formulas as programs for NumPy, as Copy as Python writes them. Needs no test runner: scripts ask it too.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';
import { USUAL_DATA_LIMIT, type DataFile } from '../../src/evaluate/data/dataFile.js';
import { DataReader } from '../../src/evaluate/data/dataReader.js';
import { DEFAULT_EVALUATION_LIMITS, evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { filesNamed } from '../../src/evaluate/postInput.js';
import { postForQuestion, resultsOfQuestion } from '../../src/evaluate/question.js';
import type { EvaluationResult } from '../../src/evaluate/result.js';
import { formulaInQuestion } from '../../src/language/formulaInQuestion.js';
import { nodeData } from '../../src/server/nodeData.js';

/** The result of the last of the lines, with its program where it has a value; their files lie in the folder. */
export function withPython(lines: string, folder: string): EvaluationResult | undefined {
  const text = `\`\`\`eval\n${lines}\n\`\`\`\n`;
  const snapshot = openSnapshot({ path: 'post.md', version: 0, text, site: assumedSite });
  const at = text.lastIndexOf('\n```') - 1;
  const formula = formulaInQuestion(snapshot, { start: at, end: at });
  if (formula === null) return undefined;
  const question = { about: 'python', formula, at, given: [] } as const;
  const data = new Map(
    [...filesNamed(snapshot, null)].map((name) => [
      name,
      fileAt(pathToFileURL(path.join(folder, name)).href),
    ]),
  );
  const post = postForQuestion(snapshot, question, { data });
  const results = evaluatePost(post, DEFAULT_EVALUATION_LIMITS, new DataReader(nodeData));
  return resultsOfQuestion(question, results).asked.find(({ kind }) => kind === 'value');
}

function fileAt(location: string): DataFile {
  return { kind: 'found', location, bytes: null, stamp: '', limit: USUAL_DATA_LIMIT };
}
