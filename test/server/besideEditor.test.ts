// Beside VS Code's own Markdown features: both together tell each definition and each reference once, and none is lost.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Location, LocationLink } from 'vscode-languageserver/node';
import { LanguageClient } from '../support/languageClient.js';
import { startMarkdownFeatures, type MarkdownFeatures } from '../support/vscodeMarkdown.js';

const files = {
  'a.md': `---
permalink: /a/
---
# Losses

## Upper bounds

See [bounds](#upper-bounds), [noise](b.md#noise), [waves][w], and [(1)](b.md#eq:x).

[w]: b.md#noise
`,
  'b.md': `# Waves

## Noise

In 《Losses》, [bounds](a.md#upper-bounds) and, by its address, [bounds](/a/#upper-bounds).

{{< ref "a.md#upper-bounds" >}}

\\begin{equation}
x \\label{eq:x}
\\end{equation}

[(1)](#eq:x)
`,
} as const;

type Name = keyof typeof files;

let client: LanguageClient;
let features: MarkdownFeatures;

beforeAll(async () => {
  client = await LanguageClient.start({ files, options: { knowsMarkdown: true } });
  await client.server.blogs.loaded();
  for (const [name, text] of Object.entries(files)) await client.open(client.uri(name), text);
  features = await startMarkdownFeatures(client.folder, Object.keys(files));
});

afterAll(async () => {
  features.stop();
  await client.stop();
});

/** The lines of all places that both tell, counted from 1; asked is at the end of what stands once in a file. */
async function told(method: string, name: Name, behind: string): Promise<readonly string[]> {
  const before = files[name].slice(0, files[name].indexOf(behind) + behind.length).split('\n');
  const params = {
    textDocument: { uri: client.uri(name) },
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
    context: { includeDeclaration: true },
  };
  const answers = [
    await client.connection.sendRequest(`textDocument/${method}`, params),
    await features.ask(`textDocument/${method}`, params),
  ];
  return (answers.flat() as readonly (Location | LocationLink | null)[])
    .flatMap((place) => (place ? [lineOf(place)] : []))
    .sort();
}

function lineOf(place: Location | LocationLink): string {
  const [uri, range] =
    'uri' in place ? [place.uri, place.range] : [place.targetUri, place.targetRange];
  return `${uri.split('/').pop() ?? ''}:${range.start.line + 1}`;
}

describe('a definition is told once', () => {
  it.each<[what: string, name: Name, behind: string, lines: readonly string[]]>([
    ['of a heading, at a link', 'a.md', '(#upper-', ['a.md:6']],
    ['of a heading of another post', 'a.md', '(b.md#noi', ['b.md:3']],
    ['of a heading, at itself', 'a.md', '## Upp', ['a.md:6']],
    ['of a heading, by the address of its post', 'b.md', '/a/#upp', ['a.md:6']],
    ['of a heading, by a tag', 'b.md', 'ref "a.md#upp', ['a.md:6']],
    ['of a title that is a heading', 'a.md', '# Los', ['a.md:4']],
    ['of a title, at a citation', 'b.md', '《Los', ['a.md:4']],
    ['of an equation', 'a.md', '(b.md#eq', ['b.md:10']],
  ])('%s', async (_, name, behind, lines) => {
    await expect(told('definition', name, behind)).resolves.toEqual(lines);
  });
});

describe('references are told once', () => {
  const bounds = ['a.md:6', 'a.md:8', 'b.md:5', 'b.md:5', 'b.md:7'];

  it.each<[what: string, name: Name, behind: string, lines: readonly string[]]>([
    ['of a heading', 'a.md', '## Upp', bounds],
    ['of a heading, at a link', 'b.md', 'a.md#upp', bounds],
    [
      'of a heading, with a link by label',
      'b.md',
      '## Noi',
      ['a.md:10', 'a.md:8', 'a.md:8', 'b.md:3'],
    ],
    ['of a title that is a heading', 'a.md', '# Los', ['a.md:4', 'b.md:5']],
    ['of an equation', 'b.md', '\\label{eq', ['a.md:8', 'b.md:10', 'b.md:13']],
    ['of an equation, at a link', 'a.md', '(b.md#eq', ['a.md:8', 'b.md:10', 'b.md:13']],
  ])('%s', async (_, name, behind, lines) => {
    await expect(told('references', name, behind)).resolves.toEqual(lines);
  });
});
