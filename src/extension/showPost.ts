// A post in an editor, at one of its lines.
import * as vscode from 'vscode';

export interface ShownPlace {
  readonly line: number;
  /** Where the line comes to stand in the editor. */
  readonly reveal: vscode.TextEditorRevealType;
  readonly viewColumn?: vscode.ViewColumn;
}

export async function showPost(post: vscode.Uri, place: ShownPlace): Promise<void> {
  const { line, reveal, viewColumn } = place;
  const options = viewColumn === undefined ? {} : { viewColumn };
  const editor = await vscode.window.showTextDocument(post, options);
  const position = new vscode.Position(line, 0);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(new vscode.Range(position, position), reveal);
}

/** The column of the editor that shows the post, else of any editor; `undefined` where there is none. */
export function editorColumn(post: vscode.Uri): vscode.ViewColumn | undefined {
  const editors = vscode.window.visibleTextEditors;
  const own = editors.find(({ document }) => document.uri.toString() === post.toString());
  return (own ?? editors.find(({ viewColumn }) => viewColumn !== undefined))?.viewColumn;
}
