// Insert Worksheet: a fence or a comment behind the block at the caret, or the file beside the post.
import * as vscode from 'vscode';
import {
  editRequests,
  type InsertRequest,
  type WorksheetFilePlace,
} from '../../protocol/editing.js';
import type { ServerClient } from '../serverClient.js';
import { activePostEditor, editRequest, writeAnswer } from './postEdits.js';

type Place = { readonly form: InsertRequest['form'] } | { readonly file: WorksheetFilePlace };

export function registerInsertWorksheet(server: ServerClient): vscode.Disposable {
  return vscode.commands.registerCommand('postulate.insertWorksheet', async () => {
    const editor = activePostEditor();
    if (!editor) return;
    const request = editRequest(editor);
    const { uri } = request;
    const file = await server.request<WorksheetFilePlace | null>(editRequests.worksheetFile, {
      uri,
    });
    const place = await pickPlace(file);
    if (!place) return;
    if ('file' in place) return openFile(place.file);
    const asked: InsertRequest = { ...request, form: place.form };
    await writeAnswer(server, editor, editRequests.insertWorksheet, asked);
  });
}

async function pickPlace(file: WorksheetFilePlace | null): Promise<Place | undefined> {
  const items: (vscode.QuickPickItem & { readonly place: Place })[] = [
    {
      label: vscode.l10n.t('Fenced block'),
      description: vscode.l10n.t('readers see its lines'),
      place: { form: 'fence' },
    },
    {
      label: vscode.l10n.t('Comment'),
      description: vscode.l10n.t('one line, which readers do not see'),
      place: { form: 'comment' },
    },
  ];
  if (file) {
    const description = file.exists
      ? vscode.l10n.t('open the file beside the post')
      : vscode.l10n.t('create a file beside the post, which readers do not see');
    items.push({ label: file.name, description, place: { file } });
  }
  const title = vscode.l10n.t('Insert Worksheet');
  return (await vscode.window.showQuickPick(items, { title }))?.place;
}

/** What is there stays as it is. */
async function openFile({ uri, name }: WorksheetFilePlace): Promise<void> {
  const file = vscode.Uri.parse(uri);
  const creation = new vscode.WorkspaceEdit();
  creation.createFile(file, { ignoreIfExists: true });
  if (await vscode.workspace.applyEdit(creation)) {
    await vscode.window.showTextDocument(file);
    return;
  }
  void vscode.window.showErrorMessage(vscode.l10n.t('{0} cannot be created here.', name));
}
