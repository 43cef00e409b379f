// What every bench in a window shares: an echo panel beside the preview, and keys that are timed in both.
import type { Frame } from 'playwright-core';
import { openAnotherFolder, type Window } from '../../test/window/harness/window.js';
import { compare, type Measure } from '../measure.js';

/** A webview, and the element of it in which a change is awaited. */
export interface Panel {
  readonly frame: Frame;
  readonly root: string;
}

/** The preview of a post, and the least that any preview has to do, in one window. */
export interface Panels {
  readonly window: Window;
  readonly preview: Panel;
  readonly echo: Panel;
}

/** What the panels show when a key has arrived. */
export interface Sights {
  readonly preview: string;
  readonly echo: string;
}

/** An editor of the same post with an echo panel and no preview, in a window of its own. */
export interface Alone {
  readonly window: Window;
  readonly echo: Panel;
}

/** Milliseconds from a key to what it leads to. */
export interface KeyTimes {
  readonly ours: number;
  /** In the echo panel beside the preview. */
  readonly echo: number;
}

/** The first keys at a place are not counted: VS Code's own Markdown features read a long post anew for each of them. */
const warmUp = 10;

/** Behind a jump: VS Code colours all lines up to the caret first. */
const settling = 4000;

/** Between two keys, as they come from somebody who types fast; a key that is held is measured by itself. */
const pause = 120;

/** Opens a preview by its command, and an echo panel in the next column: one behind another is not drawn. */
export async function openPanels(
  window: Window,
  command: string,
  preview: { readonly root: string; readonly ready: string },
): Promise<Panels> {
  await window.runCommand(command);
  const frame = await window.webviewFrame(preview.ready);
  return { window, preview: { frame, root: preview.root }, echo: await openEcho(window) };
}

export async function openAlone(folder: Parameters<typeof openAnotherFolder>[0]): Promise<Alone> {
  const window = await openAnotherFolder(folder);
  await window.openFile('post.md');
  return { window, echo: await openEcho(window) };
}

/** Our own preview, once it shows a display. */
export const ownPreview = { root: 'main.postulate', ready: 'main.postulate .display' } as const;

/** A panel that shows the last changed line and nothing else. */
export async function openEcho(window: Window): Promise<Panel> {
  await window.host((vscode) => {
    const panel = vscode.window.createWebviewPanel(
      'postulate-bench.echo',
      'Echo',
      { viewColumn: vscode.ViewColumn.Three, preserveFocus: true },
      { enableScripts: true },
    );
    panel.webview.html = `<!DOCTYPE html><p id="echo"></p><script>
      addEventListener('message', (event) => { document.getElementById('echo').textContent = event.data; });
    </script>`;
    vscode.workspace.onDidChangeTextDocument((event) => {
      const line = event.contentChanges[0]?.range.start.line;
      if (line !== undefined) void panel.webview.postMessage(event.document.lineAt(line).text);
    });
    return null;
  });
  return { frame: await window.webviewFrame('#echo'), root: '#echo' };
}

/** Types letters behind a text that stands once in the post, and times each. */
export async function typeAt(
  panels: Panels,
  caret: string,
  keys: number,
  alone?: Alone,
): Promise<Times> {
  for (const { window } of alone ? [panels, alone] : [panels]) await putCaret(window, caret);
  await new Promise((resolve) => setTimeout(resolve, settling));
  const letters = lettersOf(keys);
  const sights = (key: number): Sights => {
    const typed = tailOf(caret) + letters.slice(0, key + 1).join('');
    return { preview: typed, echo: typed };
  };
  return timeKeys(panels, letters, sights, alone);
}

/** Presses keys one by one, in one window after the other; each is timed until the panels show what it leads to. */
export async function timeKeys(
  panels: Panels,
  pressed: readonly string[],
  expected: (key: number) => Sights,
  alone?: Alone,
): Promise<Times> {
  const beside: KeyTimes[] = [];
  for (const [index, key] of pressed.entries()) {
    await rest(panels.window);
    beside.push(await timeKey(panels, key, expected(index)));
  }
  const timesAlone: number[] = [];
  if (alone) {
    for (const [index, key] of pressed.entries()) {
      await rest(alone.window);
      timesAlone.push(await timeEcho(alone, key, expected(index).echo));
    }
  }
  return {
    ours: beside.slice(warmUp).map(({ ours }) => ours),
    echo: beside.slice(warmUp).map(({ echo }) => echo),
    alone: timesAlone.slice(warmUp),
  };
}

/** The same keys in the preview, in the echo beside it, and in an echo without a preview, where there is one. */
export interface Times {
  readonly ours: readonly number[];
  readonly echo: readonly number[];
  readonly alone: readonly number[];
}

/** Against the echo in the same window, and against one alone in another. */
export function compareBoth(
  what: string,
  { ours, echo, alone }: Times,
  budget: number | null,
): readonly Measure[] {
  const beside = compare(what, { ours, reference: echo }, budget);
  if (alone.length === 0) return [beside];
  const pair = { ours, reference: alone };
  const budgetAlone = budget === null ? null : 1.5;
  return [beside, compare(`${what}, against an echo alone`, pair, budgetAlone)];
}

/** Presses one key and waits until both panels show it. */
export async function timeKey(
  { window, preview, echo }: Panels,
  key: string,
  sights: Sights,
): Promise<KeyTimes> {
  await watch(preview, sights.preview);
  await watch(echo, sights.echo);
  const start = Date.now();
  await window.page.keyboard.press(key);
  const [ours, reference] = [await seenAt(preview), await seenAt(echo)];
  return { ours: ours - start, echo: reference - start };
}

/** A window that is not in front is drawn less often. What the editor does behind a key is mostly done before the next. */
async function rest({ page }: Window): Promise<void> {
  await page.bringToFront();
  await new Promise((resolve) => setTimeout(resolve, pause));
}

async function timeEcho({ window, echo }: Alone, key: string, sight: string): Promise<number> {
  await watch(echo, sight);
  const start = Date.now();
  await window.page.keyboard.press(key);
  return (await seenAt(echo)) - start;
}

export function lettersOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, key) => String.fromCharCode(97 + (key % 26)));
}

/** The word that stands before the caret: what is typed is searched together with it. */
export function tailOf(caret: string): string {
  return (/\w+$/.exec(caret) ?? [''])[0];
}

/** From now on waits for a changed node that holds the text. Both clocks are the machine's. */
export function watch({ frame, root }: Panel, text: string): Promise<void> {
  return frame.evaluate(
    ([selector, expected]) => {
      const holder = globalThis as { seen?: Promise<number> };
      holder.seen = new Promise((resolve) => {
        const observer = new MutationObserver((mutations) => {
          const nodes = mutations.flatMap((mutation) => [mutation.target, ...mutation.addedNodes]);
          // The root is never read whole: that costs more than what is measured.
          if (
            !nodes.some(
              (node) => node.childNodes.length < 60 && node.textContent?.includes(expected),
            )
          )
            return;
          observer.disconnect();
          resolve(Date.now());
        });
        const target = document.querySelector(selector);
        if (target)
          observer.observe(target, { childList: true, characterData: true, subtree: true });
      });
    },
    [root, text] as const,
  );
}

export function seenAt({ frame }: Panel): Promise<number> {
  return frame.evaluate(() => (globalThis as { seen?: Promise<number> }).seen ?? NaN);
}

/** Puts the caret behind the first place where a text stands, with more text inserted there, and shows it in the preview. */
export async function putCaret(window: Window, text: string, inserted = ''): Promise<void> {
  await window.page.bringToFront();
  await window.host(
    async (vscode, searched, added) => {
      const [editor] = vscode.window.visibleTextEditors;
      if (editor === undefined) throw new Error('There is no editor.');
      const offset = editor.document.getText().indexOf(searched);
      if (offset < 0) throw new Error(`The post does not hold ${searched}.`);
      const behind = editor.document.positionAt(offset + searched.length);
      await editor.edit((edit) => {
        edit.insert(behind, added);
      });
      const position = editor.document.positionAt(offset + searched.length + added.length);
      editor.selection = new vscode.Selection(position, position);
      editor.revealRange(editor.selection, vscode.TextEditorRevealType.AtTop);
      return null;
    },
    text,
    inserted,
  );
  // Keys that come before a window has the focus are lost.
  await window.page.waitForFunction(() => document.hasFocus());
  await window.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await window.page
    .locator('.editor-instance .monaco-editor')
    .first()
    .click({ position: { x: 5, y: 300 }, trial: true });
}
