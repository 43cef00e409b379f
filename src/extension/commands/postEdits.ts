// Asks the server what a command would write into a post, and writes it as one step of undo.
import * as vscode from 'vscode';
import type { EditAnswer, EditRefusal, EditRequest, PlacedEdit } from '../../protocol/editing.js';
import type { PlaceInPost } from '../../protocol/server.js';
import type { ServerClient } from '../serverClient.js';
import { placesOf, rangeOf } from '../places.js';
import { writeFiles } from '../writeFiles.js';
import { activePost } from './activePost.js';

/** The post in the active editor, and the editor that writes into it. */
export function activePostEditor(): vscode.TextEditor | null {
  return activePost() ? (vscode.window.activeTextEditor ?? null) : null;
}

export function editRequest({ document, selection }: vscode.TextEditor): EditRequest {
  const { uri, version } = document;
  return { uri: uri.toString(), version, ...placesOf(selection) };
}

/** Says why where the answer is a refusal, or where the post has changed since it was asked about. */
export async function writeAnswer<Request extends EditRequest>(
  server: ServerClient,
  editor: vscode.TextEditor,
  method: string,
  request: Request,
): Promise<void> {
  const answer = await server.request<EditAnswer | null>(method, request);
  if (answer) await makeEdits(editor, request, answer);
}

/** The files first: a link to none would be worse than a file without a link. */
export async function makeEdits(
  editor: vscode.TextEditor,
  { version }: Pick<EditRequest, 'version'>,
  answer: EditAnswer,
): Promise<void> {
  if (answer.kind === 'refused') return showRefusal(answer);
  const { edits, files = [], caret } = answer;
  const isCurrent = editor.document.version === version;
  if (isCurrent && files.length > 0 && !(await writeFiles(files))) return;
  if (!isCurrent || (edits.length > 0 && !(await write(editor, edits)))) {
    showChangedMeanwhile();
  } else if (caret) putCaret(editor, caret);
}

export function putCaret(editor: vscode.TextEditor, { line, character }: PlaceInPost): void {
  const position = new vscode.Position(line, character);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(new vscode.Range(position, position));
}

export function showChangedMeanwhile(): void {
  showRefusal({ message: vscode.l10n.t('The post has changed meanwhile. Try again.') });
}

export function showRefusal({ message }: Pick<EditRefusal, 'message'>): void {
  void vscode.window.showInformationMessage(message);
}

function write(editor: vscode.TextEditor, edits: readonly PlacedEdit[]): Thenable<boolean> {
  return editor.edit((builder) => {
    for (const edit of edits) builder.replace(rangeOf(edit), edit.text);
  });
}
