// The editors of a post, as its preview sees them: what they show, and what it shows in them.
import * as vscode from 'vscode';
import type { FormulaSource } from '../protocol/preview.js';
import type { PlaceInPost } from '../protocol/server.js';
import { placeOf, rangeOf } from './places.js';
import { editorColumn, showPost, showRange, visibleEditor, visibleEditors } from './showPost.js';

interface EditorSideParts {
  readonly post: vscode.Uri;
  /** The line that an editor shows first. */
  readonly onScroll: (line: number) => void;
  /** Where the caret stands; `null` where no editor shows the post. */
  readonly onCaret: (caret: PlaceInPost | null) => void;
}

/** Where an editor is on its way to for the preview. */
interface Errand {
  readonly isDone: (editor: vscode.TextEditor) => boolean;
  /** In milliseconds. */
  readonly until: number;
}

/** In milliseconds: as long as an editor scrolls to a place that the preview asked for. */
const settling = 300;
/** In milliseconds: how late an editor may be heard to be there, on a busy machine. */
const patience = 2000;
/** An editor that is to show a line on top may keep as many lines above it in sight. */
const stickyLines = 6;

export class EditorSide {
  readonly #parts: EditorSideParts;
  readonly #disposables: readonly vscode.Disposable[];
  /** Until when an editor scrolls because of the preview. */
  #settled = 0;
  readonly #errands = new WeakMap<vscode.TextEditor, Errand>();
  /** The line that each editor showed first when it was last heard of. */
  readonly #firstLines = new WeakMap<vscode.TextEditor, number>();

  constructor(parts: EditorSideParts) {
    this.#parts = parts;
    this.#disposables = [
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        // Another size of the editor, or another line of text, is no scrolling.
        const before = this.#firstLines.get(textEditor);
        const first = this.#firstLine(textEditor);
        const isOurs = this.#isOnErrand(textEditor) || Date.now() <= this.#settled;
        if (first !== before && !isOurs) this.#tellScroll(textEditor);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        this.#tellCaret(textEditor);
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor) this.#tellCaret(editor);
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => {
        if (!visibleEditor(parts.post)) parts.onCaret(null);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('markdown.preview.markEditorSelection')) this.tellCaret();
      }),
    ];
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** Tells where the editor stands, once the preview can follow. */
  tell(): void {
    const editor = visibleEditor(this.#parts.post);
    if (editor) this.#tellScroll(editor);
    this.tellCaret();
  }

  /** Tells where the caret stands, to a server that does not know. */
  tellCaret(): void {
    const editor = visibleEditor(this.#parts.post);
    if (editor) this.#tellCaret(editor);
  }

  /** The reader scrolled the preview: the editors follow, and the preview does not follow them. */
  scrollTo(line: number): void {
    const { post } = this.#parts;
    if (isSwitchedOff(post, 'scrollEditorWithPreview')) return;
    this.#settled = Math.max(this.#settled, Date.now() + settling);
    for (const editor of visibleEditors(post)) {
      this.#send(editor, (sent) => isAtTop(sent, line));
      editor.revealRange(rangeAt(editor.document, line), vscode.TextEditorRevealType.AtTop);
    }
  }

  /** Until it is heard to be there, nothing that the editor scrolls by is the writer's; then it settles. */
  #send(editor: vscode.TextEditor, isDone: Errand['isDone']): void {
    if (isDone(editor)) this.#errands.delete(editor);
    else this.#errands.set(editor, { isDone, until: Date.now() + patience });
  }

  #isOnErrand(editor: vscode.TextEditor): boolean {
    const errand = this.#errands.get(editor);
    if (!errand || Date.now() > errand.until) return false;
    if (errand.isDone(editor)) {
      this.#errands.delete(editor);
      this.#settled = Math.max(this.#settled, Date.now() + settling);
    }
    return true;
  }

  async revealLine(line: number): Promise<void> {
    const { post } = this.#parts;
    if (isSwitchedOff(post, 'doubleClickToSwitchToEditor')) return;
    const reveal = vscode.TextEditorRevealType.InCenterIfOutsideViewport;
    await this.#keepingPreview(() => showPost(post, { line, reveal, viewColumn: columnOf(post) }));
  }

  /** The reader clicked it. Where no editor shows the post, one click is not meant to open one. */
  async revealFormula(source: FormulaSource, opens: boolean): Promise<void> {
    const { post } = this.#parts;
    if (isSwitchedOff(post, 'doubleClickToSwitchToEditor')) return;
    if (!opens && !visibleEditor(post)) return;
    const reveal = vscode.TextEditorRevealType.InCenterIfOutsideViewport;
    await this.#keepingPreview(() =>
      showRange(post, rangeOf(source), { reveal, viewColumn: columnOf(post) }),
    );
  }

  /** What the editor scrolls for now is no reason for the preview to move. */
  async #keepingPreview(show: () => Thenable<vscode.TextEditor>): Promise<void> {
    this.#settled = Infinity;
    try {
      const editor = await show();
      const { line } = editor.selection.start;
      this.#send(editor, (sent) => shows(sent, line));
    } finally {
      this.#settled = Date.now() + settling;
    }
  }

  #tellCaret({ document, selection }: vscode.TextEditor): void {
    const { post, onCaret } = this.#parts;
    if (document.uri.toString() !== post.toString()) return;
    onCaret(isSwitchedOff(post, 'markEditorSelection') ? null : placeOf(selection.active));
  }

  #tellScroll(editor: vscode.TextEditor): void {
    const { post, onScroll } = this.#parts;
    const first = this.#firstLine(editor);
    if (first !== undefined && !isSwitchedOff(post, 'scrollPreviewWithEditor')) onScroll(first);
  }

  /** `undefined` where it shows nothing of the post. */
  #firstLine(editor: vscode.TextEditor): number | undefined {
    const first = editor.visibleRanges[0]?.start.line;
    if (first === undefined || editor.document.uri.toString() !== this.#parts.post.toString()) {
      return undefined;
    }
    this.#firstLines.set(editor, first);
    return first;
  }
}

/** From as far in a line as the fraction says to its end: a long line is seen as several. */
function rangeAt(document: vscode.TextDocument, place: number): vscode.Range {
  const line = Math.min(Math.floor(place), document.lineCount - 1);
  const { range, text } = document.lineAt(line);
  const start = Math.floor(Math.min(place - line, 1) * text.length);
  return new vscode.Range(range.start.translate(0, start), range.end);
}

/** As far as the end of the post lets it. */
function isAtTop(editor: vscode.TextEditor, line: number): boolean {
  const [seen] = editor.visibleRanges;
  if (!seen) return false;
  if (Math.abs(seen.start.line - line) <= stickyLines) return true;
  return shows(editor, Math.floor(line)) && seen.end.line >= editor.document.lineCount - 1;
}

function shows({ visibleRanges }: vscode.TextEditor, line: number): boolean {
  return visibleRanges.some(({ start, end }) => start.line <= line && line <= end.line);
}

function columnOf(post: vscode.Uri): vscode.ViewColumn {
  return editorColumn(post) ?? vscode.ViewColumn.Beside;
}

/** What the reader switched off for VS Code's own preview; its defaults differ between versions. */
function isSwitchedOff(post: vscode.Uri, name: string): boolean {
  const choice = vscode.workspace.getConfiguration('markdown.preview', post).inspect<boolean>(name);
  const chosen = choice?.workspaceFolderValue ?? choice?.workspaceValue ?? choice?.globalValue;
  return chosen === false;
}
