// The panel beside the editor that shows a formula while one goes through a list of them.
import * as vscode from 'vscode';

export interface FormulaPage {
  readonly title: string;
  readonly html: () => Promise<string>;
}

export class FormulaPanel {
  #panel: vscode.WebviewPanel | null = null;
  #wanted: FormulaPage | null = null;
  #isDone = false;

  /** Of formulas that are gone through fast, the last one. */
  async show(page: FormulaPage): Promise<void> {
    this.#wanted = page;
    const html = await page.html();
    if (this.#isDone || this.#wanted !== page) return;
    const panel = (this.#panel ??= this.#open());
    panel.title = page.title;
    panel.webview.html = html;
  }

  dispose(): void {
    this.#isDone = true;
    this.#panel?.dispose();
  }

  #open(): vscode.WebviewPanel {
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel('postulate.formula', '', place);
    panel.onDidDispose(() => {
      this.#isDone = true;
    });
    return panel;
  }
}
