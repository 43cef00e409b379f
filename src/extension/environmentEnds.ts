// Writes the end of an environment behind its `\begin{…}`, as soon as the brace is typed.
import * as vscode from 'vscode';
import { editRequests, type EditRequest } from '../protocol/editing.js';
import { placeOf } from './places.js';
import type { ServerClient } from './serverClient.js';

export function registerEnvironmentEnds(server: ServerClient): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument((event) => {
    const editor = vscode.window.activeTextEditor;
    const place = editor?.document === event.document ? bracedPlace(event) : null;
    if (editor && place) void writeEnd(server, editor, place);
  });
}

/** Behind the brace that was just typed, and not undone; only a `\begin{…}` is worth a question. */
function bracedPlace({
  document,
  contentChanges,
  reason,
}: vscode.TextDocumentChangeEvent): vscode.Position | null {
  const [change, ...others] = contentChanges;
  if (document.languageId !== 'markdown' || reason !== undefined) return null;
  if (change?.text !== '}' || change.rangeLength > 1 || others.length > 0) return null;
  const isWanted = vscode.workspace
    .getConfiguration('postulate.edit', document)
    .get('closeEnvironments');
  if (isWanted === false) return null;
  const place = change.range.start.translate(0, 1);
  const before = document.lineAt(place.line).text.slice(0, place.character);
  return /\\begin\{[a-zA-Z]+\*?\}$/.test(before) ? place : null;
}

/** In a step of its own, so that undoing leaves what was typed. */
async function writeEnd(
  server: ServerClient,
  editor: vscode.TextEditor,
  place: vscode.Position,
): Promise<void> {
  const { document } = editor;
  const { version } = document;
  // The server hears of the brace in this turn, from a listener behind this one.
  await new Promise<void>((resolve) => setImmediate(resolve));
  const at = placeOf(place);
  const request: EditRequest = { uri: document.uri.toString(), version, start: at, end: at };
  const end = await server.request<string | null>(editRequests.environmentEnd, request);
  const isAlone = editor.selections.length === 1 && editor.selection.active.isEqual(place);
  if (end === null || !isAlone || document.version !== version) return;
  // A snippet, for the caret stays before it without a moment in which typing would go behind it.
  const snippet = new vscode.SnippetString().appendTabstop(0);
  const indentation = /^\s*/.exec(document.lineAt(place.line).text)?.[0] ?? '';
  // Snippets indent their lines themselves.
  snippet.appendText(
    end.replace(
      /^(\r?\n)(\s*)/,
      (_, lineEnd: string, blanks: string) =>
        lineEnd + (blanks.startsWith(indentation) ? blanks.slice(indentation.length) : blanks),
    ),
  );
  await editor.insertSnippet(snippet, place);
}
