// Export Post to HTML: one page that needs nothing beside itself, written where the reader says.
import * as vscode from 'vscode';
import { pageStyles } from '../../protocol/pageStyles.js';
import { serverRequests, type ExportedPage, type ExportRequest } from '../../protocol/server.js';
import { lateProgress } from '../lateProgress.js';
import { loadsRemoteImages } from '../remoteImages.js';
import { unlessCancelled } from '../unlessCancelled.js';

/** The server, as far as an export speaks with it. */
interface ExportServer {
  request<Answer>(
    method: string,
    params: unknown,
    token?: vscode.CancellationToken,
  ): Promise<Answer>;
}

export async function exportPost(
  server: ExportServer,
  extensionUri: vscode.Uri,
  post: vscode.Uri,
): Promise<void> {
  const target = await vscode.window.showSaveDialog({
    defaultUri: pageBeside(post),
    filters: { HTML: ['html', 'htm'] },
    title: vscode.l10n.t('Export Post to HTML'),
  });
  if (!target) return;
  if (target.toString() === post.toString()) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The page would take the place of the post. Choose another name.'),
    );
    return;
  }
  const stop = new vscode.CancellationTokenSource();
  const writing = writePage(server, extensionUri, { post, target }, stop.token);
  try {
    const page = await lateProgress(vscode.l10n.t('Writing the page'), writing, stop);
    if (page) await offerToOpen(target, page);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The page was not written: {0}', reason));
  } finally {
    stop.dispose();
  }
}

/** `null` where it was cancelled. */
async function writePage(
  server: ExportServer,
  extensionUri: vscode.Uri,
  { post, target }: { readonly post: vscode.Uri; readonly target: vscode.Uri },
  token: vscode.CancellationToken,
): Promise<ExportedPage | null> {
  const { fs } = vscode.workspace;
  const read = async (path: string): Promise<Buffer> =>
    Buffer.from(await fs.readFile(vscode.Uri.joinPath(extensionUri, 'media', ...path.split('/'))));
  const request: ExportRequest = {
    uri: post.toString(),
    styles: await pageStyles({
      text: async (path) => (await read(path)).toString('utf8'),
      base64: async (path) => (await read(path)).toString('base64'),
    }),
    title: nameOf(post),
    remoteImages: loadsRemoteImages(post),
  };
  // The server has the texts of open posts alone.
  await vscode.workspace.openTextDocument(post);
  const asked = server.request<ExportedPage | null>(serverRequests.exportPage, request, token);
  const page = await unlessCancelled(asked, token);
  if (token.isCancellationRequested) return null;
  if (!page)
    throw new Error(vscode.l10n.t('the post could not be read; the output channel says why.'));
  await fs.writeFile(target, Buffer.from(page.html));
  return page;
}

async function offerToOpen(target: vscode.Uri, { missingPictures }: ExportedPage): Promise<void> {
  const written = vscode.l10n.t('Written: {0}', vscode.workspace.asRelativePath(target));
  const open = vscode.l10n.t('Open');
  const chosen =
    missingPictures === 0
      ? await vscode.window.showInformationMessage(written, open)
      : await vscode.window.showWarningMessage(
          `${written} ${vscode.l10n.t('Pictures that are not in it: {0}; the output channel says why.', missingPictures)}`,
          open,
        );
  if (chosen !== open) return;
  // A browser on this machine reads no file of another one.
  const isHere = target.scheme === 'file' && vscode.env.remoteName === undefined;
  if (isHere && vscode.env.uiKind === vscode.UIKind.Desktop) await vscode.env.openExternal(target);
  else await vscode.commands.executeCommand('vscode.open', target);
}

function pageBeside(post: vscode.Uri): vscode.Uri {
  const name = `${nameOf(post)}.html`;
  if (post.scheme !== 'untitled') return vscode.Uri.joinPath(post, '..', name);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder ? vscode.Uri.joinPath(folder, name) : vscode.Uri.file(name);
}

/** Without its ending. */
function nameOf(post: vscode.Uri): string {
  return post.path.slice(post.path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
}
