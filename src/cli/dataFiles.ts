// Evaluates posts with the data beside them, as the command line reads both.
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Snapshot } from '../core/post/facts.js';
import { bytesOf } from '../core/post/size.js';
import { USUAL_DATA_LIMIT, type DataFile, type DataFiles } from '../evaluate/data/dataFile.js';
import { DataReader } from '../evaluate/data/dataReader.js';
import { pathBeside } from '../evaluate/data/pathBeside.js';
import { DEFAULT_EVALUATION_LIMITS, evaluatePost } from '../evaluate/evaluatePost.js';
import { filesNamed, postForEvaluation, type EvaluationChoices } from '../evaluate/postInput.js';
import type { EvaluationResult } from '../evaluate/result.js';
import { nodeData } from '../server/nodeData.js';

const reader = new DataReader(nodeData);

export function evaluateWithData(
  post: Snapshot,
  choices: EvaluationChoices,
): readonly EvaluationResult[] {
  return evaluatePost(postForEvaluation(post, choices), DEFAULT_EVALUATION_LIMITS, reader);
}

/** The path of the post is that in its blog: nothing outside of that is read. `maxSize` is in megabytes. */
export function findData(
  post: Snapshot,
  worksheet: string | null,
  { absolute, maxSize }: { readonly absolute: string; readonly maxSize: number },
): DataFiles {
  const names = [...filesNamed(post, worksheet)];
  const here = path.posix.dirname(post.path);
  const blog = path.resolve(path.dirname(absolute), path.posix.relative(here, '.'));
  const limit = Math.max(USUAL_DATA_LIMIT, bytesOf(maxSize));
  return new Map(names.map((name) => [name, findFile(blog, pathBeside(post.path, name), limit)]));
}

function findFile(blog: string, file: string | null, limit: number): DataFile {
  if (file === null) return { kind: 'refused', code: 'data.outside' };
  try {
    const wanted = path.join(realpathSync(blog), file);
    const stat = statSync(wanted);
    // A link may lead anywhere, and a pipe has no end.
    if (realpathSync(wanted) !== wanted || !stat.isFile())
      return { kind: 'refused', code: 'data.no-file' };
    const stamp = `${stat.size} ${stat.mtimeMs}`;
    const location = pathToFileURL(wanted).href;
    return { kind: 'found', location, bytes: null, stamp, limit };
  } catch {
    return { kind: 'refused', code: 'data.missing' };
  }
}
