// A list whose item that is looked at is shown beside, as formulas are.
import * as vscode from 'vscode';
import { FormulaPanel, type FormulaPage } from './formulaPanel.js';

/** `listen` says what is picked by which key or button. The editor has the focus again before it answers. */
export async function pickBeside<Item extends vscode.QuickPickItem, Picked>(
  { document, viewColumn }: vscode.TextEditor,
  picker: vscode.QuickPick<Item>,
  pageOf: (item: Item) => FormulaPage | null,
  listen: (pick: (picked: Picked | undefined) => void) => void,
): Promise<Picked | undefined> {
  const panel = new FormulaPanel();
  // The panel may take the focus while it opens.
  picker.ignoreFocusOut = true;
  picker.onDidChangeActive(([active]) => {
    const page = active ? pageOf(active) : null;
    if (page) void panel.show(page);
  });
  const picked = await new Promise<Picked | undefined>((resolve) => {
    listen(resolve);
    picker.onDidHide(() => {
      resolve(undefined);
    });
    picker.show();
  });
  panel.dispose();
  picker.dispose();
  // The panel beside has closed: the editor goes on where it was.
  await vscode.window.showTextDocument(document, viewColumn);
  return picked;
}
