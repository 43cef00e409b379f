// `postulate check --built`: posts against the pages that their site was built to.
import { execFileSync } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, runCli, type Files } from '../support/cli.js';

describe('--built', () => {
  it('reports what the pages show otherwise, and how many posts have one', async () => {
    const folder = await makeFolder({
      'posts/a.md': 'Let $a_1b$ and $c_2d$.\n',
      'posts/b.md': '$x$\n',
      'posts/c.md': '$y$\n',
      'public/posts/a/index.html': '<article><p>Let $a<em>1b$ and $c</em>2d$.</p></article>',
      'public/posts/b.html': '<article><p>$x$</p></article>',
    });
    const words = ['check', '--format', 'unix', '--built', 'public', 'posts'];
    const { code, output, errors } = await runCli(folder, words);
    expect(output).toMatch(/^posts\/a\.md:1:5: .*site\.differs/m);
    expect(output.match(/site\.differs/g)).toHaveLength(2);
    expect(errors).toBe('Compared with their built pages: 2 posts; without a page: 1.\n');
    expect(code).toBe(0);
  });

  it('finds the home page of a site whose posts lie in a folder', async () => {
    const check = async (files: Files, built: string): Promise<string> => {
      const folder = await makeFolder(files);
      const { output, errors } = await runCli(folder, [
        ...['check', '--format', 'unix', '--built', built, '.'],
      ]);
      return `${output.match(/^.*site\.differs/gm)?.join('\n') ?? ''}\n${errors}`;
    };
    const page = '<article>$y$</article>';
    for (const [config, post, built] of [
      ['mkdocs.yml', 'docs/index.md', 'site'],
      ['mkdocs.yml', 'docs/README.md', 'site'],
      ['hugo.toml', 'content/_index.md', 'public'],
    ] as const) {
      const files = { [config]: '', [post]: '$x$\n', [`${built}/index.html`]: page };
      expect(await check(files, built)).toMatch(
        new RegExp(`^${post}:1:1: .*\n.*: 1 posts; without a page: 0`),
      );
    }
    // Neither the posts below nor the page about a repository are the home page.
    const others = { 'mkdocs.yml': '', 'docs/a/index.md': '$x$\n', 'README.md': '$x$\n' };
    expect(await check({ ...others, 'site/index.html': page }, 'site')).toMatch(
      /^\n.*: 0 posts; without a page: 2/,
    );
  });

  it('reads no link and no pipe, and no page larger than pages are', async () => {
    const folder = await makeFolder({
      'posts/a.md': '$x$\n',
      'posts/large.md': '$x$\n',
      'posts/pipe.md': '$x$\n',
      'posts/folder.md': '$x$\n',
      'public/a.html': Uint8Array.from([...new TextEncoder().encode('<p>$x$ '), 0xff, 0xe4, 0xb8]),
      'public/large.html': `<p>$y$ ${'x'.repeat(20_000_001)}`,
      'public/folder.html/more.txt': '',
    });
    for (const name of ['one', 'two', 'three'])
      await symlink('..', path.join(folder, 'public', name));
    execFileSync('mkfifo', [path.join(folder, 'public/pipe.html')]);
    const { output, errors } = await runCli(folder, ['check', '--built', 'public', 'posts']);
    expect([output, errors]).toEqual([
      expect.not.stringContaining('site.differs'),
      'Compared with their built pages: 1 posts; without a page: 3.\n',
    ]);
  });

  it('says where there are no pages', async () => {
    const folder = await makeFolder({ 'a.md': '$x$\n', 'public/a.txt': '' });
    for (const name of ['public', 'none', 'a.md']) {
      const { code, errors } = await runCli(folder, ['check', '--built', name, 'a.md']);
      expect([code, errors]).toEqual([
        2,
        expect.stringMatching(/: no pages here\. Name the folder/),
      ]);
    }
  });
});

describe('with a real git', () => {
  const equations = (...labels: readonly string[]): string =>
    labels
      .map((label) => `\\begin{equation}${label}\\label{eq:${label}}\\end{equation}\n\n`)
      .join('');
  const text = 'See Eq. (2) above.\n';

  async function repository(): Promise<string> {
    const folder = await makeFolder({ 'post.md': `${equations('a', 'b')}${text}` });
    const git = (...words: readonly string[]): void => {
      const own = ['-c', 'user.name=x', '-c', 'user.email=x@x', '-c', 'commit.gpgsign=false'];
      execFileSync('git', [...own, ...words], { cwd: folder });
    };
    git('-c', 'init.defaultBranch=main', 'init', '-q');
    git('add', '.');
    git('commit', '-qm', 'one');
    return folder;
  }

  it('finds numbers written by hand that an equation before them made stale, on whatever line', async () => {
    const folder = await repository();
    const check = async (...words: readonly string[]): Promise<string> =>
      (await runCli(folder, ['check', '--format', 'unix', ...words, '.'])).output;
    expect(await check()).not.toContain('number.stale');
    await writeFile(path.join(folder, 'post.md'), `${equations('new', 'a', 'b')}${text}`);
    expect(await check()).toMatch(/^post\.md:7:.*number\.stale/m);
    expect(await check('--since', 'HEAD')).toMatch(/^post\.md:7:.*number\.stale/m);
  });
});
