// The packed extension in a real VS Code window: which post a preview shows, and where it stands.
import type { Frame, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { waitFor } from './harness/wait.js';
import { openFolder, type Window } from './harness/window.js';

const files = {
  'a.md': '# First\n\n\\begin{equation}a\\label{eq:a}\\end{equation}\n',
  'b.md': '# Second\n\n\\begin{equation}b\\label{eq:b}\\end{equation}\n',
  'c.md': '# Third\n\n\\begin{equation}c\\label{eq:c}\\end{equation}\n',
};

const title = 'Postulate: Open Preview to the Side';
/** Files open where the focus is. */
const focusEditor = 'View: Focus First Editor Group';

/** The tabs of previews, as they are named. */
function previewTabs(window: Window): Promise<readonly string[]> {
  return window.host((vscode) =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview)
      .map(({ label }) => label),
  );
}

function headingOf(text: string): string {
  return `main.postulate h1:text-is("${text}")`;
}

it('follows the editor until it is locked, and is locked still when the window is back', async () => {
  const window = await openFolder({ files });
  await window.openFile('a.md');
  await window.runCommand(title);
  await window.webviewFrame(headingOf('First'));
  await window.openFile('b.md');
  await window.webviewFrame(headingOf('Second'));
  expect(await previewTabs(window)).toEqual(['Preview b.md']);
  await window.page.locator('.tab', { hasText: 'Preview b.md' }).click();
  await window.runCommand('Postulate: Toggle Preview Locking');
  await expect.poll(() => previewTabs(window)).toEqual(['[Preview] b.md']);
  await window.runCommand(focusEditor);
  await window.openFile('a.md');
  await window.runCommand(title);
  await expect.poll(() => previewTabs(window)).toEqual(['[Preview] b.md', 'Preview a.md']);
  await window.reload(/\[Preview\] b\.md[^]*Preview a\.md/);
  await expect.poll(() => previewTabs(window)).toEqual(['[Preview] b.md', 'Preview a.md']);
  await window.webviewFrame(headingOf('First'));
  await window.runCommand(focusEditor);
  await window.openFile('c.md');
  await window.webviewFrame(headingOf('Third'));
  expect(await previewTabs(window)).toEqual(['[Preview] b.md', 'Preview c.md']);
  await window.page.locator('.tab', { hasText: 'Preview c.md' }).click();
  await window.runCommand('Postulate: Show Source');
  await expect
    .poll(() => window.host((vscode) => vscode.window.activeTextEditor?.document.fileName))
    .toMatch(/c\.md$/);
});

it('shows a post that was never saved, in a window of its own too, at the size it was zoomed to', async () => {
  const window = await openFolder({ files });
  await window.host(async (vscode) => {
    const content = '# Never saved\n\n\\begin{equation}x\\end{equation}\n';
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document);
    return null;
  });
  await window.runCommand(title);
  const preview = await window.webviewFrame(headingOf('Never saved'));
  await expect.poll(() => preview.locator('.eq-number').allTextContents()).toEqual(['(1)']);
  await zoomIn(window.page, preview);
  const size = await sizeOf(preview);
  await window.page.locator('.tab', { hasText: 'Preview Untitled' }).click();
  const floating = window.page.context().waitForEvent('page');
  await window.runCommand('View: Move Editor into New Window');
  const moved = await frameOf(await floating, headingOf('Never saved'));
  await expect.poll(() => sizeOf(moved)).toBe(size);
  await window.page.locator('.editor-instance .monaco-editor').first().click();
  await window.press('ControlOrMeta+Home');
  await window.type('\\begin{equation}y\\end{equation}\n\n');
  await expect.poll(() => moved.locator('.eq-number').allTextContents()).toEqual(['(1)', '(2)']);
});

async function zoomIn(page: Page, preview: Frame): Promise<void> {
  const before = await sizeOf(preview);
  await preview.locator('h1').hover();
  await page.keyboard.down('Control');
  // The pointer tells the page that Ctrl is held, wherever the focus is.
  await preview.locator('h1').hover({ position: { x: 5, y: 5 } });
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
  await expect.poll(() => sizeOf(preview)).toBeGreaterThan(before);
}

/** In pixels, of the text. */
function sizeOf(preview: Frame): Promise<number> {
  return preview
    .locator('main.postulate')
    .evaluate((main) => parseFloat(getComputedStyle(main).fontSize));
}

function frameOf(page: Page, selector: string): Promise<Frame> {
  return waitFor(`a webview with ${selector} in the new window`, async () => {
    for (const frame of page.frames()) {
      if (
        (await frame
          .locator(selector)
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
    }
    return undefined;
  });
}

it('moves nothing while an input method composes', async () => {
  const sections = Array.from(
    { length: 40 },
    (_, at) => `## ${at}\n\n\\begin{equation}x_{${at}}\\end{equation}\n`,
  );
  const window = await openFolder({ files: { 'long.md': `# Long\n\n${sections.join('\n')}` } });
  await window.openFile('long.md');
  await window.runCommand(title);
  const preview = await window.webviewFrame(headingOf('Long'));
  await window.host((vscode) => {
    const [editor] = vscode.window.visibleTextEditors;
    if (!editor) throw new Error('There is no editor.');
    const place = new vscode.Position(82, 0);
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.AtTop);
    return null;
  });
  await expect.poll(() => preview.locator('h2').allTextContents()).toContain('20');
  // Where a reader sees the text: above it, formulas that are typeset may take another height.
  const heading = preview.getByRole('heading', { name: '20', exact: true });
  const places = async () => ({
    preview: Math.round((await heading.boundingBox())?.y ?? NaN),
    editor: await window.host(
      (vscode) => vscode.window.visibleTextEditors[0]?.visibleRanges[0]?.start.line,
    ),
  });
  await expect.poll(() => preview.evaluate(() => scrollY)).toBeGreaterThan(0);
  await window.runCommand(focusEditor);
  const before = await places();
  const client = await window.page.context().newCDPSession(window.page);
  for (const text of ['x', 'xi', 'xis', 'xish', 'xishu']) {
    await client.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    await expect.poll(() => preview.locator('main.postulate').textContent()).toContain(text);
    expect(await places()).toEqual(before);
  }
  await client.send('Input.insertText', { text: '稀疏' });
  await expect.poll(() => preview.locator('main.postulate').textContent()).toContain('稀疏');
  expect(await window.text()).toContain('稀疏');
  expect(await window.text()).not.toContain('xishu');
  expect(await places()).toEqual(before);
});
