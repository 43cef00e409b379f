// What the editor asks while one writes, in a large blog: completion, hover, definition, references, rename, symbols;
// and what is waited for once: the list of equations, the data of the graph.
import { performance } from 'node:perf_hooks';
import { equationRequests, type EquationsOf } from '../src/protocol/equations.js';
import { graphRequests } from '../src/protocol/graph.js';
import { BlogServer } from './blogServerProcess.js';
import { makeFolder, postCount } from './files.js';
import { limit, median, milliseconds, report, type Benchmark, type Measure } from './measure.js';
import { makePost } from './posts.js';

export const language: Benchmark = {
  name: 'language',
  title: `Questions of the editor in a blog of ${postCount.toLocaleString('en')} posts`,
  run: measureLanguage,
};

/** For an answer between two keys, and for one that opens a list or a panel. */
const atOnce = 20;
const opening = 100;
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

interface Question {
  readonly what: string;
  /** What is typed on the first line, and behind what of it is asked. */
  readonly line: string;
  readonly behind: string;
  /** Of the protocol, about a place; else what is asked of the server. */
  readonly method: string | ((server: BlogServer) => Promise<object | null>);
  readonly more?: object;
  readonly budget?: number;
}

const label = { line: 'By \\eqref{eq:9}.', behind: 'eq:' };
const title = { line: `见《${titleOf(5)}》。`, behind: '《' };
const macro = { line: '$\\newcommand{\\own}{x}\\own$', behind: '\\ow' };
const all = { context: { includeDeclaration: true } };

const questions: readonly Question[] = [
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
  { what: 'hover', ...label, method: 'hover' },
  { what: 'definition', ...label, method: 'definition' },
  {
    what: 'definition in another post',
    line: '[(1)](0/post-0.md#eq:3).',
    method: 'definition',
    behind: '#',
  },
  { what: 'references of a label', ...label, method: 'references', more: all },
  { what: 'references of a title', ...title, method: 'references', more: all },
  { what: 'references of a macro', ...macro, method: 'references', more: all },
  { what: 'rename of a label', ...label, method: 'rename', more: { newName: 'eq:new' } },
  { what: 'rename of a macro', ...macro, method: 'rename', more: { newName: 'new' } },
  { what: 'symbols of the blog, by label', ...label, method: symbols('eq:19') },
  { what: 'symbols of the blog, by title', ...label, method: symbols('扩散') },
  { what: 'symbols of the blog, nothing typed', ...label, method: symbols('') },
  {
    what: 'equations of the post to refer to',
    ...label,
    method: equations({ of: 'post' }),
    budget: opening,
  },
  {
    what: 'the first equations of other posts to refer to',
    ...label,
    method: equations({ of: 'others', after: 0 }),
    budget: opening,
  },
  {
    what: 'the graph of references',
    ...title,
    method: (server) =>
      server.request(graphRequests.graph, { uri: server.uri(name), expanded: [] }),
    budget: opening,
  },
];

function symbols(query: string): Question['method'] {
  return (server) => server.request('workspace/symbol', { query });
}

function equations(of: EquationsOf): Question['method'] {
  return (server) => server.request(equationRequests.list, { uri: server.uri(name), ...of });
}

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
async function measure(server: BlogServer, question: Question): Promise<readonly Measure[]> {
  const { what, line, behind, method, more, budget = atOnce } = question;
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const text = `${'x '.repeat(round % 2)}${line}`;
    await server.replaceLine(name, 0, text);
    const start = performance.now();
    const at = text.lastIndexOf(behind) + behind.length;
    const answer = await (typeof method === 'string'
      ? server.ask<object | null>(`textDocument/${method}`, name, 0, at, more)
      : method(server));
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
