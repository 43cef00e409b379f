// Hints do not flicker under the caret: those of its own line change after a pause, or when it leaves the line.
import * as vscode from 'vscode';
import { HeldHints, type PlacedHint } from './heldHints.js';

/** In milliseconds: whoever types on has not asked for a value yet. */
const pause = 700;

type NextHints = (
  document: vscode.TextDocument,
  viewPort: vscode.Range,
  token: vscode.CancellationToken,
) => vscode.ProviderResult<vscode.InlayHint[]>;

/** The post that is being typed in, and the line of it. */
interface Typing {
  readonly uri: string;
  readonly line: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

export class SteadyHints implements vscode.Disposable {
  readonly #refresh: () => void;
  readonly #held = new Map<string, HeldHints<vscode.InlayHint>>();
  readonly #disposables: readonly vscode.Disposable[];
  #typing: Typing | null = null;

  constructor(refresh: () => void) {
    this.#refresh = refresh;
    this.#disposables = [
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.#changed(event);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const typing = this.#typing;
        if (typing === null || textEditor.document.uri.toString() !== typing.uri) return;
        if (selections[0]?.active.line !== typing.line) this.#rest();
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#held.delete(uri.toString())),
    ];
  }

  /** For the language client: the hints of the server, held where they have to be. */
  readonly provide = async (
    document: vscode.TextDocument,
    viewPort: vscode.Range,
    token: vscode.CancellationToken,
    next: NextHints,
  ): Promise<vscode.InlayHint[] | null | undefined> => {
    const fresh = await next(document, viewPort, token);
    if (!fresh || token.isCancellationRequested) return fresh;
    const uri = document.uri.toString();
    const held = this.#held.get(uri) ?? new HeldHints();
    this.#held.set(uri, held);
    const typed = this.#typing?.uri === uri ? this.#typing.line : null;
    return held.steady(fresh.map(placed), typed).map(hintAt);
  };

  dispose(): void {
    if (this.#typing) clearTimeout(this.#typing.timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    const [change] = contentChanges;
    if (!change || !['markdown', 'postulate-worksheet'].includes(document.languageId)) return;
    this.#held
      .get(uri)
      ?.changed(contentChanges.map(({ range: { start, end }, text }) => ({ start, end, text })));
    const isTyped = vscode.window.activeTextEditor?.document === document;
    if (this.#typing) clearTimeout(this.#typing.timer);
    if (!isTyped) return this.#rest();
    const line = change.range.start.line + (change.text.match(/\n/g)?.length ?? 0);
    const timer = setTimeout(() => {
      this.#rest();
    }, pause);
    this.#typing = { uri, line, timer };
  }

  #rest(): void {
    if (this.#typing === null) return;
    clearTimeout(this.#typing.timer);
    this.#typing = null;
    this.#refresh();
  }
}

function placed(hint: vscode.InlayHint): PlacedHint<vscode.InlayHint> {
  const { line, character } = hint.position;
  return { line, character, hint };
}

function hintAt({ line, character, hint }: PlacedHint<vscode.InlayHint>): vscode.InlayHint {
  hint.position = new vscode.Position(line, character);
  return hint;
}
