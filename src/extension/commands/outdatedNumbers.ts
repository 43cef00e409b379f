// Offers to update the numbers written by hand that mean another equation since a command has moved some.
import * as vscode from 'vscode';
import type { BlogEditAnswer } from '../../protocol/editing.js';
import { equationRequests } from '../../protocol/equations.js';
import type { ServerClient } from '../serverClient.js';
import { showRefusal } from './postEdits.js';

/** `uri` is the post whose equations have moved. Nothing is said where no number is concerned. */
export async function offerUpdate(server: ServerClient, uri: string): Promise<void> {
  const count = await server.request<number>(equationRequests.outdatedNumbers, { uri });
  if (count === 0) return;
  const update = vscode.l10n.t('Update All');
  const told =
    count === 1
      ? vscode.l10n.t('One number written by hand now means another equation.')
      : vscode.l10n.t('{0} numbers written by hand now mean another equation.', count);
  if ((await vscode.window.showInformationMessage(told, update)) !== update) return;
  const answer = await server.request<BlogEditAnswer | null>(equationRequests.updateNumbers, {
    uri,
  });
  if (answer?.kind === 'refused') showRefusal(answer);
}
