// `postulate eval`: the JSON that other programs read, the text for people, and the exit codes.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, runCli, type CliRun } from '../support/cli.js';

const raw = String.raw;

const post = `# Sparsity

${raw`\begin{equation}S(x)=\frac{\|x\|_1}{\sqrt n\|x\|_2}\label{eq:s}\end{equation}`}

\`\`\`eval
${raw`x \in \mathbb{R}^n`}
x = [3, 4]
${raw`\eqref{eq:s}`}
S(x)
S(x) = 0.98995
${raw`\log 0`}
S(u)
\`\`\`

The value $S(x)$<!--= 0.99 -->, and $2^{10}=1000$.
`;

async function runOn(text: string, ...words: readonly string[]): Promise<CliRun> {
  return runCli(await makeFolder({ 'a.md': text }), ['eval', ...words, 'a.md']);
}

describe('JSON', () => {
  it('has one result for each query, claim, mark and problem', async () => {
    const { code, output } = await runOn(post, '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      version: 1,
      posts: [
        {
          file: 'a.md',
          results: [
            { line: 9, column: 1, kind: 'value', source: 'S(x)', expected: null, verdict: null },
            {
              line: 10,
              column: 1,
              kind: 'claim',
              expected: 0.98995,
              verdict: 'holds',
              message: null,
            },
            { line: 11, column: 1, kind: 'value', value: '-Infinity', message: 'log = ln' },
            {
              line: 12,
              value: null,
              problems: [{ line: 12, column: 3, endColumn: 4, message: /^u is not bound/ }],
            },
            {
              line: 15,
              column: 11,
              kind: 'value',
              source: 'S(x)',
              expected: 0.99,
              verdict: 'holds',
            },
            {
              line: 15,
              kind: 'claim',
              source: '2^{10}=1000',
              value: 1024,
              expected: 1000,
              verdict: 'fails',
            },
          ].map((result) => expect.objectContaining(withoutProblems(result)) as unknown),
        },
      ],
    });
  });

  it('has all keys of the design, counterexample included', async () => {
    const { output } = await runOn('```eval\n1/0\n```\n', '--format', 'json');
    const { posts } = JSON.parse(output) as { posts: { results: Record<string, unknown>[] }[] };
    const [result] = posts[0]?.results ?? [];
    expect(Object.keys(result ?? {})).toEqual([
      'file',
      'line',
      'column',
      'kind',
      'source',
      'value',
      'expected',
      'verdict',
      'message',
      'counterexample',
      'problems',
    ]);
    expect(result?.['problems']).toEqual([
      {
        message: 'This divides by zero; exclude that case',
        file: 'a.md',
        line: 2,
        column: 1,
        endColumn: 4,
      },
    ]);
  });

  it('holds vectors and matrices as arrays', async () => {
    const { output } = await runOn(
      '```eval\nx = [1,2]\nx\n' + raw`x x^\top` + '\n```\n',
      '--format',
      'json',
    );
    const { posts } = JSON.parse(output) as { posts: { results: { value: unknown }[] }[] };
    expect(posts[0]?.results.map(({ value }) => value)).toEqual([
      [1, 2],
      [
        [1, 2],
        [2, 4],
      ],
    ]);
  });
});

/** Problems are matched by pattern elsewhere. */
function withoutProblems(result: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(result).filter(([key]) => key !== 'problems'));
}

it('has the rows of tables as JSON', async () => {
  const text =
    raw`table st, s, t \in \{1,2\}, s \in \{3,4\}` + '\n' + raw`table 1/t, t \in \{1,0\}`;
  const { code, output } = await runOn(`\`\`\`eval\n${text}\n\`\`\`\n`, '--format', 'json');
  expect(code).toBe(0);
  const [post] = (JSON.parse(output) as { posts: { results: unknown }[] }).posts;
  expect(post?.results).toMatchObject([
    {
      kind: 'table',
      value: [
        [3, 4, 3, 4],
        [6, 8, 3, 4],
      ],
      expected: null,
      verdict: null,
      problems: [],
    },
    { kind: 'table', value: null, verdict: null, problems: [{ line: 3, column: 7 }] },
  ]);
});

it('has the points of plots as JSON, curve by curve', async () => {
  const text = raw`plot t, 2t, t \in \{1,2\}` + '\n' + raw`plot t, t \in [1,0]`;
  const { code, output } = await runOn(`\`\`\`eval\n${text}\n\`\`\`\n`, '--format', 'json');
  expect(code).toBe(0);
  const [post] = (JSON.parse(output) as { posts: { results: unknown }[] }).posts;
  const curves = [1, 2].map((slope) => [1, 2].map((t) => [t, slope * t]));
  expect(post?.results).toMatchObject([
    { kind: 'plot', value: curves, expected: null, verdict: null, problems: [] },
    { kind: 'plot', value: null, verdict: null, problems: [{ line: 3, column: 15 }] },
  ]);
});

describe('text', () => {
  it('shows values with six digits, and claims with both sides', async () => {
    const { output } = await runOn(post);
    expect(output).toBe(
      [
        'a.md:9:1  S(x) = 0.989949',
        'a.md:10:1  ✓ S(x) = 0.98995  0.989949, 0.98995',
        raw`a.md:11:1  \log 0 = -∞  (log = ln)`,
        'a.md:12:3  S(u)  ! u is not bound; define it in a worksheet (u = …)',
        'a.md:15:11  ✓ S(x) = 0.989949  0.99',
        'a.md:15:37  ✗ 2^{10}=1000  1024, 1000',
        '',
      ].join('\n'),
    );
  });

  it('shows as many digits as the post wants, and cuts long vectors', async () => {
    const { output } = await runOn('```eval\nset digits 3\n1/3\n' + raw`\mathbf 1_{9}` + '\n```\n');
    expect(output).toBe(
      `a.md:3:1  1/3 = 0.333\na.md:4:1  ${raw`\mathbf 1_{9}`} = [1, 1, 1, 1, 1, 1, 1, 1, …] (9)\n`,
    );
  });

  it('aligns tables, as wide as they are seen', async () => {
    const table = raw`table t_{\text{数值}}, t_{\text{数值}}^2, t_{\text{数值}} \in \{1.5, 20\}`;
    const { output } = await runOn(`\`\`\`eval\n${table}\ntable 1/t, t \\in \\{1,0\\}\n\`\`\`\n`);
    expect(output).toBe(
      [
        `a.md:2:1  ${table}`,
        raw`  t_{\text{数值}}  t_{\text{数值}}  t_{\text{数值}}^2`,
        `  1.5${' '.repeat(26)}1.5${' '.repeat(15)}2.25`,
        `  20${' '.repeat(28)}20${' '.repeat(16)}400`,
        raw`a.md:3:7  table 1/t, t \in \{1,0\}  ! This divides by zero; exclude that case (at t = 0)`,
        '',
      ].join('\n'),
    );
  });

  it('says how large plots are', async () => {
    const text = raw`plot t^2, \sin t, t \in [0,1]` + '\n' + 'histogram [3,1,4,1,5,9,2,6]';
    const { output } = await runOn(`\`\`\`eval\n${text}\n\`\`\`\n`);
    expect(output).toBe(
      raw`a.md:2:1  plot t^2, \sin t, t \in [0,1]  plot: 2 curves, 201 points` +
        '\na.md:3:1  histogram [3,1,4,1,5,9,2,6]  histogram: 4 bars, 8 numbers\n',
    );
  });

  it('speaks Chinese', async () => {
    const folder = await makeFolder({ 'a.md': '```eval\nu\n```\n' });
    const { output } = await runCli(folder, ['eval', 'a.md'], { language: 'zh-cn' });
    expect(output).toMatch(/^a\.md:2:1 {2}u {2}! u .*[一-鿿]/);
    const json = await runCli(folder, ['eval', '--format', 'json', 'a.md'], { language: 'zh-cn' });
    expect(json.output).toContain('u is not bound');
  });
});

describe('exit codes', () => {
  it('are 1 where a claim or a stated value fails', async () => {
    expect((await runOn('```eval\n1 = 2\n```\n')).code).toBe(1);
    expect((await runOn('$2$<!--= 3 -->\n')).code).toBe(1);
    expect((await runOn('```eval\n1 = 1\n```\n')).code).toBe(0);
  });

  it('are 0 where a failure is information, or nothing could be computed', async () => {
    expect((await runOn('$1 = 2$\n')).code).toBe(0);
    expect((await runOn('```eval\nu\n```\n')).code).toBe(0);
    expect((await runOn('')).code).toBe(0);
  });

  it('are 2 where the words are wrong', async () => {
    const folder = await makeFolder({});
    expect((await runCli(folder, ['eval', 'nowhere.md'])).code).toBe(2);
    expect((await runCli(folder, ['eval'])).code).toBe(2);
  });

  it('are 2 where no post that is named can be read', async () => {
    const folder = await makeFolder({
      'bytes.md': new Uint8Array([0xb1, 0xea, 0xcc]),
      'good.md': '```eval\n1+1\n```\n',
      'large.md': 'x'.repeat(2_000),
    });
    const evaluate = (...words: string[]): ReturnType<typeof runCli> =>
      runCli(folder, ['eval', '--max-size', '0.001', ...words]);
    for (const name of ['bytes.md', 'large.md']) {
      const { code, output, errors } = await evaluate(name);
      expect({ code, output }).toEqual({ code: 2, output: '' });
      expect(errors).toContain(name);
    }
    const { code, output } = await evaluate('bytes.md', 'good.md');
    expect({ code, output }).toEqual({ code: 0, output: 'good.md:2:1  1+1 = 2\n' });
  });
});

it('reads standard input', async () => {
  const { output } = await runCli(await makeFolder({}), ['eval', '-'], {
    input: '```eval\n1+1\n```',
  });
  expect(output).toBe('-:2:1  1+1 = 2\n');
});

describe('bad input', () => {
  it('is answered', async () => {
    const posts = [
      '\uFEFF```eval\r\nx = [1,2]\r\nx_2\r\n```\r\n',
      `\`\`\`eval\n${'{'.repeat(20_000)}\n\`\`\`\n`,
      `\`\`\`eval\n${'('.repeat(20_000)}1${')'.repeat(20_000)}\n\`\`\`\n`,
      `\`\`\`eval\nx = [${'1,'.repeat(100_000)}1]\n${raw`\sum_i x_i`}\n\`\`\`\n`,
      '```eval\n\0\n```\n',
      `$${'1+'.repeat(50_000)}1=2$\n`,
    ];
    for (const text of posts) expect((await runOn(text)).errors).toBe('');
    expect((await runOn(posts[0] ?? '')).output).toBe('a.md:3:1  x_2 = 2\n');
    expect((await runOn(posts[1] ?? '')).output).toContain('{ is not closed');
    expect((await runOn(posts[2] ?? '')).output).toContain('nests too deep');
    expect((await runOn(posts[3] ?? '')).output).toContain('longer than');
  });
});

describe('checks', () => {
  const post = `<!-- check: x \\in \\mathbb{R}^n -->
$$\\|x\\|_2 \\le \\|x\\|_1 \\le \\|x\\|_2$$

$$\\|x\\|_2 \\ge 0$$

\`\`\`eval
y \\in \\mathbb{R}^n
\`\`\`

$$\\|y\\|_1 \\le \\|y\\|_2 + c$$
$$\\|y\\|_1 \\ge \\|y\\|_2$$
`;

  it('give a verdict with a counterexample, and end with 1 where one fails', async () => {
    const { code, output } = await runOn(post, '--format', 'json');
    expect(code).toBe(1);
    const { posts } = JSON.parse(output) as { posts: { results: Record<string, unknown>[] }[] };
    const results = posts[0]?.results ?? [];
    expect(results.map(({ kind, verdict, line }) => [kind, verdict, line])).toEqual([
      ['check', 'holds', 2],
      ['check', 'fails', 2],
    ]);
    expect(results[1]).toMatchObject({
      source: String.raw`\|x\|_1 \le \|x\|_2`,
      value: 2,
      expected: Math.SQRT2,
      counterexample: { x: [1, 1] },
      message: 'fails at x = [1, 1]',
      problems: [],
    });
    expect(results[0]?.['message']).toMatch(/^no counterexample in \d+ samples: x \\in/);
  });

  it('read as sentences', async () => {
    const { output } = await runOn(post);
    expect(output).toContain(
      String.raw`a.md:2:23  ✗ \|x\|_1 \le \|x\|_2  2, 1.41421  (fails at x = [1, 1])`,
    );
    expect(output).toMatch(/a\.md:2:3 {2}✓ .* \(no counterexample in \d+ samples: /);
  });

  it('of all displays say nothing of those that cannot be checked', async () => {
    const { output } = await runOn(post, '--all');
    expect(output.trim().split('\n')).toHaveLength(3);
    expect(output).toContain(String.raw`✓ \|y\|_1 \ge \|y\|_2`);
    const { output: json } = await runOn(post, '--all', '--format', 'json');
    const { posts } = JSON.parse(json) as { posts: { results: Record<string, unknown>[] }[] };
    expect(posts[0]?.results.map(({ verdict }) => verdict)).toEqual([
      'holds',
      'fails',
      'unknown',
      'unknown',
      'holds',
    ]);
  });
});

describe('--update', () => {
  const stale = '$1/3$<!--= 0.34 --> and 0.6<!--= 2/3 -->, $1+1=3$<!--= 3 -->\n';
  const current = '$1/3$<!--= 0.33 --> and 0.7<!--= 2/3 -->, $1+1=3$<!--= 3 -->\n';

  it('writes the new values into stale marks, and reports what is left', async () => {
    const folder = await makeFolder({ 'a.md': stale, 'b.md': '$1/2$<!--= 0.5 -->\n' });
    const { code, output, errors } = await runCli(folder, ['eval', '--update', 'a.md', 'b.md']);
    expect(await readFile(path.join(folder, 'a.md'), 'utf8')).toBe(current);
    expect(errors).toBe('a.md: values updated: 2.\n');
    expect(output).toContain('a.md:1:1  ✓ 1/3 = 0.333333  0.33');
    expect(code).toBe(1);
  });

  it('prints standard input, with the results on the error stream', async () => {
    const folder = await makeFolder({});
    const run = await runCli(folder, ['eval', '--update', '-'], { input: '$1/3$<!--= 0.34 -->\n' });
    expect(run).toMatchObject({ code: 0, output: '$1/3$<!--= 0.33 -->\n' });
    expect(run.errors).toContain('✓ 1/3');
  });
});
