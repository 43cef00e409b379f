// Keystroke to changed DOM in a real window: the preview against an echo panel beside it, key by key.
import { afterAll, expect, it } from 'vitest';
import type { Frame } from 'playwright-core';
import { openFolder, type Window } from '../../test/window/harness/window.js';
import { compare, printMeasures, report, type Measure, type Pair } from '../measure.js';
import { makePost } from '../posts.js';

const sizes = [500, 5000];
const keys = 22;
const warmUp = 2;

interface Place {
  readonly name: string;
  readonly budget: number;
  /** A text that stands once in the post; the caret is put behind it. */
  readonly caret: (section: number) => string;
}

const places: readonly Place[] = [
  { name: 'in prose', budget: 1.2, caret: (section) => `a first point about **section ${section}` },
  { name: 'in a formula', budget: 1.3, caret: (section) => `\\sqrt{${section}` },
];

const measures: Measure[] = [];

afterAll(() => {
  printMeasures('Keystroke → DOM, against an echo panel in the same window', measures);
});

for (const size of sizes) {
  it(`${size} formulas`, async () => {
    const window = await openFolder({ files: { 'post.md': makePost(size) } });
    await window.openFile('post.md');
    await window.runCommand('Postulate: Open Preview to the Side');
    // The preview has its column before the echo opens in the next: a panel behind another is not drawn.
    const preview = await window.webviewFrame('main.postulate .display');
    await openEcho(window);
    const echo = await window.webviewFrame('#echo');
    const middle = Math.round(size / 10);
    for (const place of places) {
      const pair = await typeAt(window, preview, echo, place.caret(middle));
      measures.push(compare(`${size} formulas, ${place.name}`, pair, place.budget));
    }
    const shift = await shiftAllNumbers(window, preview, echo);
    measures.push(compare(`${size} formulas, all numbers shift`, shift, 1.3));
    const nodes = await preview.evaluate(() => document.querySelectorAll('*').length);
    measures.push(report(`${size} formulas, DOM nodes`, String(nodes), '≤ 10,000'));
    expect(nodes).toBeGreaterThan(0);
  });
}

/** A panel that shows the last changed line and nothing else: the least that any preview has to do. */
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

/** Types letters behind a text and times each in both panels. */
async function typeAt(window: Window, preview: Frame, echo: Frame, caret: string): Promise<Pair> {
  await putCaret(window, caret);
  const letters = Array.from({ length: keys }, (_, key) => String.fromCharCode(97 + key));
  const tail = (caret.match(/\w+$/) ?? [''])[0];
  const times = await timeKeys(window, preview, echo, letters, (key) => ({
    preview: tail + letters.slice(0, key + 1).join(''),
    echo: tail + letters.slice(0, key + 1).join(''),
  }));
  return times;
}

/** Makes and unmakes a display before all others, so that every number of the post changes. */
async function shiftAllNumbers(window: Window, preview: Frame, echo: Frame): Promise<Pair> {
  const begun = '\\begin{equation}x\\end{equation';
  await putCaret(window, '# A long post');
  await window.type(`\n\n${begun}`);
  await window.page.keyboard.press('Delete');
  const rounds = Array.from({ length: keys }, (_, key) => (key % 2 === 0 ? '}' : 'Backspace'));
  return timeKeys(window, preview, echo, rounds, (key) => ({
    preview: key % 2 === 0 ? '(2)' : '(1)',
    echo: key % 2 === 0 ? `${begun}}` : begun,
  }));
}

interface Sights {
  readonly preview: string;
  readonly echo: string;
}

/** Presses keys one by one; each is timed until both panels show what it leads to. */
async function timeKeys(
  window: Window,
  preview: Frame,
  echo: Frame,
  pressed: readonly string[],
  expected: (key: number) => Sights,
): Promise<Pair> {
  const pair = { ours: [] as number[], reference: [] as number[] };
  for (const [index, key] of pressed.entries()) {
    const sights = expected(index);
    await watch(preview, 'main.postulate', sights.preview);
    await watch(echo, '#echo', sights.echo);
    const start = Date.now();
    await window.page.keyboard.press(key);
    const [ours, reference] = [await seenAt(preview), await seenAt(echo)];
    if (index < warmUp) continue;
    pair.ours.push(ours - start);
    pair.reference.push(reference - start);
  }
  return pair;
}

/** From now on waits for a changed node that holds the text. Both clocks are the machine's. */
function watch(frame: Frame, selector: string, text: string): Promise<void> {
  return frame.evaluate(
    ([root, expected]) => {
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
        const target = document.querySelector(root);
        if (target)
          observer.observe(target, { childList: true, characterData: true, subtree: true });
      });
    },
    [selector, text] as const,
  );
}

function seenAt(frame: Frame): Promise<number> {
  return frame.evaluate(() => (globalThis as { seen?: Promise<number> }).seen ?? NaN);
}

/** Puts the caret behind the first place where the text stands, and shows it in the preview. */
async function putCaret(window: Window, text: string): Promise<void> {
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
