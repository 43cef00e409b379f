// Go to Equation…: by its number, its label, its TeX or its post.
import * as vscode from 'vscode';
import { pickEquation } from '../equationPicker.js';
import { rangeOf } from '../places.js';
import type { ServerClient } from '../serverClient.js';
import { showRange } from '../showPost.js';
import { activePostEditor } from './postEdits.js';

export function registerGoToEquation(server: ServerClient): vscode.Disposable {
  return vscode.commands.registerCommand('postulate.goToEquation', async () => {
    const editor = activePostEditor();
    if (!editor) return;
    const equation = await pickEquation(server, editor, {
      title: vscode.l10n.t('Go to Equation'),
      placeholder: vscode.l10n.t('Number, label, TeX or post'),
    });
    if (!equation) return;
    const post = vscode.Uri.parse(equation.uri);
    const reveal = vscode.TextEditorRevealType.InCenterIfOutsideViewport;
    await showRange(post, rangeOf(equation), { reveal, viewColumn: editor.viewColumn });
  });
}
