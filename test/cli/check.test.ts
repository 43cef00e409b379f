// `postulate check`: findings, formats, exit codes, and what it must bear.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, runCli, type CliRun, type Files } from '../support/cli.js';

const raw = String.raw;

const bad = raw`# Losses

By \eqref{eq:lost}.

\begin{equation}a\label{eq:a}\end{equation}

\begin{equation}b\label{eq:a}\end{equation}
`;

const good = raw`# Good

$$x \tag{1}\label{eq:x}$$

By \eqref{eq:x}.
`;

interface Report {
  readonly version: number;
  readonly site: unknown;
  readonly posts: number;
  readonly findings: readonly Readonly<Record<string, unknown>>[];
  readonly summary: Readonly<Record<string, number>>;
}

async function check(files: Files, ...words: readonly string[]): Promise<CliRun> {
  return runCli(await makeFolder(files), ['check', ...words]);
}

async function report(files: Files, ...words: readonly string[]): Promise<Report> {
  const { output } = await check(files, '--format', 'json', ...words);
  return JSON.parse(output) as Report;
}

describe('check', () => {
  it('reports findings with places, and ends with 1', async () => {
    const { findings, ...rest } = await report({ 'posts/one.md': bad }, 'posts');
    expect(rest).toEqual({
      version: 1,
      site: {
        markdown: 'raw',
        math: 'mathjax4',
        tags: 'ams',
        from: { markdown: null, math: null, tags: null },
      },
      posts: 1,
      summary: { error: 2, warning: 0, info: 0, hint: 1 },
    });
    expect(findings).toMatchObject([
      {
        file: 'posts/one.md',
        rule: 'label.undefined',
        severity: 'error',
        line: 3,
        column: 11,
        endLine: 3,
        endColumn: 18,
        related: [],
      },
      { rule: 'label.unused', severity: 'hint', line: 5 },
      {
        rule: 'label.duplicate',
        line: 7,
        related: [{ file: 'posts/one.md', line: 5, column: 25 }],
      },
    ]);
    expect((await check({ 'one.md': bad }, '.')).code).toBe(1);
    expect((await check({ 'one.md': good }, '.')).code).toBe(0);
  });

  it('says once of a site that numbers nothing that it does', async () => {
    const script =
      '<script src="https://cdn.jsdelivr.net/npm/mathjax@3/es5/tex-chtml.js"></script>';
    const post = '\\begin{equation}a\\label{eq:a}\\end{equation}\n\nBy \\eqref{eq:a}.\n';
    const { findings } = await report(
      {
        '_config.yml': 'markdown: kramdown\n',
        '_layouts/default.html': script,
        '_posts/2026-01-01-one.md': post,
        '_posts/2026-01-02-two.md': post,
      },
      '.',
    );
    expect(findings).toMatchObject([
      {
        rule: 'site.numbers-nothing',
        file: '_posts/2026-01-01-one.md',
        line: 3,
        severity: 'warning',
      },
    ]);
  });

  it('prints for people, in their language', async () => {
    const folder = await makeFolder({ 'one.md': bad });
    const english = await runCli(folder, ['check', 'one.md']);
    expect(english.output).toMatchInlineSnapshot(`
      "one.md
        3:11      error    No equation of this post has the label “eq:lost”: readers see (???). Add \\label{eq:lost} to the equation, or correct the name.  label.undefined
                  3 | By \\eqref{eq:lost}.
                    |           ^^^^^^^
        7:25      error    The label “eq:a” is already taken on this page: readers see an error in place of this equation. Rename one of the two.  label.duplicate
                  7 | \\begin{equation}b\\label{eq:a}\\end{equation}
                    |                         ^^^^
                  5:25 The label “eq:a” is first defined here.
                  5 | \\begin{equation}a\\label{eq:a}\\end{equation}
                    |                         ^^^^

      Posts: 1, errors: 2, warnings: 0, notes: 0, hints: 0
      "
    `);
    const chinese = await runCli(folder, ['check', 'one.md'], { language: 'zh-cn' });
    expect(chinese.output).toContain('本文没有公式使用标签“eq:lost”');
    expect(chinese.output).toContain('文章：1，错误：2');
  });

  it('reads the site, the rules and the macros of postulate.json', async () => {
    const config = JSON.stringify({
      site: { math: 'katex' },
      rules: { 'display.error': 'warning' },
    });
    const files = { 'postulate.json': config, 'one.md': '$$a\\label{x}$$\n' };
    const { site, findings } = await report(files, '.');
    expect(site).toMatchObject({ math: 'katex', from: { math: 'postulate.json:1' } });
    expect(findings).toMatchObject([{ rule: 'display.error', severity: 'warning' }]);
    expect((await check(files, '.')).code).toBe(0);
    expect((await check(files, '--max-warnings', '0', '.')).code).toBe(1);
    expect((await check(files, '--max-warnings', 'none', '.')).code).toBe(2);
  });

  it('knows the other posts of the folder', async () => {
    const { findings } = await report(
      { 'a.md': good, 'b.md': 'See \\eqref{eq:x} and [(1)](a.md#eq:x).\n' },
      '.',
    );
    expect(findings).toMatchObject([{ file: 'b.md', rule: 'label.undefined' }]);
    expect(String(findings[0]?.['message'])).toContain('《Good》 (a.md)');
  });

  it('calls nothing unused that another post may use', async () => {
    const files = { 'a.md': '$$x \\tag{1}\\label{eq:x}$$\n' };
    expect((await report(files, '.')).summary).toMatchObject({ hint: 1 });
    expect((await report(files, 'a.md')).summary).toMatchObject({ hint: 0 });
  });

  it('reads standard input', async () => {
    const folder = await makeFolder({});
    const { code, output } = await runCli(folder, ['check', '--format', 'json', '-'], {
      input: bad,
    });
    expect(code).toBe(1);
    expect((JSON.parse(output) as Report).findings[0]).toMatchObject({ file: '-' });
  });

  it('says what is wrong with its words, and ends with 2', async () => {
    expect(await check({}, 'nowhere.md')).toMatchObject({ code: 2, output: '' });
    expect(await check({ 'one.md': good }, '--format', 'html', '.')).toMatchObject({ code: 2 });
    expect(await check({ 'one.md': good }, '--config', 'no.json', '.')).toMatchObject({ code: 2 });
    expect(await check({ 'postulate.json': '{', 'one.md': good }, '.')).toMatchObject({ code: 2 });
  });

  it('bears whatever text there is', async () => {
    const files: Files = {
      'empty.md': '',
      'nul.md': 'a\0b $x\0$',
      'latin.md': Uint8Array.from([0x63, 0xe9]),
      'mark.md': `\uFEFF${good}`,
      'returns.md': good.replaceAll('\n', '\r\n'),
      'braces.md': `$$${'{'.repeat(20_000)}x${'}'.repeat(20_000)}$$`,
      'long.md': 'word $x$ '.repeat(111_112),
      'cyclic.md': raw`$\def\a{\b}\def\b{\a}$ $x$`,
    };
    const { code, errors, output } = await check(files, '--format', 'json', '.');
    expect(code).toBe(0);
    expect((JSON.parse(output) as Report).posts).toBe(7);
    expect(errors).toContain('latin.md');
    expect(await check({}, '.')).toMatchObject({ code: 0 });
  });
});

it('bears a folder that goes while it is read', async () => {
  const folder = await makeFolder({ 'posts/one.md': good });
  const run = runCli(folder, ['check', 'posts']);
  await rm(path.join(folder, 'posts'), { recursive: true });
  expect((await run).code).toBeLessThanOrEqual(2);
});

it('says where a configuration names a rule that does not exist', async () => {
  const folder = await makeFolder({
    'a.md': 'x\n',
    'postulate.json': '{\n  "rules": { "label.unusd": "off" }\n}\n',
  });
  const { code, errors } = await runCli(folder, ['check', 'a.md']);
  expect([code, errors]).toEqual([
    2,
    expect.stringContaining('postulate.json:2: rules.label.unusd'),
  ]);
});
