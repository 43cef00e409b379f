// Each layer imports only what its line of the table lists.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { violations } from './layers.js';

const root = path.resolve(import.meta.dirname, '../..');

const scratch: string[] = [];

afterEach(async () => {
  for (const folder of scratch.splice(0)) await rm(folder, { recursive: true });
});

async function checkViolations(
  files: Readonly<Record<string, string>>,
  expected: readonly string[],
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'postulate-layers-'));
  scratch.push(folder);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  expect(await violations(folder)).toEqual(expected);
}

it('holds for the sources', async () => {
  expect(await violations(root)).toEqual([]);
});

it('sees an import from a row below', async () => {
  await checkViolations(
    {
      'src/core/a.ts': `import { b } from '../tex/b.js';\nexport const a = b;\n`,
      'src/tex/b.ts': `export const b = 1;\n`,
    },
    ['src/core/a.ts: the layer "tex" ("../tex/b.js")'],
  );
});

it('sees an import of types alone from a row below', async () => {
  await checkViolations(
    {
      'src/core/a.ts': `import type { B } from '../tex/b.js';\nexport type A = B;\n`,
      'src/tex/b.ts': `export type B = 1;\n`,
    },
    ['src/core/a.ts: the layer "tex" ("../tex/b.js")'],
  );
});

it('keeps vscode in the extension', async () => {
  const text = `import * as vscode from 'vscode';\nexport const a = vscode.version;\n`;
  await checkViolations({ 'src/server/a.ts': text, 'src/extension/a.ts': text }, [
    'src/server/a.ts: the package "vscode"',
  ]);
});

it('keeps Node built-ins in the Node mains', async () => {
  const text = `import { sep } from 'node:path';\nexport const a = sep;\n`;
  const bare = text.replace('node:', '');
  await checkViolations(
    {
      'src/cli/a.ts': text,
      'src/core/a.ts': text,
      'src/core/b.ts': bare,
      'src/extension/a.ts': text,
      'src/preview/a.ts': text,
      'src/server/nodeMain.ts': text,
      'src/server/server.ts': text,
      'src/server/typesetWorker.ts': text,
    },
    [
      'src/core/a.ts: the Node built-in "path"',
      'src/core/b.ts: the Node built-in "path"',
      'src/preview/a.ts: the Node built-in "path"',
      'src/server/server.ts: the Node built-in "path"',
    ],
  );
});

it('lets the protocol import types of the core and no more', async () => {
  await checkViolations(
    {
      'src/core/span.ts': `export interface Span { readonly start: number }\nexport const none = 0;\n`,
      'src/protocol/good.ts': `import type { Span } from '../core/span.js';\nexport type A = Span;\n`,
      'src/protocol/bad.ts': `import { none } from '../core/span.js';\nexport const a = none;\n`,
    },
    ['src/protocol/bad.ts: more than types of the layer "core" ("../core/span.js")'],
  );
});

it('lets the extension import render for VS Code’s own preview alone', async () => {
  const text = `export { b } from '../render/b.js';\n`;
  await checkViolations(
    {
      'src/render/b.ts': `export const b = 1;\n`,
      'src/extension/builtinPreview.ts': text,
      'src/extension/other.ts': text,
    },
    ['src/extension/other.ts: the layer "render" ("../render/b.js")'],
  );
});

it('sees a circle', async () => {
  await checkViolations(
    {
      'src/core/a.ts': `import { b } from './b.js';\nexport const a = () => b();\n`,
      'src/core/b.ts': `import { a } from './a.js';\nexport const b = () => a();\n`,
    },
    [
      'src/core/a.ts: the import of "./b.js" closes a circle',
      'src/core/b.ts: the import of "./a.js" closes a circle',
    ],
  );
});

it('sees a package, a folder and a file that the table does not have', async () => {
  await checkViolations(
    {
      'src/client/a.ts': `export const a = 1;\n`,
      'src/evaluate/a.ts': `import katex from 'katex';\nexport const a = katex;\n`,
      'src/stray.ts': `export const b = 1;\n`,
    },
    [
      'src/client: not a layer',
      'src/evaluate/a.ts: the package "katex"',
      'src/stray.ts: not a layer',
    ],
  );
});
