// A post in an editor, at one of its places.
import * as vscode from 'vscode';

export interface ShownPlace {
  readonly line: number;
  /** Where the line comes to stand in the editor. */
  readonly reveal: vscode.TextEditorRevealType;
  readonly viewColumn?: vscode.ViewColumn;
}

export async function showPost(post: vscode.Uri, place: ShownPlace): Promise<vscode.TextEditor> {
  const { line, reveal, viewColumn } = place;
  const position = new vscode.Position(line, 0);
  return showRange(post, new vscode.Range(position, position), { reveal, viewColumn });
}

/** Selects the range, so that it is seen what was meant. */
export async function showRange(
  post: vscode.Uri,
  range: vscode.Range,
  place: Pick<ShownPlace, 'reveal'> & { readonly viewColumn: vscode.ViewColumn | undefined },
): Promise<vscode.TextEditor> {
  const { reveal, viewColumn } = place;
  const options = viewColumn === undefined ? {} : { viewColumn };
  const editor = await vscode.window.showTextDocument(post, options);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, reveal);
  return editor;
}

/** The column of the editor that shows the post, else of any editor; `undefined` where there is none. */
export function editorColumn(post: vscode.Uri): vscode.ViewColumn | undefined {
  const editors = vscode.window.visibleTextEditors;
  return (visibleEditor(post) ?? editors.find(({ viewColumn }) => viewColumn !== undefined))
    ?.viewColumn;
}

/** An editor that shows the post. */
export function visibleEditor(post: vscode.Uri): vscode.TextEditor | undefined {
  return visibleEditors(post)[0];
}

export function visibleEditors(post: vscode.Uri): readonly vscode.TextEditor[] {
  return vscode.window.visibleTextEditors.filter(
    ({ document }) => document.uri.toString() === post.toString(),
  );
}
