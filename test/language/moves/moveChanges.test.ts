// What posts say once files have moved: links, definitions, tags of generators, worksheets.
import { expect, it } from 'vitest';
import { layoutOf } from '../../../src/core/site/layout.js';
import { move, moveFiles, type BlogFiles } from '../../support/movedBlog.js';

/** `post` is where the text stands afterwards. */
function checkMove(
  files: BlogFiles,
  [from, to]: readonly [string, string],
  expected: BlogFiles,
  layout: Parameters<typeof layoutOf>[0] | null = null,
): void {
  const moved = moveFiles(files, [move(from, to)], layout && layoutOf(layout, ''));
  for (const [path, text] of Object.entries(expected)) expect(moved[path], path).toBe(text);
}

/** Of `a.md`, where `b.md` becomes `c.md` of the same folder. */
function checkRenamed(text: string, expected: string): void {
  checkMove({ 'a.md': text, 'b.md': '' }, ['b.md', 'c.md'], { 'a.md': expected });
}

it('follows a post that is renamed, however the link is written', () => {
  checkRenamed('[b](b.md)', '[b](c.md)');
  checkRenamed('[b](./b.md#eq:x "b.md")', '[b](./c.md#eq:x "b.md")');
  checkRenamed('[b](<b.md?x#y>)', '[b](<c.md?x#y>)');
  checkRenamed('[b](b)、[b](b.html#y)、[b](/b.md)', '[b](c)、[b](c.html#y)、[b](/c.md)');
  checkRenamed('> - [b](b.md)\r\n', '> - [b](c.md)\r\n');
  checkRenamed('[one][b] and [b]\n\n[b]: b.md#y "B"\n', '[one][b] and [b]\n\n[b]: c.md#y "B"\n');
  checkRenamed('[one][b]\n\n> [b]:\n> b.md#y\n', '[one][b]\n\n> [b]:\n> c.md#y\n');
  checkRenamed('[《B》](b.md)', '[《B》](c.md)');
});

it('leaves alone what does not lead there', () => {
  const text = [
    '[b](x/b.md) [b](https://x.org/b.md) [b](bb.md) [b](b.pdf) b.md `[b](b.md)`',
    '<https://x.org/b.md> [b](#b.md) [b]({{ b.md }}) \\[b](b.md) <!-- [b](b.md) --> $[b](b.md)$',
    '',
    '    [b](b.md)',
    '',
  ].join('\n');
  checkRenamed(text, text);
});

it('leaves alone an address that the post states itself', () => {
  const files = { 'a.md': '[b](/b)', 'b.md': '---\npermalink: /b/\n---\n' };
  checkMove(files, ['b.md', 'c.md'], { 'a.md': '[b](/b)' });
});

it('follows into other folders, from both ends', () => {
  const files = {
    'posts/a.md': '[b](b.md#x) ![p](img/p.png) [c](../c.md) [self](a.md#y) [here](#z)',
    'posts/b.md': '[a](a.md)',
    'posts/img/p.png': '',
    'c.md': '[a](posts/a.md), ![p](posts/img/p.png)',
  };
  checkMove(files, ['posts/a.md', 'old/2026/d.md'], {
    'old/2026/d.md':
      '[b](../../posts/b.md#x) ![p](../../posts/img/p.png) [c](../../c.md) [self](d.md#y) [here](#z)',
    'posts/b.md': '[a](../old/2026/d.md)',
    'c.md': '[a](old/2026/d.md), ![p](posts/img/p.png)',
  });
  checkMove(files, ['posts/img/p.png', 'q.png'], {
    'posts/a.md': '[b](b.md#x) ![p](../q.png) [c](../c.md) [self](a.md#y) [here](#z)',
    'c.md': '[a](posts/a.md), ![p](q.png)',
  });
});

it('follows a folder, and leaves alone what stays right in it', () => {
  const files = {
    'posts/a.md': '[b](b.md) ![p](img/p.png) [c](../c.md)',
    'posts/b.md': '',
    'posts/img/p.png': '',
    'c.md': '[a](posts/a.md), ![p](posts/img/p.png)',
  };
  checkMove(files, ['posts', 'old/posts'], {
    'old/posts/a.md': '[b](b.md) ![p](img/p.png) [c](../../c.md)',
    'c.md': '[a](old/posts/a.md), ![p](old/posts/img/p.png)',
  });
});

it('writes names as links need them, and as the link has them', () => {
  const renamed = (text: string, name: string): string | undefined =>
    moveFiles({ 'a.md': text, '扩散 1.md': '' }, [move('扩散 1.md', name)])['a.md'];
  expect(renamed('[x](扩散%201.md)', '漫谈 (2).md')).toBe('[x](漫谈%20%282%29.md)');
  expect(renamed('[x](<扩散 1.md>)', '漫谈 (2).md')).toBe('[x](<漫谈 (2).md>)');
  expect(renamed('[x](%E6%89%A9%E6%95%A3%201.md)', '谈.md')).toBe('[x](%E8%B0%88.md)');
});

it('undoes the escapes of Markdown in what it reads', () => {
  const files = { 'a.md': '[x](a\\_b/c&amp;d.md#e&#95;f)', 'a_b/c&d.md': '' };
  checkMove(files, ['a_b/c&d.md', 'a_b/e.md'], { 'a.md': '[x](a\\_b/e.md#e&#95;f)' });
});

it('leaves a detour alone as long as it leads there', () => {
  const files = {
    'posts/a.md': '[b](../posts/b.md) [![p](p.png)](b.md)',
    'posts/b.md': '',
    'posts/p.png': '',
  };
  checkMove(files, ['posts/a.md', 'old/a.md'], {
    'old/a.md': '[b](../posts/b.md) [![p](../posts/p.png)](../posts/b.md)',
  });
  checkMove(files, ['posts', 'old'], { 'old/a.md': '[b](b.md) [![p](p.png)](b.md)' });
});

it('knows the folders that a site serves', () => {
  const files = { 'content/a.md': '![p](/img/p.png)', 'static/img/p.png': '' };
  checkMove(
    files,
    ['static/img/p.png', 'static/q.png'],
    { 'content/a.md': '![p](/q.png)' },
    'Hugo',
  );
  checkMove(
    files,
    ['content/a.md', 'content/b/a.md'],
    { 'content/b/a.md': '![p](/img/p.png)' },
    'Hugo',
  );
  // From there it is not served.
  checkMove(files, ['static/img/p.png', 'q.png'], { 'content/a.md': '![p](/img/p.png)' }, 'Hugo');
});

it('follows the tags of generators', () => {
  const tags = (...texts: readonly string[]): string =>
    texts.map((text) => `[x](${text})`).join('\n\n');
  const files = {
    'content/posts/a.md': tags(
      '{{< ref "b.md#x" >}}',
      '{{< relref "posts/b" >}}',
      '{{< ref "/posts/b.md" >}}',
      '{{% relref "./b.md" %}}',
      '{{< ref "c.md" >}}',
    ),
    'content/posts/b.md': '',
    'content/c.md': '',
  };
  checkMove(files, ['content/posts/b.md', 'content/notes/d.md'], {
    'content/posts/a.md': tags(
      '{{< ref "d.md#x" >}}',
      '{{< relref "notes/d" >}}',
      '{{< ref "/notes/d.md" >}}',
      '{{% relref "../notes/d.md" %}}',
      '{{< ref "c.md" >}}',
    ),
  });
  const dated = '_posts/2026-01-31-b.md';
  const jekyll = {
    'a.md':
      '{% post_url 2026-01-31-b %}#x {% link _posts/2026-01-31-b.md %} `{% post_url 2026-01-31-b %}`',
    [dated]: '',
  };
  checkMove(jekyll, [dated, '_posts/2026-02-01-c.md'], {
    'a.md':
      '{% post_url 2026-02-01-c %}#x {% link _posts/2026-02-01-c.md %} `{% post_url 2026-01-31-b %}`',
  });
  checkMove(jekyll, [dated, '_posts/2026-02-01 c.md'], { 'a.md': jekyll['a.md'] });
});

it('follows the equations that worksheets name', () => {
  const files = { 'a.md': '```eval\n\\eqref{b.md#eq:x}\n```\n', 'b.md': '' };
  checkMove(files, ['b.md', 'x/c.md'], { 'a.md': '```eval\n\\eqref{x/c.md#eq:x}\n```\n' });
});

it('leaves to the editor what that follows itself', () => {
  const files = { 'a.md': '[b](b.md) {{< ref "b.md" >}}', 'b.md': '' };
  const moved = moveFiles(files, [move('b.md', 'c.md', true)]);
  expect(moved['a.md']).toBe('[b](b.md) {{< ref "c.md" >}}');
});

it('changes nothing where nothing is sure', () => {
  const files = { 'a.md': '[b](b.md) ![p](p.png) {{< ref "b.md" >}}', 'x/b.md': '', 'y/b.md': '' };
  checkMove(files, ['b.md', 'c.md'], { 'a.md': files['a.md'] });
  checkMove(files, ['x/b.md', 'x/c.md'], { 'a.md': files['a.md'] });
});
