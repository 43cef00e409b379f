// However posts are examined, in this thread, in others or by what was kept, the report is the same.
import { rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Threads } from '../../src/cli/crew.js';
import type { BlogCache } from '../../src/server/host.js';
import { startNodeWorker } from '../../src/server/nodeWorkers.js';
import { makeFolder, runCli, type CliRun, type CliSurroundings } from '../support/cli.js';
import { generatedPost } from '../support/generatedPosts.js';
import { propertyRuns } from '../support/runs.js';

const bundle = path.resolve(import.meta.dirname, '../../dist/cli.js');

/** However little there is to read. */
const threads: Threads = {
  count: 3,
  worth: 1,
  start: () => startNodeWorker(bundle),
  patience: { post: 600_000, megabyte: 0 },
};

/** What is kept, and what was read and written. */
function memoryCache(): BlogCache & { readonly texts: Map<string, string>; writes: number } {
  const texts = new Map<string, string>();
  return {
    texts,
    writes: 0,
    read: (blog) => Promise.resolve(texts.get(blog) ?? null),
    write(blog, text) {
      this.writes++;
      texts.set(blog, [...text].join(''));
      return Promise.resolve();
    },
  };
}

const formats = ['pretty', 'json', 'sarif'] as const;

async function reports(folder: string, surroundings: CliSurroundings = {}): Promise<CliRun[]> {
  const runs: CliRun[] = [];
  for (const format of formats) {
    runs.push(await runCli(folder, ['check', '--format', format, '.'], surroundings));
  }
  return runs;
}

const raw = String.raw;

const config = JSON.stringify({
  macros: { R: '\\mathbb R' },
  overrides: [{ files: ['post1*.md'], site: { markdown: 'kramdown' } }],
  rules: { 'label.unused': 'warning' },
});

/** Long ago, so that what is found out about it may be kept. */
const past = new Date('2020-01-01');

async function writePost(folder: string, name: string, text: string | Uint8Array): Promise<void> {
  await writeFile(path.join(folder, name), text);
  await utimes(path.join(folder, name), past, past);
}

async function makeBlog(texts: readonly string[]): Promise<string> {
  const folder = await makeFolder({ 'postulate.json': config });
  const own = [
    raw`# One \begin{equation}x\label{eq:a}\end{equation} and $\frac{1$, $1+1=3$`,
    raw`See \eqref{eq:a}, \eqref{eq:b} and [(1)](post0.md#eq:a). $$\R\label{eq:b}$$`,
  ];
  const all = [...own, ...texts];
  for (const [at, text] of all.entries()) await writePost(folder, `post${at}.md`, text);
  await writePost(folder, 'latin.md', Uint8Array.of(0xff, 0xfe, 0x41));
  return folder;
}

it('says the same in threads, and by what was kept', { timeout: 600_000 }, async () => {
  const posts = fc.array(generatedPost, { minLength: 40, maxLength: 60 });
  const property = fc.asyncProperty(posts, async (texts) => {
    const folder = await makeBlog(texts);
    const plain = await reports(folder);
    expect(plain[1]?.errors).toContain('latin.md');
    expect(await reports(folder, { threads })).toEqual(plain);
    const kept = memoryCache();
    const cache = (): BlogCache => kept;
    expect(await reports(folder, { threads, cache })).toEqual(plain);
    expect(kept.writes).toBe(1);
    expect(await reports(folder, { cache })).toEqual(plain);
    expect(kept.writes).toBe(1);
  });
  await fc.assert(property, { numRuns: Math.ceil(propertyRuns / 50) });
});

it('examines anew what changed: a post, its configuration', async () => {
  const texts = Array.from({ length: 40 }, (_, at) => `$$x\\label{eq:${at}}$$ \\eqref{eq:${at}}\n`);
  const folder = await makeBlog(texts);
  const kept = memoryCache();
  const cache = (): BlogCache => kept;
  const steps: readonly (() => Promise<void>)[] = [
    () => Promise.resolve(),
    () => writePost(folder, 'post7.md', '\\eqref{eq:nowhere} $$x\\label{eq:5}$$\n'),
    () => writePost(folder, 'postulate.json', config.replace('warning', 'off')),
    () => writePost(folder, 'postulate.json', config.replace('kramdown', 'commonmark')),
    () => writePost(folder, 'postulate.json', config.replace('mathbb R', 'ref{x}')),
  ];
  for (const [step, change] of steps.entries()) {
    await change();
    expect(await reports(folder, { cache })).toEqual(await reports(folder));
    expect(kept.writes).toBe(step + 1);
  }
});

const taking = '```eval\n\\eqref{notes/b.md#eq:f}\nf(1) = 11\n```\n';

const hugo = raw`[markup.goldmark.extensions.passthrough]
enable = true
[markup.goldmark.extensions.passthrough.delimiters]
block = [['\[', '\]']]
`;

/** A post that takes a display of another, whose folder has a site and macros of its own. */
async function makeLinkedBlog(): Promise<string> {
  const config = (step: number): string => JSON.stringify({ macros: { step: String(step) } });
  const folder = await makeFolder({
    'postulate.json': config(1),
    'notes/postulate.json': config(10),
    'notes/hugo.toml': hugo,
    'notes/b.md': raw`\[ f(t) = t + \step \label{eq:f} \]`,
  });
  await writePost(folder, 'a.md', taking);
  for (let at = 0; at < 40; at++) await writePost(folder, `post${at}.md`, `Post ${at}\n`);
  return folder;
}

it(
  'reads a post that another takes from as its own folder says',
  { timeout: 600_000 },
  async () => {
    const folder = await makeLinkedBlog();
    const { output } = await runCli(folder, ['eval', 'a.md']);
    expect(output).toBe('a.md:3:1  ✓ f(1) = 11  11, 11\n');
    const kept = memoryCache();
    const cache = (): BlogCache => kept;
    for (const step of [10, 20]) {
      const macros = { step: String(step) };
      await writePost(folder, 'notes/postulate.json', JSON.stringify({ macros }));
      const plain = await runCli(folder, ['check', '.']);
      expect(plain.output.includes('f(1)')).toBe(step === 20);
      for (const surroundings of [{ threads }, { cache }, { threads, cache }])
        expect(await runCli(folder, ['check', '.'], surroundings)).toEqual(plain);
    }
  },
);

/** What was found out about a post, with one part of it in place of another. */
function forged(line: string, forge: (found: Found) => unknown): string {
  const head = line.lastIndexOf('\t') + 1;
  const found = JSON.parse(line.slice(head)) as Found;
  return line.slice(0, head) + JSON.stringify(forge(found));
}

interface Found {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly findings: readonly Readonly<Record<string, unknown>>[];
}

it('finds out anew what was kept in no shape of ours', { timeout: 600_000 }, async () => {
  const texts = Array.from({ length: 40 }, (_, at) => `$$x\\label{eq:${at}}$$ \\eqref{eq:no}\n`);
  const folder = await makeBlog(texts);
  const plain = await reports(folder);
  const kept = memoryCache();
  const cache = (): BlogCache => kept;
  await reports(folder, { cache });
  const [[blog, text] = ['', '']] = kept.texts;
  const message = { code: 'no.such', data: {} };
  const forgeries: readonly ((found: Found) => unknown)[] = [
    () => null,
    ({ findings }) => ({ facts: {}, findings }),
    ({ facts }) => ({ facts, findings: [{ message }] }),
    ({ facts, findings }) => ({ facts, findings: findings.map((one) => ({ ...one, message })) }),
    ({ facts, findings }) => ({
      facts,
      findings: findings.map((one) => ({ ...one, severity: 1 })),
    }),
    ...['displays', 'labels', 'references', 'links', 'numbers', 'ignores'].map(
      (name) =>
        ({ facts, findings }: Found) => ({ facts: { ...facts, [name]: [null] }, findings }),
    ),
  ];
  for (const forge of forgeries) {
    const lines = text.trimEnd().split('\n');
    kept.texts.set(blog, lines.map((line) => `${forged(line, forge)}\n`).join(''));
    expect(await reports(folder, { cache })).toEqual(plain);
  }
});

it('keeps nothing where it is told so, or the post has only just been written', async () => {
  const texts = Array.from({ length: 40 }, (_, at) => `Post ${at}\n`);
  const folder = await makeBlog(texts);
  const kept = memoryCache();
  const surroundings: CliSurroundings = { cache: () => kept };
  await runCli(folder, ['check', '--no-cache', '.'], surroundings);
  expect(kept.writes).toBe(0);
  await writeFile(path.join(folder, 'post3.md'), 'New\n');
  await runCli(folder, ['check', '.'], surroundings);
  const [text = ''] = kept.texts.values();
  expect(text).toContain('"post4.md"');
  expect(text).not.toContain('"post3.md"');
});

it('forgets posts that are gone when it has seen the whole blog', async () => {
  const texts = Array.from({ length: 40 }, (_, at) => `Post ${at}\n`);
  const folder = await makeBlog(texts);
  const kept = memoryCache();
  const surroundings: CliSurroundings = { cache: () => kept };
  const check = (...paths: readonly string[]): Promise<CliRun> =>
    runCli(folder, ['check', ...paths], surroundings);
  await check('.');
  const some = texts.map((_, at) => `post${at}.md`);
  await writePost(folder, 'post3.md', 'Another\n');
  await check(...some);
  expect([...kept.texts.values()].join()).toContain('"post41.md"');
  await check('.');
  expect([...kept.texts.values()].join()).toContain('"post41.md"');
  await rm(path.join(folder, 'post41.md'));
  await check('.');
  expect([...kept.texts.values()].join()).not.toContain('"post41.md"');
});
