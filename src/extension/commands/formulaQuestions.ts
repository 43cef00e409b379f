// Evaluate Formula at Cursor and Check Derivation at Cursor: nothing is written into the post.
import * as vscode from 'vscode';
import {
  serverRequests,
  type QuestionAnswer,
  type QuestionRequest,
} from '../../protocol/server.js';
import type { ServerClient } from '../serverClient.js';
import { pickLine } from './evaluatePost.js';
import { askForLine, type MissingLine } from './missingLines.js';
import { activePostEditor } from './postEdits.js';

export function registerFormulaQuestions(
  server: ServerClient,
  { workspaceState }: vscode.ExtensionContext,
): vscode.Disposable {
  const command = (name: string, method: string): vscode.Disposable =>
    vscode.commands.registerCommand(name, async () => {
      const editor = activePostEditor();
      if (editor) await new Conversation(server, workspaceState, editor, method).run();
    });
  return vscode.Disposable.from(
    command('postulate.evaluateFormula', serverRequests.evaluateAt),
    command('postulate.checkDerivation', serverRequests.checkAt),
  );
}

/** No formula has more symbols than this; the writer gives up before. */
const mostQuestions = 50;

class Conversation {
  readonly #server: ServerClient;
  readonly #memory: vscode.Memento;
  readonly #editor: vscode.TextEditor;
  readonly #method: string;
  readonly #given: string[] = [];

  constructor(
    server: ServerClient,
    memory: vscode.Memento,
    editor: vscode.TextEditor,
    method: string,
  ) {
    this.#server = server;
    this.#memory = memory;
    this.#editor = editor;
    this.#method = method;
  }

  /** One symbol after the other, until the formula has a value. */
  async run(): Promise<void> {
    let asked: Pick<MissingLine, 'name' | 'wants'> = { name: '', wants: 'value' };
    for (let turn = 0; turn < mostQuestions; turn++) {
      const answer = await this.#ask();
      if (answer === null) return;
      if (answer.kind === 'fault') this.#given.splice(answer.line, 1);
      else if (answer.kind === 'unbound') asked = answer;
      else return this.#show(answer);
      const fault = answer.kind === 'fault' ? answer.message : '';
      const line = await askForLine(this.#memory, { ...asked, fault, given: this.#given });
      if (line === undefined) return;
      this.#given.push(line);
    }
  }

  #ask(): Promise<QuestionAnswer | null> {
    const { document, selection } = this.#editor;
    const request: QuestionRequest = {
      uri: document.uri.toString(),
      start: { line: selection.start.line, character: selection.start.character },
      end: { line: selection.end.line, character: selection.end.character },
      given: this.#given,
    };
    return this.#server.request<QuestionAnswer | null>(this.#method, request);
  }

  async #show(answer: Exclude<QuestionAnswer, { kind: 'unbound' | 'fault' }>): Promise<void> {
    switch (answer.kind) {
      case 'none':
        void vscode.window.showInformationMessage(
          vscode.l10n.t('There is no formula at the caret. Put the caret into one.'),
        );
        return;
      case 'problem':
        void vscode.window.showWarningMessage(answer.message);
        return;
      case 'steps':
        return pickLine(this.#editor.document, answer.lines);
      case 'value':
        return showValue(answer);
    }
  }
}

/** A list that a key closes: the value first, which is copied where it is picked, then what it was read as. */
async function showValue({
  source,
  text,
  copied,
  reading,
}: Extract<QuestionAnswer, { kind: 'value' }>): Promise<void> {
  const value: vscode.QuickPickItem = {
    label: text,
    iconPath: new vscode.ThemeIcon('symbol-numeric'),
    description: vscode.l10n.t('Copy Value'),
  };
  const formula = source.replace(/\s+/g, ' ');
  const picked = await vscode.window.showQuickPick(
    [value, ...reading.map((label): vscode.QuickPickItem => ({ label }))],
    { title: formula.length > longestFormula ? `${formula.slice(0, longestFormula)}…` : formula },
  );
  if (picked) await vscode.env.clipboard.writeText(picked === value ? copied : picked.label);
}

const longestFormula = 80;
