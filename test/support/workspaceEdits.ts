// What a WorkspaceEdit writes, in whichever of its two forms.
import { TextDocumentEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';

/** By URI. */
export function editsIn(
  edit: WorkspaceEdit | null | undefined,
): readonly (readonly [uri: string, edits: readonly TextEdit[]])[] {
  const versioned = (edit?.documentChanges ?? [])
    .filter((change) => TextDocumentEdit.is(change))
    .map(({ textDocument, edits }) => [textDocument.uri, edits as TextEdit[]] as const);
  return [...versioned, ...Object.entries(edit?.changes ?? {})];
}
