// l1/l2 of each row of a 4096 × 4096 matrix in single precision, from a file beside the post: evaluated, against NumPy.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { openSnapshot } from '../src/core/post/snapshot.js';
import { assumedSite } from '../src/core/site/site.js';
import { USUAL_DATA_LIMIT } from '../src/evaluate/data/dataFile.js';
import { DataReader } from '../src/evaluate/data/dataReader.js';
import { DEFAULT_EVALUATION_LIMITS, evaluatePost } from '../src/evaluate/evaluatePost.js';
import { postForEvaluation, type PostForEvaluation } from '../src/evaluate/postInput.js';
import { nodeData } from '../src/server/nodeData.js';
import { compare, inTurn, report, type Benchmark, type Measure } from './measure.js';

export const rowwise: Benchmark = {
  name: 'rowwise',
  title: 'A measure of each row of a matrix',
  run: measureRows,
};

const budget = 1;
const size = 4096;
const worksheet = String.raw`A = \operatorname{file}(a.npy)
S(x) = \frac{\|x\|_1}{\|x\|_2}
s_i = S(A_i)
\max_i s_i`;

/** Makes the matrix, then measures once for each line that it is given: `rows` or `load`. */
const script = `
import sys, time
import numpy as np
np.save(sys.argv[1], np.random.default_rng(1).standard_normal((${size}, ${size})).astype("f4"))
A = np.load(sys.argv[1])
print("ready", flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    if line.strip() == "load": np.load(sys.argv[1]); value = 0
    else: value = (abs(A).sum(1) / np.sqrt((A * A).sum(1))).max()
    print(1000 * (time.perf_counter() - start), value, flush=True)
`;

async function measureRows(): Promise<readonly Measure[]> {
  const python = ['/usr/bin/python3', 'python3'].find(
    (command) => spawnSync(command, ['-c', 'import numpy']).status === 0,
  );
  if (python === undefined) return [report('not measured', 'no python3 with NumPy is here')];
  const folder = await mkdtemp(path.join(tmpdir(), 'postulate-rows-'));
  const file = path.join(folder, 'a.npy');
  const process = spawn(python, ['-c', script, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: process.stdout })[Symbol.asyncIterator]();
  const ask = async (what: string): Promise<readonly [time: number, value: number]> => {
    process.stdin.write(`${what}\n`);
    const { value } = (await lines.next()) as { readonly value: unknown };
    const [time = NaN, found = NaN] = String(value).split(' ').map(Number);
    return [time, found];
  };
  try {
    await lines.next();
    const [, expected] = await ask('rows');
    const post = postOn(file);
    const reader = new DataReader(nodeData);
    const rows = await inTurn(
      21,
      () => timeOf(() => evaluateOn(post, reader, expected)),
      async () => (await ask('rows'))[0],
    );
    const read = await inTurn(
      5,
      () => timeOf(() => readAnew(post)),
      async () => (await ask('load'))[0],
    );
    return [compare('s_i = S(A_i)', rows, budget), compare('reading the file', read, null)];
  } finally {
    process.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

function postOn(file: string): PostForEvaluation {
  const text = `\`\`\`eval\n${worksheet}\n\`\`\`\n`;
  const snapshot = openSnapshot({ path: 'post.md', version: 0, text, site: assumedSite });
  const location = pathToFileURL(file).href;
  const found = {
    kind: 'found',
    location,
    bytes: null,
    stamp: '',
    limit: USUAL_DATA_LIMIT,
  } as const;
  return postForEvaluation(snapshot, { data: new Map([['a.npy', found]]) });
}

/** NumPy adds in single precision. */
function evaluateOn(post: PostForEvaluation, reader: DataReader, expected: number): void {
  const [result] = evaluatePost(post, DEFAULT_EVALUATION_LIMITS, reader);
  const value = Number(result?.value ?? NaN);
  if (!(Math.abs(value - expected) <= 1e-5 * expected))
    throw new Error(`The measure came to ${value}, by NumPy it is ${expected}.`);
}

function readAnew({ data }: PostForEvaluation): void {
  const file = data.get('a.npy');
  if (file?.kind !== 'found') throw new Error('There is no file.');
  const read = new DataReader(nodeData).read(file, { path: 'a.npy', key: null }, 1);
  if (!read.ok) throw new Error(read.refusal.code);
}

function timeOf(act: () => void): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}
