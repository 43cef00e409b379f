// Evaluate Formula at Cursor, Copy as Python and Check Derivation at Cursor: nothing is written into the post.
import * as vscode from 'vscode';
import {
  serverRequests,
  type QuestionAnswer,
  type QuestionRequest,
} from '../../protocol/server.js';
import { analysisRequests } from '../../protocol/analysis.js';
import { showAnalysis } from '../analysisPanel.js';
import { lateProgress } from '../lateProgress.js';
import { showNotice } from '../notice.js';
import { placesOf } from '../places.js';
import type { ServerClient } from '../serverClient.js';
import { unlessCancelled } from '../unlessCancelled.js';
import { pickLine } from './evaluatePost.js';
import { askForLine, rememberLine, type MissingLine } from './missingLines.js';
import { activePostEditor, showChangedMeanwhile } from './postEdits.js';

interface QuestionKind {
  readonly method: string;
  readonly doing: string;
  /** Where the caret stands on nothing to ask about. */
  readonly nothing: string;
}

export function registerFormulaQuestions(
  server: ServerClient,
  { workspaceState }: vscode.ExtensionContext,
): vscode.Disposable {
  // One question at a time: the next one ends the one before.
  let asked: vscode.CancellationTokenSource | null = null;
  const command = (name: string, kind: QuestionKind): vscode.Disposable =>
    vscode.commands.registerCommand(name, async () => {
      const editor = activePostEditor();
      if (!editor) return;
      asked?.cancel();
      const own = new vscode.CancellationTokenSource();
      asked = own;
      try {
        await new Conversation({ server, memory: workspaceState, editor, kind, ending: own }).run();
      } finally {
        if (asked === own) asked = null;
        own.dispose();
      }
    });
  return vscode.Disposable.from(
    command('postulate.evaluateFormula', {
      method: serverRequests.evaluateAt,
      doing: vscode.l10n.t('Evaluating the formula'),
      nothing: vscode.l10n.t('There is no formula at the caret. Put the caret into one.'),
    }),
    command('postulate.copyAsPython', {
      method: serverRequests.pythonAt,
      doing: vscode.l10n.t('Writing the program'),
      nothing: vscode.l10n.t(
        'There is no formula with a value at the caret. Put the caret into one.',
      ),
    }),
    command('postulate.checkDerivation', {
      method: serverRequests.checkAt,
      doing: vscode.l10n.t('Checking the derivation'),
      nothing: vscode.l10n.t(
        'There is no relation at the caret. Put the caret into a formula with one.',
      ),
    }),
    command('postulate.analyseMeasure', {
      method: analysisRequests.measure,
      doing: vscode.l10n.t('Analysing the measure'),
      nothing: vscode.l10n.t('This post defines no function. Put the caret into a formula.'),
    }),
    command('postulate.analyseLoss', {
      method: analysisRequests.loss,
      doing: vscode.l10n.t('Analysing the loss'),
      nothing: vscode.l10n.t('This post defines no function. Put the caret into a formula.'),
    }),
  );
}

/** No formula has more symbols than this; the writer gives up before. */
const mostQuestions = 50;

interface ConversationChoices {
  readonly server: ServerClient;
  readonly memory: vscode.Memento;
  readonly editor: vscode.TextEditor;
  readonly kind: QuestionKind;
  readonly ending: vscode.CancellationTokenSource;
}

type Settled = Exclude<QuestionAnswer, { kind: 'unbound' | 'fault' | 'choose' }>;

class Conversation {
  readonly #choices: ConversationChoices;
  readonly #version: number;
  #place: Pick<QuestionRequest, 'start' | 'end'>;
  readonly #given: string[] = [];

  constructor(choices: ConversationChoices) {
    this.#choices = choices;
    const { document, selection } = choices.editor;
    this.#version = document.version;
    this.#place = placesOf(selection);
  }

  /** One symbol after the other, until the formula has a value. */
  async run(): Promise<void> {
    const { memory, editor, ending } = this.#choices;
    let missing: MissingLine | null = null;
    for (let turn = 0; turn < mostQuestions; turn++) {
      const answer = await this.#ask();
      if (answer === null) return;
      if (missing) await this.#remember(missing.name, answer);
      if (answer.kind === 'choose') {
        const place = await chosen(answer, ending.token);
        if (!place) return;
        this.#place = place;
        continue;
      }
      if (answer.kind !== 'unbound' && answer.kind !== 'fault') return this.#show(answer);
      missing = this.#missing(missing, answer);
      const line = await askForLine(memory, missing, ending.token);
      if (line === undefined) return;
      if (this.#hasChanged(editor)) return showChangedMeanwhile();
      if (ending.token.isCancellationRequested) return;
      this.#given.push(line);
    }
  }

  /** A line that cannot be used is asked for again, and said to be so. */
  #missing(
    last: MissingLine | null,
    answer: Extract<QuestionAnswer, { kind: 'unbound' | 'fault' }>,
  ): MissingLine {
    const given = this.#given;
    if (answer.kind === 'fault') {
      const [wrong = ''] = given.splice(answer.line, 1);
      const { name, wants } = last ?? { name: '', wants: 'value' };
      return { name, wants, given, wrong, fault: answer.message };
    }
    const { name, wants } = answer;
    const isSame = last?.name === name;
    const fault = isSame ? vscode.l10n.t('This line says nothing about {0}.', name) : '';
    return { name, wants, given, wrong: isSame ? (given.at(-1) ?? '') : '', fault };
  }

  async #remember(name: string, answer: QuestionAnswer): Promise<void> {
    const line = this.#given.at(-1);
    const isUseless =
      answer.kind === 'fault' || (answer.kind === 'unbound' && answer.name === name);
    if (line !== undefined && !isUseless) await rememberLine(this.#choices.memory, name, line);
  }

  #hasChanged({ document }: vscode.TextEditor): boolean {
    return document.version !== this.#version;
  }

  /** `null` where nobody waits for the answer any more: it would be about another text. */
  async #ask(): Promise<QuestionAnswer | null> {
    const { server, editor, kind, ending } = this.#choices;
    const { document } = editor;
    const request: QuestionRequest = {
      uri: document.uri.toString(),
      ...this.#place,
      given: this.#given,
    };
    const changes = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && event.contentChanges.length > 0) ending.cancel();
    });
    try {
      const { token } = ending;
      const asked = server.request<QuestionAnswer | null>(kind.method, request, token);
      const answer = await lateProgress(kind.doing, unlessCancelled(asked, token), ending);
      return token.isCancellationRequested || this.#hasChanged(editor) ? null : answer;
    } finally {
      changes.dispose();
    }
  }

  async #show(answer: Settled): Promise<void> {
    const { editor, kind } = this.#choices;
    switch (answer.kind) {
      case 'none':
        void vscode.window.showInformationMessage(kind.nothing);
        return;
      case 'problem':
        void vscode.window.showWarningMessage(answer.message);
        return;
      case 'steps':
        return pickLine(editor.document, answer.lines);
      case 'program':
        await vscode.env.clipboard.writeText(answer.text);
        showNotice(vscode.l10n.t('Copied as Python'));
        return;
      case 'value':
        return showValue(answer);
      case 'analysis':
        return showAnalysis(answer);
    }
  }
}

/** The place of the function that is picked. */
async function chosen(
  { functions }: Extract<QuestionAnswer, { kind: 'choose' }>,
  token: vscode.CancellationToken,
): Promise<Pick<QuestionRequest, 'start' | 'end'> | undefined> {
  const items = functions.map(({ source, start }) => ({
    label: source.replace(/\s+/g, ' '),
    // At its start, which no other formula of the place holds better.
    place: { start, end: start },
  }));
  const options = { placeHolder: vscode.l10n.t('The function to analyse') };
  return (await vscode.window.showQuickPick(items, options, token))?.place;
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
