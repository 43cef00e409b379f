// The packed extension in a real VS Code window: the preview without a pointer.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { openFolder, type Window } from './harness/window.js';

function filler(count: number): string {
  return Array.from({ length: count }, (_, at) => `Paragraph ${at}.\n\n`).join('');
}

const wide = Array.from({ length: 60 }, (_, at) => `x_{${at}}`).join('+');
/** What the keyboard stops at is below the first screen, and the equation far below that. */
const post =
  `# By keyboard\n\n${filler(25)}By \\eqref{eq:far}, $y\\overset{\\eqref{eq:far}}{=}z$.\n\n` +
  `$$${wide}$$\n\n${filler(80)}\\begin{equation}x\\label{eq:far}\\end{equation}\n\n${filler(40)}`;

/** Opens the first of the posts and its preview, with the focus at the top of that. */
async function open(files: Readonly<Record<string, string>>): Promise<readonly [Window, Frame]> {
  const window = await openFolder({ files });
  const [first = ''] = Object.keys(files);
  await window.openFile(first);
  await window.runCommand('Postulate: Open Preview to the Side');
  const preview = await window.webviewFrame('main.postulate h1');
  await preview.locator('h1').click();
  return [window, preview];
}

/** Presses Tab until the focus is there. */
async function tabTo(window: Window, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let stops = 0; stops < 5; stops++) {
    await window.press('Tab');
    if (await hasFocus(target)) return;
  }
  throw new Error(`The keyboard does not stop at ${target.toString()}.`);
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

function scrolled(preview: Frame): Promise<number> {
  return preview.evaluate(() => scrollY);
}

/** The menu of the formula that has the focus; where the focus is behind it, VS Code decides. */
async function checkMenu(window: Window): Promise<void> {
  const items = window.page.locator('.monaco-menu .action-label');
  await window.press('Shift+F10');
  await expect.poll(() => items.allTextContents()).toContain('Copy TeX');
  await window.press('Escape');
  await expect.poll(() => items.count()).toBe(0);
}

it('leads to references in the text and inside formulas, follows them and comes back', async () => {
  const [window, preview] = await open({ 'post.md': post });
  for (const selector of ['a.eq-ref[data-command]', 'a.eq-key']) {
    await tabTo(window, preview.locator(selector));
    const before = await scrolled(preview);
    expect(before).toBeGreaterThan(0);
    await window.press('Enter');
    await expect.poll(() => scrolled(preview)).toBeGreaterThan(before + 1000);
    const number = preview.locator('.eq-number', { hasText: '(1)' });
    await expect.poll(async () => (await number.boundingBox())?.y).toBeLessThan(800);
    await window.press('Alt+ArrowLeft');
    await expect.poll(() => scrolled(preview)).toBe(before);
    await expect.poll(() => hasFocus(preview.locator(selector))).toBe(true);
  }
});

it('scrolls a wide formula, and opens its menu', async () => {
  const [window, preview] = await open({ 'post.md': post });
  const display = preview.locator('.display[role="group"]');
  await tabTo(window, display);
  const left = (): Promise<number> =>
    display.locator('.katex-base').evaluate(({ scrollLeft }) => scrollLeft);
  await window.press('ArrowRight', 'ArrowRight');
  await expect.poll(left).toBe(80);
  await window.press('ArrowLeft');
  await expect.poll(left).toBe(40);
  await checkMenu(window);
});

it('shows the equation of the reference that has the focus until Escape, and opens its menu', async () => {
  const [window, preview] = await open({ 'post.md': post });
  const reference = preview.locator('a.eq-key');
  await tabTo(window, reference);
  const peek = preview.locator('.peek');
  const number = peek.locator('.eq-number');
  await expect.poll(() => number.allTextContents()).toEqual(['(1)']);
  const rightOf = async (shown: Locator): Promise<number> => {
    const box = await shown.boundingBox();
    return box ? box.x + box.width : NaN;
  };
  // It is shown anew where blocks come meanwhile.
  await expect
    .poll(async () => (await rightOf(peek)) - (await rightOf(number)))
    .toBeGreaterThan(10);
  await window.keep('keyboard-peek');
  expect(await peek.locator('[tabindex="0"]').count()).toBe(0);
  await window.press('Escape');
  await expect.poll(() => peek.isVisible()).toBe(false);
  expect(await hasFocus(reference)).toBe(true);
  await checkMenu(window);
});

it('goes from hit to hit while the find bar is open', async () => {
  const [window, preview] = await open({ 'post.md': post });
  const count = preview.locator('.find-count');
  await window.press('ControlOrMeta+f');
  await preview.locator('.find-bar input:focus').waitFor();
  await window.type('Paragraph 24');
  await expect.poll(() => count.textContent()).toBe('1 / 3');
  const first = await scrolled(preview);
  await window.press('Enter');
  await expect.poll(() => count.textContent()).toBe('2 / 3');
  await expect.poll(() => scrolled(preview)).toBeGreaterThan(first);
  await window.press('Shift+Enter');
  await expect.poll(() => count.textContent()).toBe('1 / 3');
  await window.press('Escape');
  await expect.poll(() => preview.locator('.find-bar').isVisible()).toBe(false);
});

it('marks the equation that was followed to, without motion for those who want none', async () => {
  const [window, preview] = await open({ 'post.md': post });
  const reference = preview.locator('a.eq-key');
  await tabTo(window, reference);
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    await window.page.emulateMedia({ reducedMotion });
    const colours = preview.evaluate(flashColours);
    await window.press('Enter');
    expect(new Set(await colours).size).toBe(reducedMotion === 'reduce' ? 1 : 3);
    await window.press('Alt+ArrowLeft');
    await expect.poll(() => hasFocus(reference)).toBe(true);
  }
});

/** Of the number that flashes next: the colours behind it at some moments. */
function flashColours(): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const onStart = ({ target }: AnimationEvent): void => {
      const number = target as Element;
      const [flash] = number.getAnimations();
      flash?.pause();
      const at = (time: number): string => {
        if (flash) flash.currentTime = time;
        return getComputedStyle(number).backgroundColor;
      };
      resolve([0, 400, 800].map(at));
    };
    document.addEventListener('animationstart', onStart, { once: true });
  });
}

it('passes over a post that was deleted, on the way back', async () => {
  const [window] = await open({
    'first.md': '# First\n\n[on](second.md#eq:b)\n',
    'second.md':
      '# Second\n\n\\begin{equation}b\\label{eq:b}\\end{equation}\n\n[on](third.md#eq:c)\n',
    'third.md': '# Third\n\n\\begin{equation}c\\label{eq:c}\\end{equation}\n',
  });
  const shown = (title: string): Promise<Frame> =>
    window.webviewFrame(`main.postulate h1:text-is("${title}")`);
  const follow = async (from: string, to: string): Promise<Frame> => {
    await (await shown(from)).locator('a', { hasText: 'on' }).press('Enter');
    return shown(to);
  };
  await follow('First', 'Second');
  const third = await follow('Second', 'Third');
  await rm(path.join(window.folder, 'second.md'));
  await third.locator('h1').click();
  await window.press('Alt+ArrowLeft');
  const first = await shown('First');
  const buttons = first.locator('.history button');
  await expect
    .poll(() => buttons.evaluateAll((all) => all.map((button) => button.matches(':disabled'))))
    .toEqual([true, false]);
  await rm(path.join(window.folder, 'third.md'));
  await first.locator('h1').click();
  await window.press('Alt+ArrowRight');
  await expect.poll(() => first.locator('.history').isVisible()).toBe(false);
});
