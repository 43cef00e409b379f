// A slider in the preview of a real window: moved by keys, with what depends on it; and the curve of a formula on hover.
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { faultsOf } from '../support/axe.js';
import { openFolder } from './harness/window.js';

const raw = String.raw;

const post = raw`# Sliders

The focal loss is $L(p) = -(1-p)^\gamma\log p$.

${'```'}eval
slide \gamma \in [0,5]
p \in (0,1]
L(p) = -(1-p)^\gamma\log p
L(0.5)
plot L(p), -\log p,\ p \in (0,1]
${'```'}
`;

const lossAtHalf = (gamma: number): number => 0.5 ** gamma * Math.LN2;

it('has a value and a plot follow, and keeps the focus; shows a curve on hover', async () => {
  const window = await openFolder({
    files: { 'post.md': post },
    settings: { 'workbench.colorTheme': 'Default Light Modern' },
  });
  await window.openFile('post.md');
  await window.runCommand('Postulate: Open Preview to the Side');
  const preview = await window.webviewFrame('main.postulate');
  const slider = preview.locator('input.eval-slider');
  const values = preview.locator('.eval-value');
  const shownLoss = async (): Promise<number> =>
    Number((await values.nth(1).textContent())?.replace('= ', ''));
  await expect.poll(() => values.first().textContent()).toBe(raw`\gamma = 2.5`);
  expect(await shownLoss()).toBeCloseTo(lossAtHalf(2.5), 5);
  const curve = preview.locator('figure.eval-plot path[stroke="var(--plot-1)"]').first();
  const before = await curve.getAttribute('d');
  await slider.focus();
  for (const [key, gamma] of [
    ['ArrowLeft', 2.45],
    ['ArrowLeft', 2.4],
    ['Home', 0],
    ['ArrowRight', 0.05],
  ] as const) {
    await slider.press(key);
    await expect.poll(() => values.first().textContent()).toBe(raw`\gamma = ${gamma}`);
    await expect.poll(shownLoss).toBeCloseTo(lossAtHalf(gamma), 5);
  }
  expect(await curve.getAttribute('d')).not.toBe(before);
  expect(await slider.evaluate((input) => input === document.activeElement)).toBe(true);

  await preview.evaluate(axe.source);
  for (const theme of ['Light Modern', 'Dark Modern', 'High Contrast', 'High Contrast Light']) {
    await window.host(
      (vscode, name) =>
        vscode.workspace
          .getConfiguration('workbench')
          .update('colorTheme', name, vscode.ConfigurationTarget.Workspace),
      `Default ${theme}`,
    );
    const shown = async (): Promise<string | undefined> =>
      (await preview.locator('body').getAttribute('data-vscode-theme-id'))?.replace('Default ', '');
    await expect.poll(shown).toBe(theme);
    const name = theme.toLowerCase().replaceAll(' ', '-');
    await window.keep(`slider-${name}`);
    expect(await faultsOf(preview)).toEqual([]);
    await window.host(async (vscode) => {
      await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
      const editor = vscode.window.activeTextEditor;
      if (!editor) throw new Error('There is no editor.');
      const place = new vscode.Position(2, 22);
      editor.selection = new vscode.Selection(place, place);
      await vscode.commands.executeCommand('editor.action.showHover');
      return null;
    });
    const picture = window.page.locator('.monaco-hover:visible img[src^="data:image/svg+xml"]');
    await expect.poll(() => picture.count()).toBe(1);
    const width = (): Promise<number> =>
      picture.evaluate((image) => (image as HTMLImageElement).naturalWidth);
    await expect.poll(width).toBe(352);
    const hover = window.page.locator('.monaco-hover:visible').first();
    expect(await hover.innerText()).toContain(raw`p \in [0, 1]`);
    await window.keep(`curve-${name}`);
    await window.page.keyboard.press('Escape');
  }
});
