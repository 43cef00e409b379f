// The preview as those read it who do not see it, or not well: axe's rules in the themes of VS Code.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { faultsOf } from '../support/axe.js';
import { oddPost } from '../support/oddPost.js';
import { setTheme, themes } from './harness/themes.js';
import { openFolder } from './harness/window.js';

const examples = path.resolve(import.meta.dirname, '../../examples');

async function files(): Promise<Readonly<Record<string, string>>> {
  const names = ['measures-of-sparsity.md', 'overconfident-cross-entropy.md'];
  const texts = await Promise.all(names.map((name) => readFile(path.join(examples, name), 'utf8')));
  const named = names.map((name, at): [string, string] => [name, texts[at] ?? '']);
  return Object.fromEntries([...named, ['odd.md', oddPost]]);
}

it('meets the rules in every theme', async () => {
  const posts = await files();
  const faults: string[] = [];
  const window = await openFolder({ files: posts });
  for (const name of Object.keys(posts)) {
    await window.openFile(name);
    await window.runCommand('Postulate: Open Preview');
    const preview = await window.webviewFrame(`main.postulate[data-uri$="${name}"]`);
    // A page that holds nothing yet has none to be typeset either, and hears no key.
    await expect.poll(() => preview.locator('.katex').count()).toBeGreaterThan(0);
    await expect.poll(() => preview.locator('.formula[data-tex]').count()).toBe(0);
    await preview.locator('body').press('ControlOrMeta+f');
    await preview.locator('.find-bar input').waitFor();
    await preview.evaluate(axe.source);
    for (const theme of themes) {
      await setTheme(window, preview, theme);
      const found = await faultsOf(preview);
      faults.push(...found.map((fault) => `${name}, ${theme}: ${fault}`));
    }
    await window.runCommand('View: Close All Editors');
  }
  expect(faults).toEqual([]);
});
