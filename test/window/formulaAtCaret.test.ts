// The packed extension in a real VS Code window: the formula at the caret, while it is typed.
import { expect, it } from 'vitest';
import { openFolder, type Window } from './harness/window.js';

const post = String.raw`# Losses

A loss $L$ of one number.

\begin{equation}
L = -\log p
\label{eq:loss}
\end{equation}

The end.
`;

/** The rules by which attachments of the editor get their pictures. */
function pictures(window: Window): Promise<readonly string[]> {
  return window.page.evaluate(() =>
    [...document.querySelectorAll('.editor-instance .view-line span')].flatMap((span) => {
      const { content, position } = getComputedStyle(span, '::after');
      return content.includes('data:image/svg+xml') && position === 'absolute' ? [content] : [];
    }),
  );
}

async function putCaret(window: Window, line: number, column: number): Promise<void> {
  await window.host(
    (vscode, atLine, atColumn) => {
      const editor = vscode.window.activeTextEditor;
      if (!editor) throw new Error('There is no editor.');
      const place = new vscode.Position(atLine, atColumn);
      editor.selection = new vscode.Selection(place, place);
      return null;
    },
    line,
    column,
  );
}

it('shows the formula at the caret while it is typed, and nothing outside of formulas', async () => {
  const window = await openFolder({ files: { 'post.md': post } });
  await window.openFile('post.md');
  await putCaret(window, 5, 11);
  await window.runCommand('Postulate: Toggle Formula at Caret');
  await expect.poll(() => pictures(window)).toHaveLength(1);
  const [before] = await pictures(window);
  await window.type('_i');
  await expect.poll(async () => (await pictures(window))[0]).not.toBe(before);
  // Half-typed TeX keeps the last picture.
  const [typed] = await pictures(window);
  await window.type('^{');
  await window.type('2');
  await window.type('}');
  await expect
    .poll(async () => {
      const [shown] = await pictures(window);
      return shown !== undefined && shown !== typed;
    })
    .toBe(true);
  await window.keep('formula at the caret');
  await putCaret(window, 2, 9);
  await expect.poll(() => pictures(window)).toHaveLength(1);
  await putCaret(window, 0, 3);
  await expect.poll(() => pictures(window)).toHaveLength(0);
  // By its keys it goes, and comes again.
  await putCaret(window, 2, 9);
  await expect.poll(() => pictures(window)).toHaveLength(1);
  await window.press('Control+k', 'Control+g');
  await expect.poll(() => pictures(window)).toHaveLength(0);
  await window.press('Control+k', 'Control+g');
  await expect.poll(() => pictures(window)).toHaveLength(1);
});
