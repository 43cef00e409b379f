// A post as one page, as the client asks for it.
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver';
import {
  serverRequests,
  type ExportedPage,
  type ExportRequest,
} from '../../src/protocol/server.js';
import { LanguageClient, type ClientChoices } from '../support/languageClient.js';

let client: LanguageClient | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function exported(
  choices: ClientChoices,
  text: string,
  request: Partial<ExportRequest> = {},
): Promise<ExportedPage> {
  client = await LanguageClient.start(choices);
  const uri = client.uri('blog/posts/post.md');
  await client.open(uri, text);
  const whole = { uri, styles: ['main { color: red }'], title: 'post', remoteImages: false };
  const page = await client.connection.sendRequest<ExportedPage | null>(serverRequests.exportPage, {
    ...whole,
    ...request,
  });
  if (!page) throw new Error('There is no page.');
  return page;
}

it('has the numbers, macros and values of the post, and the style sheets that came with it', async () => {
  const files = { 'blog/postulate.json': '{"macros": {"\\\\R": "\\\\mathbf{Reals}"}}' };
  const { html, missingPictures } = await exported(
    { files },
    '\\begin{equation}x\\label{a}\\end{equation}\n\n\\eqref{a} $\\R$ $1+1$<!--= -->\n',
  );
  expect(html).toContain('<span class="eq-number" id="mjx-eqn:a">(1)</span>');
  expect(html).toContain('<a class="eq-ref" href="#mjx-eqn%3Aa">(1)</a>');
  expect(html).toContain('Reals');
  expect(html).toContain('= 2</span>');
  expect(html).toContain('<style>\nmain { color: red }');
  expect(html).toContain('<title>post</title>');
  expect(missingPictures).toBe(0);
});

it('holds the pictures of the open folder, and says of the others why not', async () => {
  const addresses = [
    ...['a%20b.png', '/root.PNG', '../../up.gif', 'data:image/png;base64,AA=='],
    ...['gone.png', 'link.png', '../../../out.png', 'post.md', 'large.png'],
    'https://example.org/x.png',
  ];
  const files = {
    'blog/postulate.json': '{}',
    'blog/posts/a b.png': 'ab',
    'blog/root.PNG': 'root',
    'up.gif': 'up',
    'blog/posts/large.png': 'x'.repeat(2000),
  };
  const text = addresses.map((address) => `![x](${address})`).join('\n\n');
  const { html, missingPictures } = await exported(
    { files, settings: { limits: { postSize: 0.001 } } },
    text,
  );
  for (const held of ['data:image/png;base64,YWI=', `data:image/png;base64,${btoa('root')}`]) {
    expect(html).toContain(`src="${held}"`);
  }
  expect(html).toContain(`src="data:image/gif;base64,${btoa('up')}"`);
  expect(missingPictures).toBe(6);
  const said = client?.logged.filter((line) => line.startsWith('The picture')) ?? [];
  expect(said.map((line) => line.replace(/^The picture | of post\.md is not.*/g, ''))).toEqual([
    ...['gone.png', 'link.png', '../../../out.png', 'post.md', 'large.png'],
    'https://example.org/x.png of post.md is of the network: the page neither holds nor loads it. Save it beside the post, or allow it by postulate.preview.remoteImages.',
  ]);
});

it('leads out of the folder by no link', async () => {
  client = await LanguageClient.start({ files: { 'x.png': 'x' } });
  await symlink('/etc/hostname', path.join(client.folder, 'link.png'));
  const uri = client.uri('post.md');
  await client.open(uri, '![x](link.png) ![y](x.png)\n');
  const request = { uri, styles: [], title: '', remoteImages: false };
  const page = await client.connection.sendRequest<ExportedPage>(
    serverRequests.exportPage,
    request,
  );
  expect(page.missingPictures).toBe(1);
});

it('is given up when nobody waits for it, and refuses what is no request', async () => {
  client = await LanguageClient.start();
  const uri = client.uri('post.md');
  await client.open(uri, '$x$\n\n'.repeat(5_000));
  const stop = new CancellationTokenSource();
  const request = { uri, styles: [], title: '', remoteImages: false };
  const page = client.connection.sendRequest(serverRequests.exportPage, request, stop.token);
  stop.cancel();
  await expect(page).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  await expect(
    client.connection.sendRequest(serverRequests.exportPage, { uri }),
  ).resolves.toBeNull();
  const unknown = { ...request, uri: client.uri('none.md') };
  await expect(
    client.connection.sendRequest(serverRequests.exportPage, unknown),
  ).resolves.toBeNull();
});
