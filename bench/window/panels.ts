// What every bench in a window shares: an echo panel beside the preview, and keys that are timed in both.
import type { Frame } from 'playwright-core';
import type { Window } from '../../test/window/harness/window.js';
import type { Pair } from '../measure.js';

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

/** Milliseconds from a key to what it leads to, in our panel and in the echo. */
export interface KeyTimes {
  readonly ours: number;
  readonly reference: number;
}

/** The first keys at a place warm up and are not counted. */
const warmUp = 2;

/** Opens a preview by its command, and an echo panel in the next column: one behind another is not drawn. */
export async function openPanels(
  window: Window,
  command: string,
  preview: { readonly root: string; readonly ready: string },
): Promise<Panels> {
  await window.runCommand(command);
  const frame = await window.webviewFrame(preview.ready);
  await openEcho(window);
  const echo = await window.webviewFrame('#echo');
  return {
    window,
    preview: { frame, root: preview.root },
    echo: { frame: echo, root: '#echo' },
  };
}

/** Our own preview, once it shows a display. */
export const ownPreview = { root: 'main.postulate', ready: 'main.postulate .display' } as const;

/** A panel that shows the last changed line and nothing else. */
async function openEcho(window: Window): Promise<void> {
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
}

/** Types letters behind a text that stands once in the post, and times each in both panels. */
export async function typeAt(panels: Panels, caret: string, keys: number): Promise<Pair> {
  await putCaret(panels.window, caret);
  const letters = lettersOf(keys);
  return timeKeys(panels, letters, (key) => {
    const typed = tailOf(caret) + letters.slice(0, key + 1).join('');
    return { preview: typed, echo: typed };
  });
}

/** Presses keys one by one; each is timed until both panels show what it leads to. */
export async function timeKeys(
  panels: Panels,
  pressed: readonly string[],
  expected: (key: number) => Sights,
): Promise<Pair> {
  const pair = { ours: [] as number[], reference: [] as number[] };
  for (const [index, key] of pressed.entries()) {
    const { ours, reference } = await timeKey(panels, key, expected(index));
    if (index < warmUp) continue;
    pair.ours.push(ours);
    pair.reference.push(reference);
  }
  return pair;
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
  return { ours: ours - start, reference: reference - start };
}

export function lettersOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, key) => String.fromCharCode(97 + (key % 26)));
}

/** The word that stands before the caret: what is typed is searched together with it. */
export function tailOf(caret: string): string {
  return (/\w+$/.exec(caret) ?? [''])[0];
}

/** From now on waits for a changed node that holds the text. Both clocks are the machine's. */
function watch({ frame, root }: Panel, text: string): Promise<void> {
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

function seenAt({ frame }: Panel): Promise<number> {
  return frame.evaluate(() => (globalThis as { seen?: Promise<number> }).seen ?? NaN);
}

/** Puts the caret behind the first place where the text stands, and shows it in the preview. */
export async function putCaret(window: Window, text: string): Promise<void> {
  await window.host((vscode, searched) => {
    const [editor] = vscode.window.visibleTextEditors;
    if (editor === undefined) throw new Error('There is no editor.');
    const offset = editor.document.getText().indexOf(searched);
    if (offset < 0) throw new Error(`The post does not hold ${searched}.`);
    const position = editor.document.positionAt(offset + searched.length);
    editor.selection = new vscode.Selection(position, position);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.AtTop);
    return null;
  }, text);
  await window.page
    .locator('.editor-instance .monaco-editor')
    .first()
    .click({ position: { x: 5, y: 300 }, trial: true });
}
