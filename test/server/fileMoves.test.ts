// Files that move in a running server: which edits the editor is given, and when none.
import { afterEach, expect, it } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { LanguageClient, type ClientChoices } from '../support/languageClient.js';
import { editsIn } from '../support/workspaceEdits.js';

let client: LanguageClient | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const files = {
  'postulate.json': '{}',
  'a.md': '[b](b.md#eq:x) ![p](img/p.png)\n',
  'b.md': '[a](a.md) ![q](img/q.png)\n',
  'c.md': 'nothing\n',
  'img/p.png': '',
};

/** The texts that posts are given, as `line:column-column text`, by their paths. */
async function editsOf(
  moves: readonly (readonly [string, string])[],
  choices: ClientChoices = {},
): Promise<Readonly<Record<string, readonly string[]>>> {
  client ??= await LanguageClient.start({ files, ...choices });
  const { uri } = { uri: (name: string) => client?.uri(name) ?? '' };
  const edit = await client.connection.sendRequest<WorkspaceEdit | null>(
    'workspace/willRenameFiles',
    { files: moves.map(([from, to]) => ({ oldUri: uri(from), newUri: uri(to) })) },
  );
  const changes = editsIn(edit).map(([at, edits]) => [
    decodeURIComponent(at.slice(uri('').length)).replace(/^\//, ''),
    edits.map(
      ({ range: { start, end }, newText }) =>
        `${start.line}:${start.character}-${end.character} ${newText}`,
    ),
  ]);
  return Object.fromEntries(changes) as Record<string, string[]>;
}

it('edits the posts that link to a post, and its own links', async () => {
  await expect(editsOf([['b.md', 'old/b.md']])).resolves.toEqual({
    'a.md': ['0:4-13 old/b.md#eq:x'],
    'b.md': ['0:4-8 ../a.md'],
  });
});

it('knows pictures and folders', async () => {
  await expect(editsOf([['img/p.png', 'p.png']])).resolves.toEqual({ 'a.md': ['0:20-29 p.png'] });
  await expect(editsOf([['img', 'pictures']])).resolves.toEqual({
    'a.md': ['0:20-29 pictures/p.png'],
  });
  await expect(editsOf([['c.md', 'd.md']])).resolves.toEqual({});
});

it('edits what an open post says now', async () => {
  await editsOf([]);
  await client?.open(client.uri('c.md'), '\n[b](b.md)\n');
  await expect(editsOf([['b.md', 'd.md']])).resolves.toEqual({
    'a.md': ['0:4-13 d.md#eq:x'],
    'c.md': ['1:4-8 d.md'],
  });
});

it('passes over posts that are gone, and files that leave the blog', async () => {
  await editsOf([]);
  await expect(editsOf([['gone.md', 'd.md']])).resolves.toEqual({});
  await expect(editsOf([['b.md', '../b.md']])).resolves.toEqual({});
});

it('does nothing where it is not wanted', async () => {
  const settings = { links: { updateOnFileMove: false } };
  await expect(editsOf([['b.md', 'd.md']], { settings })).resolves.toEqual({});
});

it('does nothing in a folder that is no blog', async () => {
  const { 'a.md': a, 'b.md': b } = files;
  await expect(editsOf([['b.md', 'd.md']], { files: { 'a.md': a, 'b.md': b } })).resolves.toEqual(
    {},
  );
});

const own = { include: ['**/*.md', '**/*.png'], enableForDirectories: true };

it('leaves to VS Code what that does itself', async () => {
  const tagged = { ...files, 'a.md': '[b](b.md) {{< ref "b.md" >}}\n' };
  const sections = { 'markdown.updateLinksOnFileMove': { ...own, enabled: 'prompt' } };
  await expect(editsOf([['b.md', 'd.md']], { files: tagged, sections })).resolves.toEqual({
    'a.md': ['0:19-23 d.md'],
  });
  await expect(editsOf([['img', 'pictures']])).resolves.toEqual({});
});

it('does what VS Code leaves out', async () => {
  const some = { include: ['**/*.png'], enableForDirectories: false, enabled: 'always' };
  const sections = { 'markdown.updateLinksOnFileMove': some };
  await expect(editsOf([['b.md', 'd.md']], { sections })).resolves.toEqual({
    'a.md': ['0:4-13 d.md#eq:x'],
  });
  await expect(editsOf([['img', 'pictures']])).resolves.toEqual({
    'a.md': ['0:20-29 pictures/p.png'],
  });
});
