// The panel beside the editor that shows a formula of the library while one goes through their list.
import * as vscode from 'vscode';
import { libraryRequests, type LibraryFormula } from '../protocol/library.js';
import { formulaHtml } from './formulaHtml.js';
import type { ServerClient } from './serverClient.js';

export class FormulaPanel {
  readonly #server: ServerClient;
  #panel: vscode.WebviewPanel | null = null;
  #wanted: LibraryFormula | null = null;
  #isDone = false;

  constructor(server: ServerClient) {
    this.#server = server;
  }

  /** Of formulas that are gone through fast, the last one. */
  async show(formula: LibraryFormula): Promise<void> {
    this.#wanted = formula;
    const picture = await this.#pictureOf(formula);
    if (this.#isDone || this.#wanted !== formula) return;
    const panel = (this.#panel ??= this.#open());
    panel.title = formula.title;
    panel.webview.html = formulaHtml(formula, picture, vscode.env.language);
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

  async #pictureOf({ name }: LibraryFormula): Promise<string | null> {
    try {
      return await this.#server.request<string | null>(libraryRequests.picture, { name });
    } catch {
      // The server is being started anew: the TeX does as well.
      return null;
    }
  }
}
