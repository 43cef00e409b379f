// Insert Formula: a list of the library's formulas, the one that is chosen shown beside; Enter inserts its definition.
import * as vscode from 'vscode';
import {
  libraryRequests,
  type InsertFormulaRequest,
  type LibraryFormula,
} from '../../protocol/library.js';
import { formulaHtml } from '../formulaHtml.js';
import type { FormulaPage } from '../formulaPanel.js';
import { formulaPicture } from '../formulaPicture.js';
import { pickBeside } from '../pickBeside.js';
import type { ServerClient } from '../serverClient.js';
import { activePostEditor, editRequest, writeAnswer } from './postEdits.js';

interface Item extends vscode.QuickPickItem {
  readonly formula: LibraryFormula;
}

interface Choice {
  readonly formula: LibraryFormula;
  readonly form: InsertFormulaRequest['form'];
}

export function registerInsertFormula(server: ServerClient): vscode.Disposable {
  return vscode.commands.registerCommand('postulate.insertFormula', async () => {
    const editor = activePostEditor();
    if (!editor) return;
    const formulas = await server.request<readonly LibraryFormula[] | null>(
      libraryRequests.formulas,
      {},
    );
    const choice = formulas && (await choose(server, editor, formulas));
    if (!choice) return;
    const { formula, form } = choice;
    const request: InsertFormulaRequest = { ...editRequest(editor), name: formula.name, form };
    await writeAnswer(server, editor, libraryRequests.insert, request);
  });
}

function choose(
  server: ServerClient,
  editor: vscode.TextEditor,
  formulas: readonly LibraryFormula[],
): Promise<Choice | undefined> {
  const picker = vscode.window.createQuickPick<Item>();
  const call: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('insert'),
    tooltip: vscode.l10n.t('Insert a call'),
  };
  picker.title = vscode.l10n.t('Insert Formula');
  picker.placeholder = vscode.l10n.t('Enter inserts the definition, the button a call');
  picker.items = formulas.map((formula) => itemOf(formula, call));
  picker.buttons = [call];
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  const shown = ({ formula }: Item): FormulaPage => pageOf(formula, server);
  return pickBeside<Item, Choice>(editor, picker, shown, (pick) => {
    const finish = (formula: LibraryFormula | undefined, form: Choice['form']): void =>
      pick(formula && { formula, form });
    picker.onDidAccept(() => finish(picker.activeItems[0]?.formula, 'definition'));
    picker.onDidTriggerButton(() => finish(picker.activeItems[0]?.formula, 'call'));
    picker.onDidTriggerItemButton(({ item }) => finish(item.formula, 'call'));
  });
}

function itemOf(formula: LibraryFormula, call: vscode.QuickInputButton): Item {
  const { title, kind, source, definition } = formula;
  return {
    label: title,
    description: kind,
    detail: `${source} · ${definition}`,
    buttons: [call],
    formula,
  };
}

function pageOf(formula: LibraryFormula, server: ServerClient): FormulaPage {
  const { title, name } = formula;
  return {
    title,
    html: async () => {
      const picture = await formulaPicture(server, libraryRequests.picture, { name });
      return formulaHtml(formula, picture, vscode.env.language);
    },
  };
}
