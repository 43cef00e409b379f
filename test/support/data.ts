// Evaluates worksheets with files of data beside them, which are in memory.
import { expect } from 'vitest';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';
import {
  USUAL_DATA_LIMIT,
  WINDOW,
  type DataArray,
  type DataFile,
  type DataHost,
} from '../../src/evaluate/data/dataFile.js';
import { DataReader } from '../../src/evaluate/data/dataReader.js';
import { DEFAULT_EVALUATION_LIMITS, evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { postForEvaluation, type PostForEvaluation } from '../../src/evaluate/postInput.js';
import type { EvaluationResult, Value } from '../../src/evaluate/result.js';
import { nodeData } from '../../src/server/nodeData.js';
import { expectClose, postOf } from './worksheets.js';

/** By their names; a code where there is none that can be read, `null` where it goes before it is read. */
export type TestFiles = Readonly<Record<string, Uint8Array | string | RefusedFile | null>>;

type RefusedFile = Extract<DataFile, { kind: 'refused' }>;

function isRefused(file: TestFiles[string] | undefined): file is RefusedFile {
  return typeof file === 'object' && file !== null && 'kind' in file;
}

export function refusedFile(code: RefusedFile['code']): RefusedFile {
  return { kind: 'refused', code };
}

/** Reads in windows, as from a disk; what is asked for beyond one fails the test. */
function hostOf(files: TestFiles): DataHost {
  return {
    ...nodeData,
    open: (location) => {
      const file = files[location];
      if (file === undefined || file === null || isRefused(file)) return null;
      const bytes = Buffer.from(file);
      return {
        size: bytes.length,
        read: (start, length) => {
          expect(length).toBeLessThanOrEqual(WINDOW);
          expect(start + length).toBeLessThanOrEqual(bytes.length);
          return bytes.subarray(start, start + length);
        },
        close: () => undefined,
      };
    },
  };
}

export function postWithFiles(
  text: string,
  files: TestFiles,
  limit = USUAL_DATA_LIMIT,
): PostForEvaluation {
  const snapshot = openSnapshot({ path: 'post.md', version: 0, text, site: assumedSite });
  const data = Object.entries(files).map(([name, file]): readonly [string, DataFile] => [
    name,
    isRefused(file) ? file : { kind: 'found', location: name, bytes: null, stamp: '', limit },
  ]);
  return postForEvaluation(snapshot, { data: new Map(data) });
}

export function evaluateWithFiles(
  text: string,
  files: TestFiles,
  limits = DEFAULT_EVALUATION_LIMITS,
  limit = USUAL_DATA_LIMIT,
): readonly EvaluationResult[] {
  return evaluatePost(postWithFiles(text, files, limit), limits, new DataReader(hostOf(files)));
}

export function readInMemory(name: string, bytes: Uint8Array): DataArray {
  const file = { kind: 'found', location: name, bytes: null, stamp: '' } as const;
  const reader = new DataReader(hostOf({ [name]: bytes }));
  const read = reader.read({ ...file, limit: USUAL_DATA_LIMIT }, { path: name, key: null }, 1);
  return read.ok ? read.value : expect.fail(read.refusal.code);
}

/** The value of the last line, which has to be a query. */
export function checkWithFiles(lines: string, files: TestFiles, expected: Value): void {
  for (const mode of ['compiled', 'interpreted'] as const) {
    const limits = { ...DEFAULT_EVALUATION_LIMITS, mode };
    const results = evaluateWithFiles(postOf(lines), files, limits);
    expect(results.flatMap(({ problems }) => problems)).toEqual([]);
    expectClose(results.at(-1)?.value ?? null, expected, 12);
  }
}

/** The first line is refused for this reason. */
export function checkFileRefused(
  lines: string,
  files: TestFiles,
  code: string,
  data: Readonly<Record<string, string>> = {},
  limit = USUAL_DATA_LIMIT,
): void {
  const results = evaluateWithFiles(postOf(lines), files, DEFAULT_EVALUATION_LIMITS, limit);
  const [problem] = results.flatMap(({ problems }) => problems);
  expect(problem).toMatchObject({ code, data });
}

/** `w = \operatorname{file}(…)` and its value. */
export function lineFor(inside: string): string {
  return String.raw`w = \operatorname{file}(${inside})` + '\nw';
}
