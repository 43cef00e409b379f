// Toggle Formula at Caret: the formula that is being typed, rendered beside it in the editor.
import * as vscode from 'vscode';
import { serverRequests, type FormulaAtRequest, type FormulaPicture } from '../protocol/server.js';
import { placeOf } from './places.js';
import type { ServerClient } from './serverClient.js';

/** Whether it was on when the window was last open. */
const stateKey = 'formulaAtCaret';

export function registerFormulaAtCaret(
  server: ServerClient,
  context: vscode.ExtensionContext,
): vscode.Disposable {
  const formula = new FormulaAtCaret(server, context.workspaceState.get(stateKey) === true);
  const update = (): void => void formula.update();
  update();
  return vscode.Disposable.from(
    formula,
    vscode.commands.registerCommand('postulate.toggleFormulaAtCaret', async () => {
      await context.workspaceState.update(stateKey, formula.toggle());
    }),
    vscode.window.onDidChangeTextEditorSelection(update),
    vscode.window.onDidChangeTextEditorVisibleRanges(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.onDidChangeActiveColorTheme(update),
    vscode.workspace.onDidChangeTextDocument(update),
  );
}

/** The place that was last asked about, in words. */
type Asked = string;

class FormulaAtCaret {
  readonly #server: ServerClient;
  #isOn: boolean;
  #isAsking = false;
  #asked: Asked | null = null;
  #shown: { readonly editor: vscode.TextEditor; readonly formula: FormulaPicture } | null = null;
  readonly #below = decoration('top: 100%');
  readonly #above = decoration('bottom: 100%');

  constructor(server: ServerClient, isOn: boolean) {
    this.#server = server;
    this.#isOn = isOn;
  }

  /** Answers whether it is on now. */
  toggle(): boolean {
    this.#isOn = !this.#isOn;
    this.#asked = null;
    void this.update();
    return this.#isOn;
  }

  dispose(): void {
    this.#below.dispose();
    this.#above.dispose();
  }

  /** One question is out at a time; the newest state is asked about when its answer has come. */
  async update(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      for (;;) {
        const editor = this.#isOn ? postEditor() : null;
        const asked = editor && describe(editor);
        if (editor && asked === this.#asked) break;
        this.#asked = asked;
        this.#show(editor, editor && (await this.#ask(editor)));
        if (!editor) break;
      }
    } finally {
      this.#isAsking = false;
    }
  }

  async #ask(editor: vscode.TextEditor): Promise<FormulaPicture | null> {
    const request: FormulaAtRequest = {
      uri: editor.document.uri.toString(),
      position: placeOf(editor.selection.active),
    };
    try {
      return await this.#server.request<FormulaPicture | null>(serverRequests.formulaAt, request);
    } catch {
      // The server is being started anew: the next key asks again.
      return null;
    }
  }

  /** Half-typed TeX has no picture: the last one of the same formula stays, paler. */
  #show(editor: vscode.TextEditor | null, formula: FormulaPicture | null): void {
    const last = this.#shown;
    if (last && last.editor !== editor) this.#clear(last.editor);
    this.#shown = null;
    if (!editor) return;
    const isSame =
      last?.editor === editor && formula !== null && isSameStart(last.formula, formula);
    const picture = formula?.picture ?? (isSame ? last.formula.picture : null);
    if (formula === null || picture === null) return this.#clear(editor);
    this.#shown = { editor, formula: { ...formula, picture } };
    const isStale = formula.picture === null;
    const below = isVisible(editor, formula.end.line);
    const line = below ? formula.end.line : formula.start.line;
    const options = [{ range: endOf(editor, line), renderOptions: render(picture, isStale) }];
    editor.setDecorations(this.#below, below ? options : []);
    editor.setDecorations(this.#above, below ? [] : options);
  }

  #clear(editor: vscode.TextEditor): void {
    editor.setDecorations(this.#below, []);
    editor.setDecorations(this.#above, []);
  }
}

function postEditor(): vscode.TextEditor | null {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.languageId === 'markdown' ? editor : null;
}

function describe({ document, selection, visibleRanges }: vscode.TextEditor): Asked {
  const { line, character } = selection.active;
  const { kind } = vscode.window.activeColorTheme;
  const last = visibleRanges.at(-1)?.end.line;
  return JSON.stringify([document.uri.toString(), document.version, line, character, last, kind]);
}

function isSameStart(left: FormulaPicture, right: FormulaPicture): boolean {
  return left.start.line === right.start.line && left.start.character === right.start.character;
}

/** With room for a line below it. */
function isVisible({ visibleRanges }: vscode.TextEditor, line: number): boolean {
  return visibleRanges.some(({ start, end }) => start.line <= line && line < end.line);
}

function endOf({ document }: vscode.TextEditor, line: number): vscode.Range {
  const { end } = document.lineAt(Math.min(line, document.lineCount - 1)).range;
  return new vscode.Range(end, end);
}

/**
 * VS Code has no insets for extensions: an attachment behind the line is taken out of the line by the
 * style sheet that its text decoration carries, so that no text moves.
 */
function decoration(place: string): vscode.TextEditorDecorationType {
  const style = [
    'none; position: absolute',
    'left: 0',
    place,
    'z-index: 10',
    'padding: 4px 8px',
    'border-radius: 3px',
    'border: 1px solid var(--vscode-editorHoverWidget-border)',
    'background: var(--vscode-editorHoverWidget-background)',
    'pointer-events: none',
  ];
  return vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.OpenOpen,
    after: { textDecoration: style.join('; ') },
  });
}

function render(picture: string, isStale: boolean): vscode.DecorationInstanceRenderOptions {
  return {
    after: {
      contentIconPath: vscode.Uri.parse(picture),
      ...(isStale ? { border: '1px dashed var(--vscode-editorHoverWidget-border)' } : {}),
    },
  };
}
