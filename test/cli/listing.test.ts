// Which posts a folder has: git is asked what it would keep, and the server must agree.
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IgnoredFiles } from '../../src/core/blog/ignoredFiles.js';
import { listFolder } from '../../src/core/blog/listFolder.js';
import { folderReader } from '../../src/cli/folderReader.js';
import { LanguageClient } from '../support/languageClient.js';
import { makeFolder, runCli, type Files } from '../support/cli.js';
import { eventually } from '../support/waiting.js';

function git(folder: string, ...words: readonly string[]): string {
  return execFileSync('git', words, { cwd: folder, encoding: 'utf8' });
}

async function posts(folder: string): Promise<readonly string[]> {
  return [...(await listFolder(folderReader(folder))).posts].sort();
}

/** Untracked files as git keeps them, and as the server's index has them. */
async function checkListing(files: Files, folder = '.'): Promise<readonly string[]> {
  const top = await makeFolder(files);
  git(top, '-c', 'init.defaultBranch=main', 'init');
  const listed = await posts(path.join(top, folder));
  const kept = git(path.join(top, folder), 'ls-files', '--others', '--exclude-standard', '-z');
  expect(listed).toEqual(
    kept
      .split('\0')
      .filter((name) => name.endsWith('.md'))
      .sort(),
  );
  return listed;
}

const post = 'Text.\n';

it('has what git keeps: nested files, negated patterns, folders', async () => {
  const listed = await checkListing({
    '.gitignore':
      '# comment\n*.draft.md\n!keep.draft.md\n/out/\nbuild/**\n!build/a.md\ndocs/*/gen\n\\#odd.md\n',
    'a.md': post,
    'b.draft.md': post,
    'keep.draft.md': post,
    'out/a.md': post,
    'sub/out/a.md': post,
    'build/a.md': post,
    'build/b.md': post,
    'docs/x/gen/a.md': post,
    'docs/gen/a.md': post,
    '#odd.md': post,
    'sub/.gitignore': '!b.draft.md\nprivate.md\n/only/here.md\n',
    'sub/b.draft.md': post,
    'sub/private.md': post,
    'sub/only/here.md': post,
    'sub/more/only/here.md': post,
    'private.md': post,
    'OUT/a.md': post,
  });
  expect(listed).toHaveLength(9);
});

it('follows the rules of folders above, up to the top of the repository', async () => {
  const files = {
    '.gitignore': '*.tmp.md\n/posts/secret.md\n/posts/old/\n',
    'posts/a.md': post,
    'posts/a.tmp.md': post,
    'posts/secret.md': post,
    'posts/old/a.md': post,
    'posts/new/secret.md': post,
  };
  expect(await checkListing(files, 'posts')).toEqual(['a.md', 'new/secret.md']);
  expect(await posts(path.join(await makeFolder(files), 'posts'))).toHaveLength(5);
});

it('reads what is named, though git does not keep it', async () => {
  const folder = await makeFolder({
    '.gitignore': '/drafts/\nsecret.md\n',
    'drafts/a.md': post,
    'secret.md': post,
  });
  git(folder, '-c', 'init.defaultBranch=main', 'init');
  const count = async (name: string): Promise<number> => {
    const { output } = await runCli(folder, ['check', '--format', 'json', name]);
    return (JSON.parse(output) as { posts: number }).posts;
  };
  expect([await count('.'), await count('drafts'), await count('secret.md')]).toEqual([0, 1, 1]);
});

it('agrees with git on patterns of all kinds', async () => {
  // Beyond ASCII, git's `?` is one byte.
  const names = ['a', 'b', 'ab', 'a b'];
  const part = fc.constantFrom(...names, '*', '**', 'a*', '?', '[ab]', '[!a]', '\\a');
  const pattern = fc
    .tuple(
      fc.constantFrom('', '!', '/'),
      fc.array(part, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', '/', '.md', ' '),
    )
    .map(([before, parts, behind]) => `${before}${parts.join('/')}${behind}`);
  const files: Record<string, string> = {};
  for (const one of names) {
    files[`${one}.md`] = post;
    for (const two of names) files[`${one}/${two}.md`] = post;
  }
  await fc.assert(
    fc.asyncProperty(fc.array(pattern, { minLength: 1, maxLength: 4 }), async (patterns) => {
      await checkListing({ ...files, '.gitignore': `${patterns.join('\n')}\n` });
    }),
    { numRuns: 20 },
  );
});

it('bears any text for a file of patterns', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('[', ']', '\\', '!', '*', 'a', '/', '-', '(', '\n', '{') }),
      (text) => {
        const ignored = new IgnoredFiles();
        ignored.add('', text);
        expect(typeof ignored.ignores('a/b.md')).toBe('boolean');
      },
    ),
  );
});

it('is the same for the server, which hears of changes', async () => {
  const files = { '.gitignore': 'out/\n', 'a.md': post, 'out/a.md': post };
  const client = await LanguageClient.start({ files });
  try {
    await client.server.blogs.loaded();
    const paths = (): readonly string[] =>
      client.server.blogs.blogOf(client.uri('a.md')).index.paths();
    expect(paths()).toEqual(['a.md']);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('out/a.md'), type: 2 }],
    });
    await client.connection.sendRequest('postulate/checkAll', {});
    expect(paths()).toEqual(['a.md']);
    await writeFile(fileURLToPath(client.uri('.gitignore')), '');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('.gitignore'), type: 2 }],
    });
    await eventually(() => {
      expect(paths()).toEqual(['a.md', 'out/a.md']);
    });
  } finally {
    await client.stop();
  }
});
