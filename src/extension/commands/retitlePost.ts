// Retitle Post…: another title for the post, and for whoever cites it; at its end, what to publish again.
import * as vscode from 'vscode';
import {
  retitleRequests,
  type PostTitle,
  type RetitleAnswer,
  type RetitleChoices,
  type RetitleFollowUp,
  type RetitleRequest,
} from '../../protocol/retitle.js';
import type { ServerClient } from '../serverClient.js';
import { activePost } from './activePost.js';
import { showRefusal } from './postEdits.js';
import { showRetitled } from './retitledPosts.js';

export function registerRetitlePost(server: ServerClient): vscode.Disposable {
  return vscode.commands.registerCommand('postulate.retitlePost', async () => {
    const document = activePost();
    if (!document) return;
    const uri = document.uri.toString();
    const { version } = document;
    const old = await server.request<PostTitle | null>(retitleRequests.title, { uri });
    if (!old) return;
    if (old.kind === 'refused') return showRefusal(old);
    const title = await askForTitle(server, uri, old.title);
    if (title === undefined || title === old.title) return;
    const choices = await choicesFor(server, uri, title);
    const followUps = choices && (await pickFollowUps(choices.followUps));
    if (!followUps) return;
    const request: RetitleRequest = { uri, version, title, followUps };
    const answer = await server.request<RetitleAnswer | null>(retitleRequests.retitle, request);
    if (answer?.kind === 'refused') showRefusal(answer);
    if (answer?.kind === 'made') await showRetitled(answer);
  });
}

async function askForTitle(
  server: ServerClient,
  uri: string,
  old: string,
): Promise<string | undefined> {
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('Retitle Post'),
    prompt: vscode.l10n.t(
      'The new title. The posts that cite it change with it; the file name stays.',
    ),
    value: old,
    validateInput: async (typed) => {
      if (typed.trim() === old) {
        const message = vscode.l10n.t('This is its title now.');
        return { message, severity: vscode.InputBoxValidationSeverity.Info };
      }
      return (await choicesFor(server, uri, typed))?.problem ?? null;
    },
  });
  return title?.trim();
}

function choicesFor(
  server: ServerClient,
  uri: string,
  title: string,
): Promise<RetitleChoices | null> {
  return server.request<RetitleChoices | null>(retitleRequests.choices, { uri, title });
}

/** The posts of those that were chosen; `undefined` where the writer goes no further. */
async function pickFollowUps(
  offers: readonly RetitleFollowUp[],
): Promise<readonly string[] | undefined> {
  if (offers.length === 0) return [];
  const items = offers.map(({ uri, from, to, isNeeded }) => ({
    label: `${from} → ${to}`,
    description: isNeeded ? vscode.l10n.t('needed') : '',
    detail: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
    picked: true,
    uri,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Retitle with It'),
    placeHolder: vscode.l10n.t('Pick the parts of the series that are retitled too.'),
    canPickMany: true,
  });
  return picked?.map(({ uri }) => uri);
}
