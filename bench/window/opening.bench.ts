// Opening a preview until its first screen is typeset, and moving to places of the post that were never shown.
import type { Frame } from 'playwright-core';
import { afterAll, expect, inject, it } from 'vitest';
import { openFolder, type Window } from '../../test/window/harness/window.js';
import { limit, median, milliseconds, printMeasures, report, type Measure } from '../measure.js';
import { makePost } from '../posts.js';
import { openEcho } from './panels.js';

const rounds = 5;
const root = 'main.postulate';
/** In milliseconds beyond the opening of an echo panel. */
const openingBudgets = new Map([
  [5000, 400],
  [50_000, 1000],
]);
/** From a place shown to its formulas typeset. */
const scrollBudget = 100;
const shares = [1, 0.5, 0.25, 0.75, 0, 0.9, 0.1, 0.6];

const measures: Measure[] = [];

afterAll(() => {
  printMeasures(
    'Opening a preview, moving to places never shown before, and resizing; the echo panel opens in the same window',
    measures,
  );
});

for (const [size, budget] of openingBudgets) {
  const lean = size > 5000;
  it(`${size} formulas`, async () => {
    const folder = { files: { 'post.md': makePost(size) } };
    const window = await openFolder(lean ? { ...folder, port: inject('leanPort') } : folder);
    await window.openFile('post.md');
    const name = `${size} formulas${lean ? ", without VS Code's own Markdown features" : ''}`;
    const { ours, echo } = await timeOpenings(window);
    measures.push(
      limit(`${name}, first screen beyond the echo's`, median(ours) - median(echo), budget, 'ms'),
      report(`${name}, first screen`, milliseconds(median(ours))),
      report(`${name}, the echo panel`, milliseconds(median(echo))),
    );
    const frame = await openPreview(window);
    const moves = await timeMoves(frame);
    measures.push(
      limit(`${name}, scrolled anywhere, median`, median(moves), scrollBudget, 'ms'),
      limit(`${name}, scrolled anywhere, worst`, Math.max(...moves), scrollBudget, 'ms'),
    );
    measures.push(...(await measureResizing(window, frame, name)));
    expect(moves).toHaveLength(shares.length);
  }, 900_000);
}

/** In turn the preview and an echo panel, each opened anew; the first round warms up and is not counted. */
async function timeOpenings(
  window: Window,
): Promise<{ readonly ours: number[]; readonly echo: number[] }> {
  const times = { ours: [] as number[], echo: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    const echo = await timed(() => openEcho(window));
    await closePanels(window);
    const ours = await timed(() => openPreview(window));
    await closePanels(window);
    if (round === 0) continue;
    times.ours.push(ours);
    times.echo.push(echo);
  }
  return times;
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const start = Date.now();
  await action();
  return Date.now() - start;
}

async function openPreview(window: Window): Promise<Frame> {
  await window.host((vscode) => {
    void vscode.commands.executeCommand('postulate.openPreviewToSide');
    return null;
  });
  return window.webviewFrame(`${root} .display .katex`);
}

async function closePanels(window: Window): Promise<void> {
  await window.host(async (vscode) => {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const panels = tabs.filter(({ input }) => input instanceof vscode.TabInputWebview);
    await vscode.window.tabGroups.close(panels);
    const [editor] = vscode.window.visibleTextEditors;
    if (editor) await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    return null;
  });
}

/** From a scroll until a formula that is seen there is typeset. */
async function timeMoves(frame: Frame): Promise<readonly number[]> {
  const moves: number[] = [];
  for (const share of shares) moves.push(await frame.evaluate(moveTo, share));
  return moves;
}

/** Runs in the page. */
function moveTo(share: number): Promise<number> {
  const { documentElement: page } = document;
  const start = performance.now();
  window.scrollTo({ top: share * (page.scrollHeight - innerHeight), behavior: 'instant' });
  return new Promise((resolve) => {
    const look = (): void => {
      const seen = [...document.querySelectorAll('main.postulate .display')].filter((display) => {
        const { top, bottom } = display.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      const isTypeset = seen.every((display) => display.querySelector('.katex, .katex-error'));
      if (seen.length > 0 && isTypeset) resolve(performance.now() - start);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Another width lays the formulas out anew, and typesets none of those in view again. */
async function measureResizing(
  window: Window,
  frame: Frame,
  name: string,
): Promise<readonly Measure[]> {
  await frame.evaluate(() => {
    for (const formula of document.querySelectorAll('.katex')) {
      const { top, bottom } = formula.getBoundingClientRect();
      if (bottom > 0 && top < innerHeight) formula.classList.add('before');
    }
  });
  const counted = (): Promise<number> => frame.locator('.katex.before').count();
  const before = await counted();
  const times: number[] = [];
  for (const width of [1100, 1280, 1000, 1280]) {
    const resized = frame.evaluate(
      () =>
        new Promise<number>((resolve) => {
          addEventListener(
            'resize',
            () => {
              const start = performance.now();
              requestAnimationFrame(() =>
                setTimeout(() => {
                  resolve(performance.now() - start);
                }),
              );
            },
            { once: true },
          );
        }),
    );
    await window.page.setViewportSize({ width, height: 800 });
    times.push(await resized);
  }
  const again = before - (await counted());
  return [
    limit(`${name}, formulas typeset again when resized`, again, 0, 'formulas'),
    report(`${name}, from a resize to its frame, worst`, milliseconds(Math.max(...times))),
  ];
}
