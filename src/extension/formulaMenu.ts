// The commands of the preview's menu: the TeX of a formula, and the link to an equation, to the clipboard.
import * as vscode from 'vscode';
import type { FormulaPlace, FormulaSource } from '../protocol/preview.js';
import { readFormulaMenu } from '../protocol/previewGuards.js';
import { serverRequests, type EquationLinkRequest } from '../protocol/server.js';

/** The preview on which the menu was opened. */
export interface MenuPreview {
  formula(place: FormulaPlace): Promise<FormulaSource | null>;
}

export interface MenuParts {
  /** The preview of a post, by its URI. */
  readonly previewOf: (post: string) => MenuPreview | undefined;
  readonly request: <Answer>(method: string, params: unknown) => Promise<Answer>;
}

export function registerFormulaMenu({ previewOf, request }: MenuParts): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('postulate.copyTex', async (context?: unknown) => {
      const menu = readFormulaMenu(context);
      const source = menu && (await previewOf(menu.post)?.formula(menu.place));
      await copy(source?.tex);
    }),
    vscode.commands.registerCommand('postulate.copyEquationLink', async (context?: unknown) => {
      const menu = readFormulaMenu(context);
      if (menu?.postulateLabel === undefined) return;
      const asked: EquationLinkRequest = { uri: menu.post, label: menu.postulateLabel };
      await copy(await request<string | null>(serverRequests.equationLink, asked));
    }),
  );
}

async function copy(text: string | null | undefined): Promise<void> {
  if (typeof text === 'string') return vscode.env.clipboard.writeText(text);
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      'Nothing was copied: the post has changed since the menu was opened. Open it on the formula again.',
    ),
  );
}
