// What the editor asks while one writes, in a large blog: completion, hover and definition.
import { performance } from 'node:perf_hooks';
import { BlogServer } from './blogServerProcess.js';
import { makeFolder, postCount } from './files.js';
import { limit, median, milliseconds, report, type Benchmark, type Measure } from './measure.js';
import { makePost } from './posts.js';

export const language: Benchmark = {
  name: 'language',
  title: `Questions of the editor in a blog of ${postCount.toLocaleString('en')} posts`,
  run: measureLanguage,
};

const budget = 20;
const rounds = 30;
/** Of the post that is written. */
const formulas = 500;
const name = 'written.md';

const stems = [
  '生成扩散模型漫谈',
  '重参数化与变分下界',
  '低秩近似之路',
  '从熵到互信息',
  '位置编码',
];

/** No two posts have one title. */
function titleOf(post: number): string {
  return `${stems[post % stems.length] ?? ''}（${Math.floor(post / stems.length) + 1}）：第${post}篇`;
}

/** What is typed on the first lines, and what is then asked where. */
const questions = [
  { what: 'completion of labels', line: 'By \\eqref{eq:9', method: 'completion', behind: '9' },
  { what: 'completion of titles, nothing typed', line: '见《', method: 'completion', behind: '《' },
  {
    what: 'completion of titles by initials',
    line: '见《ccshy',
    method: 'completion',
    behind: 'y',
  },
  { what: 'completion of titles by one letter', line: '见《d', method: 'completion', behind: 'd' },
  { what: 'completion of commands', line: 'a $x + \\', method: 'completion', behind: '\\' },
  { what: 'hover', line: 'By \\eqref{eq:9}.', method: 'hover', behind: 'eq:' },
  { what: 'definition', line: 'By \\eqref{eq:9}.', method: 'definition', behind: 'eq:' },
  {
    what: 'definition in another post',
    line: '[(1)](0/post-0.md#eq:3).',
    method: 'definition',
    behind: '#',
  },
] as const;

async function measureLanguage(): Promise<readonly Measure[]> {
  const folder = await makeFolder(postCount, titleOf);
  try {
    const server = await BlogServer.start(folder);
    try {
      await server.open(name, `\n\n${makePost(formulas).replace(/^---\n[^]*?\n---\n/, '')}`);
      const measures: Measure[] = [];
      for (const question of questions) measures.push(...(await measure(server, question)));
      return measures;
    } finally {
      server.end();
    }
  } finally {
    await folder.remove();
  }
}

/** Each time another line was typed before, so that nothing that was asked is kept. */
async function measure(
  server: BlogServer,
  { what, line, method, behind }: (typeof questions)[number],
): Promise<readonly Measure[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const text = `${'x '.repeat(round % 2)}${line}`;
    await server.replaceLine(name, 0, text);
    const start = performance.now();
    const at = text.lastIndexOf(behind) + behind.length;
    const answer = await server.ask<object | null>(`textDocument/${method}`, name, 0, at);
    times.push(performance.now() - start);
    if (isEmpty(answer)) throw new Error(`${what} has no answer.`);
  }
  return [
    limit(`${what}, median`, median(times), budget, 'ms'),
    report(`${what}, first`, milliseconds(times[0] ?? NaN)),
  ];
}

function isEmpty(answer: object | null): boolean {
  const items = answer !== null && 'items' in answer ? answer.items : answer;
  return items === null || (Array.isArray(items) && items.length === 0);
}
