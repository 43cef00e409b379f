// The packed extension in a real VS Code window: going between the source and the preview.
import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { openFolder, type Settings, type Window } from './harness/window.js';

/** Rows of the source are of different heights: no other way than row by row leads to their lines. */
const rowLines = [1, 5, 1, 9, 1, 2, 7, 1];
const rows = rowLines.map(
  (count, at) => `r_{${at}}&=0${'\n  +1'.repeat(count - 1)}\\label{eq:r${at}}`,
);
const filler = Array.from({ length: 60 }, (_, at) => `Paragraph ${at}.\n\n`).join('');
const post =
  `# At hand\n\nBy \\eqref{eq:r7} and [elsewhere](other.md#eq:other), $x^2$.\n\n${filler}` +
  `\\begin{align}\n${rows.join('\\\\\n')}\n\\end{align}\n\n${filler}`;
const firstRow = 4 + 120 + 1;
const lineOfRow = (row: number): number =>
  firstRow + rowLines.slice(0, row).reduce((sum, count) => sum + count, 0);

const files = {
  'post.md': post,
  'other.md':
    '# Elsewhere\n\n$$y\\label{eq:none}$$\n\n\\begin{equation}z\\label{eq:other}\\end{equation}\n',
};

async function open(settings?: Settings): Promise<readonly [Window, Frame]> {
  const window = await openFolder(settings ? { files, settings } : { files });
  await window.openFile('post.md');
  await window.runCommand('Postulate: Open Preview to the Side');
  const preview = await window.webviewFrame('main.postulate');
  await expect.poll(() => preview.locator('.katex').count()).toBeGreaterThan(0);
  return [window, preview];
}

/** The first line that the editor shows, the line of its caret, and what it has selected. */
function editor(window: Window) {
  return window.host((vscode) => {
    const [shown] = vscode.window.visibleTextEditors;
    if (!shown) throw new Error('There is no editor.');
    return {
      first: shown.visibleRanges[0]?.start.line ?? -1,
      caret: shown.selection.active.line,
      selected: shown.document.getText(shown.selection),
      isActive: vscode.window.activeTextEditor === shown,
    };
  });
}

function showInEditor(window: Window, line: number): Promise<null> {
  return window.host((vscode, line) => {
    const [shown] = vscode.window.visibleTextEditors;
    const place = new vscode.Position(line, 0);
    shown?.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.AtTop);
    if (shown) shown.selection = new vscode.Selection(place, place);
    return null;
  }, line);
}

/** How far below the top of the preview a row stands, in pixels. */
function topOfRow(preview: Frame, row: number): Promise<number> {
  return preview.evaluate((row) => {
    const cells = [...document.querySelectorAll('.display .mord')];
    const cell = cells.find(({ textContent }) => textContent.startsWith(`r${row}`));
    return cell ? cell.getBoundingClientRect().top : Infinity;
  }, row);
}

it('keeps rows of a display and their lines side by side, whichever side is scrolled', async () => {
  const [window, preview] = await open({ 'editor.stickyScroll.enabled': false });
  for (const row of [6, 3]) {
    await showInEditor(window, lineOfRow(row));
    await expect.poll(async () => Math.abs(await topOfRow(preview, row))).toBeLessThan(24);
  }
  await preview.locator('.display').hover();
  await window.page.mouse.wheel(0, (await topOfRow(preview, 6)) + 4);
  await expect.poll(async () => (await editor(window)).first).toBeGreaterThanOrEqual(lineOfRow(6));
  expect((await editor(window)).first).toBeLessThan(lineOfRow(7));
  const before = await preview.evaluate(() => scrollY);
  await window.page.mouse.wheel(0, -400);
  await expect.poll(async () => (await editor(window)).first).toBeLessThan(lineOfRow(3));
  expect(await preview.evaluate(() => scrollY)).toBe(before - 400);
});

it('goes to the row of a display that is clicked, and marks the formula at the caret', async () => {
  const [window, preview] = await open();
  await showInEditor(window, lineOfRow(0));
  const cell = preview.locator('.display .eq-number').nth(3);
  await cell.click();
  await expect
    .poll(() => editor(window))
    .toMatchObject({
      caret: lineOfRow(4) - 1,
      selected: rows[3] ?? '',
      isActive: true,
    });
  const marked = preview.locator('.at-caret');
  await expect.poll(() => marked.count()).toBe(1);
  await window.keep('at-hand-caret');
  expect(await marked.getAttribute('data-line')).toBe(String(firstRow - 1));
  await window.press('ControlOrMeta+Home');
  await expect.poll(() => marked.count()).toBe(0);
});

it('shows the equation of a reference and of a link, and comes back from where they lead', async () => {
  const [window, preview] = await open();
  const peek = preview.locator('.peek');
  await preview.locator('h1').click();
  await preview.locator('a.eq-ref').first().hover();
  await expect.poll(() => peek.locator('.eq-number.named').allTextContents()).toEqual(['(8)']);
  await window.keep('at-hand-peek');
  await peek.hover();
  await window.press('Escape');
  await expect.poll(() => peek.isVisible()).toBe(false);
  await preview.locator('a', { hasText: 'elsewhere' }).hover();
  await expect.poll(() => peek.locator('.peek-post').allTextContents()).toEqual(['Elsewhere']);
  expect(await peek.locator('.eq-number').allTextContents()).toEqual(['(1)']);
  await preview.locator('a.eq-ref').first().click();
  await expect.poll(() => topOfRow(preview, 7)).toBeLessThan(600);
  await window.keep('at-hand-history');
  await window.press('Alt+ArrowLeft');
  await expect.poll(() => preview.evaluate(() => scrollY)).toBe(0);
  await preview.locator('.history button').nth(1).click();
  await expect.poll(() => preview.evaluate(() => scrollY)).toBeGreaterThan(0);
});

it('comes back from another post to where its link was followed, and goes there again', async () => {
  const [window, preview] = await open();
  await preview.locator('h1').click();
  await window.page.mouse.wheel(0, 30);
  await expect.poll(() => preview.evaluate(() => scrollY)).toBe(30);
  await preview.locator('a', { hasText: 'elsewhere' }).click();
  const other = await window.webviewFrame('main.postulate .display .eq-number');
  await expect.poll(() => other.locator('h1').allTextContents()).toEqual(['Elsewhere']);
  await other.locator('.history button').first().click();
  const back = await window.webviewFrame('main.postulate a.eq-ref');
  await expect.poll(() => back.locator('h1').allTextContents()).toEqual(['At hand']);
  await expect
    .poll(() => window.page.locator('.tab.active').allTextContents())
    .toContain('post.md');
  await back.locator('.history button').nth(1).click();
  const again = await window.webviewFrame('main.postulate .display .eq-number');
  await expect.poll(() => again.locator('h1').allTextContents()).toEqual(['Elsewhere']);
});

it('copies the TeX of a formula and the link to its equation', async () => {
  const [window, preview] = await open();
  await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const clipboard = (): Promise<string> => window.host((vscode) => vscode.env.clipboard.readText());
  const choose = async (name: string): Promise<void> => {
    const item = window.page.locator('.monaco-menu .action-label', { hasText: name }).first();
    await item.waitFor();
    // A menu takes no click in its first moment.
    await expect
      .poll(async () => {
        await item.click({ timeout: 5000 }).catch(() => undefined);
        return item.isVisible();
      })
      .toBe(false);
    // Only a page that has the focus itself, not a frame in it, may read the clipboard.
    await window.page.locator('.editor-instance .monaco-editor').first().click();
  };
  await preview
    .locator('.formula', { has: preview.locator('.katex') })
    .first()
    .click({ button: 'right' });
  await choose('Copy TeX');
  await expect.poll(clipboard).toBe('x^2');
  await showInEditor(window, lineOfRow(0));
  await preview.locator('.display .eq-number').nth(2).click({ button: 'right' });
  await window.keep('at-hand-menu');
  await choose('Copy Link to Equation');
  await expect.poll(clipboard).toBe('post.md#eq:r2');
});

it('stays where the reader scrolled it while the editor is given another size', async () => {
  const [window, preview] = await open({ 'markdown.preview.scrollEditorWithPreview': false });
  const lastLine = (): Promise<number> =>
    window.host((vscode) => vscode.window.visibleTextEditors[0]?.visibleRanges[0]?.end.line ?? -1);
  const before = await lastLine();
  await preview.locator('.block').first().hover();
  await window.page.mouse.wheel(0, 500);
  await expect.poll(() => preview.evaluate(() => scrollY)).toBe(500);
  await window.page.setViewportSize({ width: 1280, height: 600 });
  await expect.poll(lastLine).toBeLessThan(before);
  // What the editor tells now comes before the mark of its caret.
  await window.host((vscode) => {
    const [editor] = vscode.window.visibleTextEditors;
    if (editor) editor.selection = new vscode.Selection(2, 55, 2, 55);
    return null;
  });
  await preview.locator('.at-caret').first().waitFor({ state: 'attached' });
  expect(await preview.evaluate(() => scrollY)).toBe(500);
});
